"""Tables whose unit stands in a caption or a corner: without it every cell is a thousand or a million times off."""

from decimal import Decimal

from maeditor.extraction.proposals import propose


def values(text, language="fr"):
    return {(p.property, p.value, p.unit) for p in propose(text, language).proposals}


def test_years_over_cells_one_a_line_under_a_corner_that_is_a_unit():
    cells = ["En millions de dirhams", "2023", "2024", "Chiffre d’affaires", "710", "845", "Dette", "120", "96"]
    found = values("Comptes de la Sotram\n\n" + "\n".join(cells))
    assert ("revenue", Decimal(845_000_000), "MAD") in found
    assert ("money_other", Decimal(120_000_000), "MAD") in found


def test_a_corner_in_english_and_a_column_of_changes():
    cells = [
        "AED million",
        "Q2 2025",
        "Q2 2024",
        "Change",
        "Revenue",
        "5,210",
        "4,700",
        "10.9%",
        "EBITDA",
        "1,905",
        "1,700",
    ]
    found = values("Gulf Mills reports\n\n" + "\n".join([*cells, "12.1%"]), "en")
    assert ("revenue", Decimal(4_700_000_000), "AED") in found
    assert ("growth_percent", Decimal("12.1"), "%") in found


def test_a_caption_scales_cells_without_a_header():
    cells = ["Visiteurs par ville (en milliers)", "Fès", "132", "Safi", "57", "Taza", "31"]
    found = values("Le tourisme en bref, ville par ville\n\n" + "\n".join(cells))
    assert ("count_other", Decimal(57_000), "1") in found


def test_glued_rows_with_blanks_in_their_numbers_take_the_unit_of_the_caption():
    rows = ["Capacité (en MW)", "PaysEn servicePrévue", "Ghana1 400 3 900", "Kenya2 150 4 600"]
    found = values("Le vent se lève\n\n" + "\n".join(rows))
    assert ("capacity_power", Decimal(1400), "MW") in found
    assert ("capacity_power", Decimal(4600), "MW") in found


def test_round_values_of_other_things_stay_apart_and_exact_ones_are_told_once():
    text = (
        "Le port de Kribi compte 200 grues neuves.\n\nLe port de Lomé compte 200 grues louées.\n\n"
        "La rade abrite 1 347 voiliers.\n\nCes 1 347 voiliers partiront."
    )
    found = [(p.value, len(p.evidence)) for p in propose(text, "fr").proposals]
    assert found.count((Decimal(200), 1)) == 2
    assert [value for value, _ in found].count(Decimal(1347)) == 1
