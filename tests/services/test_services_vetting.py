"""Facts made elsewhere enter only with the passage that says them, unless a person wants them without."""

import json
import unicodedata

import openpyxl
import pytest

from maeditor.domain.errors import UnreadableFileError
from maeditor.domain.facts import State
from maeditor.services import library, reviewing, undoing
from maeditor.services.importing import import_text
from maeditor.services.projects import create_project
from maeditor.services.vetting import take_facts, vet_facts

COAST = """Le parc de Tarfaya

Le parc éolien de Tarfaya atteint 301 MW depuis 2014. Il compte 131 éoliennes, posées en deux ans au bord de l’océan.
"""
PORT = """Le port de Nador

Le port coûtera 10 milliards de dirhams. Il ouvrira avant 2027, avec une capacité de 3 500 000 EVP.
"""
POWER = {"quote": "atteint 301 MW", "property": "capacity_power", "value": 301, "unit": "MW", "subject": "Tarfaya"}


@pytest.fixture
def project(tmp_path):
    runner = create_project(tmp_path / "projet.maed", "projet", editor="Camille")
    for text in (COAST, PORT):
        import_text(runner, text)
    yield runner
    runner.store.close()


def lines(tmp_path, *rows):
    path = tmp_path / "faits.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def test_what_an_article_says_enters_as_a_proposal_with_its_passage(project, tmp_path):
    path = lines(tmp_path, {**POWER, "article": "A-001"})
    (vetted,) = vet_facts(project, path)
    assert (vetted.passed, vetted.score, vetted.article_title) == (True, 1, "Le parc de Tarfaya")
    done = take_facts(project, [vetted], path.name)
    (view,) = library.project_facts(project)
    fact = view.fact
    assert (fact.state, fact.origin, fact.subject) == (State.PROPOSED, "file:faits.jsonl", "Tarfaya")
    assert (fact.amount, fact.unit, fact.norm_unit, view.evidence[0].passage.exact) == (
        301,
        "MW",
        "MW",
        "atteint 301 MW",
    )
    reviewing.accept_fact(project, fact.id)
    undoing.undo(project)
    undoing.undo(project)
    assert not library.project_facts(project)
    assert done.action.kind == "import-facts"


def test_the_article_is_found_by_any_of_its_names_or_by_the_quote_alone(project, tmp_path):
    card = library.articles(project)[0]
    names = [card.id, "a-001", "Le parc de Tarfaya", "", unicodedata.normalize("NFD", "LE PARC DE TARFAYA")]
    vetted = vet_facts(project, lines(tmp_path, *({**POWER, "article": name} for name in names)))
    assert [each.article_id for each in vetted] == [card.id] * len(names)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "atteint 302 MW"}, "quote_not_found"),
        ({"quote": "Il compte 131 éoliennes"}, "value_not_in_quote"),
        ({"value": 300}, "value_not_in_quote"),
        ({"unit": "GW"}, "unit_not_said"),
        ({"unit": "chevaux"}, "unit_unknown"),
        ({"property": "charm"}, "property_unknown"),
        ({"value": "beaucoup"}, "value_missing"),
        ({"quote": ""}, "quote_missing"),
        ({"article": "A-999"}, "article_not_found"),
    ],
)
def test_what_does_not_pass_says_why_and_stays_out(project, tmp_path, change, reason):
    (vetted,) = vet_facts(project, lines(tmp_path, {**POWER, "article": "A-001", **change}))
    assert (vetted.passed, vetted.reason) == (False, reason)
    assert take_facts(project, [vetted], "faits.jsonl") is None
    assert not library.project_facts(project)


def test_a_quote_that_is_nearly_there_shows_how_nearly(project, tmp_path):
    quote = "Le parc éolien de Tarfaya atteint 301 MW depuis l’année 2014"
    (vetted,) = vet_facts(project, lines(tmp_path, {**POWER, "quote": quote, "article": "A-001"}))
    assert vetted.passed
    assert 0.85 <= vetted.score < 1
    take_facts(project, [vetted], "faits.jsonl")
    (view,) = library.project_facts(project)
    assert view.fact.needs_look == "quote_differs"


def test_without_a_passage_only_if_the_person_says_so(project, tmp_path):
    vetted = vet_facts(project, lines(tmp_path, {**POWER, "quote": "dit ailleurs", "article": "A-001"}))
    assert take_facts(project, vetted, "faits.jsonl") is None
    take_facts(project, vetted, "faits.jsonl", without_passage=True)
    (view,) = library.project_facts(project)
    assert (view.evidence, view.fact.state, view.fact.amount, view.fact.note) == (
        (),
        State.PROPOSED,
        301,
        "dit ailleurs",
    )


def test_the_same_file_twice_brings_nothing_new(project, tmp_path):
    path = lines(tmp_path, {**POWER, "article": "A-001"})
    take_facts(project, vet_facts(project, path), path.name)
    (again,) = vet_facts(project, path)
    assert again.reason == "already_there"
    assert take_facts(project, [again], path.name, without_passage=True) is None


def test_what_another_extractor_printed_is_reviewed_like_ours(project, tmp_path):
    """The lines of ``maeditor propose --jsonl`` are such a file, noise and all."""
    from maeditor.extraction.jsonl_proposals import proposal_lines
    from maeditor.extraction.proposals import propose

    printed = [json.loads(json.dumps(row, default=float)) for row in proposal_lines(propose(COAST, "fr"), "A-001")]
    path = lines(tmp_path, *printed, {"type": "boilerplate", "article": "A-001", "start": 0, "end": 1, "kind": "menu"})
    vetted = vet_facts(project, path)
    assert len(vetted) == len([row for row in printed if row["type"] == "fact"]) >= 2
    assert all(each.passed for each in vetted)


def test_a_count_may_name_what_it_counts(project, tmp_path):
    row = {"quote": "131 éoliennes", "property": "count_other", "value": "131", "unit": "éoliennes", "article": "A-001"}
    (vetted,) = vet_facts(project, lines(tmp_path, row))
    assert vetted.passed


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
def test_a_table_from_a_french_spreadsheet_is_read(project, tmp_path, delimiter, encoding):
    path = tmp_path / "faits.csv"
    rows = [
        ["Article", "Citation", "Propriété", "Valeur", "Unité", "Sujet", "Échéance"],
        ["Le parc de Tarfaya", "atteint 301 MW", "", '"301,0"', "MW", "parc", ""],
    ]
    from maeditor.catalogue import load_catalogue

    labels = {each.key: each.label_fr for each in load_catalogue()}
    rows[1][2] = labels["capacity_power"]
    path.write_text("\n".join(delimiter.join(row) for row in rows), encoding)
    (vetted,) = vet_facts(project, path)
    assert (vetted.passed, vetted.row.line, vetted.claimed.subject) == (True, 2, "parc")


def test_a_workbook_is_read_with_its_numbers_and_dates(project, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["quote", "property", "value", "unit", "article"])
    book.active.append(["atteint 301 MW", "capacity_power", 301.0, "MW", "A-001"])
    book.save(tmp_path / "faits.xlsx")
    (vetted,) = vet_facts(project, tmp_path / "faits.xlsx")
    assert vetted.passed


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("faits.txt", b"x", "facts_file_unknown"),
        ("faits.csv", b"a;b\n1;2\n", "facts_file_headings"),
        ("faits.csv", b"quote,property,value\n" + b'"' + b"x" * 200_000, "facts_file_broken"),
        ("faits.xlsx", b"no workbook", "document_is_damaged"),
        ("absent.jsonl", None, "file_missing"),
        ("absent.xlsx", None, "file_missing"),
    ],
)
def test_a_file_that_holds_no_facts_is_named_with_what_to_do(project, tmp_path, name, data, key):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFileError) as refused:
        vet_facts(project, tmp_path / name)
    assert refused.value.key == key


def test_lines_that_are_none_are_told_one_by_one(project, tmp_path):
    path = tmp_path / "faits.jsonl"
    good = json.dumps({**POWER, "article": "A-001"})
    path.write_text("\n".join(["[1]", "{", good, "[" * 5000, "", '"x"']), "utf-8")
    vetted = vet_facts(project, path)
    assert [(each.row.line, each.reason) for each in vetted] == [
        (1, "row_unreadable"),
        (2, "row_unreadable"),
        (3, ""),
        (4, "row_unreadable"),
        (6, "row_unreadable"),
    ]
