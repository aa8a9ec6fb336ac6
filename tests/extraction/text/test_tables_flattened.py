"""Tables flattened to text: their figures are the densest of an article, and the easiest to misread."""

from decimal import Decimal

from maeditor.extraction.proposals import propose
from maeditor.extraction.text.cells import split_digits
from maeditor.extraction.text.rows import Form, find_tables


def lines_of(text):
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def values(text, language="fr"):
    return {(p.subject, p.property, p.value, p.unit, p.as_of) for p in propose(text, language).proposals}


def test_pipes_with_a_unit_in_the_header():
    text = "Parc solaire\n\n| Pays | Puissance (MW) | Rang |\n|---|---|---|\n| Mali | 120 | 2 |\n| Togo | 50 | 3 |"
    assert ("Mali", "capacity_power", Decimal(120), "MW", "") in values(text)
    assert ("Togo", "rank", Decimal(3), "1", "") in values(text)


def test_years_over_columns_date_their_values_and_magnitudes_apply():
    text = "Comptes (en MDH) ; 2021 ; 2022\nChiffre d’affaires ; 1 200 ; 1 350\nEffectif ; 800 ; 910"
    found = values(text)
    assert ("Chiffre d’affaires", "revenue", Decimal(1_350_000_000), "MAD", "2022") in found
    assert ("Effectif", "jobs", Decimal(800), "1", "2021") in found


def test_one_cell_a_line():
    cells = ["Rang", "Ville", "Data centers", "1", "Accra", "9", "2", "Lomé", "4", "3", "Niamey", "2"]
    text = "Où sont les centres ?\n\n" + "\n".join(cells)
    assert find_tables(text, lines_of(text))[0].form is Form.VERTICAL
    assert ("Lomé", "count_datacenters", Decimal(4), "1", "") in values(text)
    assert ("Niamey", "rank", Decimal(3), "1", "") in values(text)


def test_rows_of_a_report_with_blanks_in_their_numbers():
    text = "Production (GWh)\nFilière 2020 2021\nSolaire 1 100 1 250\nÉolien 4 000 4 310"
    assert ("Éolien", "energy", Decimal(4310), "GWh", "2021") in values(text)


def test_glued_cells_are_proposed_with_their_other_readings_and_a_warning():
    text = (
        "La puissance du Kenya atteint 3 GW, bien plus que dans les pays voisins.\n\n"
        "IndicateurKenyaPays voisins\nPuissance Installée (GW)30.7\nClassement régional2ᵉVariable"
    )
    proposals = propose(text, "fr").proposals
    assert all(proposal.value != Decimal("30.7") for proposal in proposals)
    glued = next(proposal for proposal in proposals if proposal.value == Decimal("0.7"))
    assert (glued.quote, glued.unit, glued.subject, glued.needs_look) == ("0.7", "GW", "Pays voisins", "glued_cell")
    assert {reading.value for reading in glued.alternatives} >= {Decimal(3), Decimal("30.7")}
    body = next(proposal for proposal in proposals if proposal.quote == "3 GW")
    assert len(body.evidence) == 2
    rank = next(proposal for proposal in proposals if proposal.property == "rank")
    assert (rank.value, rank.subject) == (Decimal(2), "Kenya")


def test_every_way_to_cut_digits_is_known_and_the_body_decides():
    cells = split_digits("120350", 0, 6, 2, {Decimal(1203)})
    assert [span for span, _ in cells] == [(0, 4), (4, 6)]
    assert [span for span, _ in split_digits("120350", 0, 6, 2, set())] == [(0, 3), (3, 6)]


def test_bare_numbers_of_a_list_take_its_unit():
    text = "Batteries prévues\n\nLa liste des sites retenus :\n• Lomé, poste nord (80 MWh)\n• Kara (35)"
    assert {p.value for p in propose(text, "fr").proposals if p.property == "energy"} == {Decimal(80), Decimal(35)}
