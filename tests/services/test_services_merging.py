"""A correction from Excel that is lost, misread or applied over somebody's work would make the round trip worthless."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from returned_book import PATH, book, corrections, fact_of, only, recorded, states
from services_project import Project

from maeditor.domain.errors import StoppedError, WorkbookError
from maeditor.domain.facts import Fact, Lifecycle, Standing, State
from maeditor.domain.merge import MergeState
from maeditor.domain.values import Comparator, Quantity
from maeditor.formats.returned import NotCalculated, Returned
from maeditor.services.annotating import FactStatement, correct_fact
from maeditor.services.merging import all_keys, apply_corrections, clean_keys, compared
from maeditor.wording import Wording

THERE, HERE, BOTH, INVALID = (
    MergeState.CHANGED_THERE,
    MergeState.CHANGED_HERE,
    MergeState.BOTH,
    MergeState.INVALID,
)


@pytest.fixture
def fact(project: Project) -> Fact:
    return recorded(project, "120 mégawatts", quantity=Quantity.of(Decimal(120), "MW"), place="Nador", as_of="2026")


def restated(project: Project, fact: Fact, amount: str, **said: object) -> Fact:
    statement = FactStatement("capacity_power", fact.subject, Quantity.of(Decimal(amount), "MW"), **said)  # type: ignore[arg-type]
    correct_fact(project.runner, fact.id, fact.version, statement)
    return fact_of(project, fact.id)


def test_what_was_only_saved_again_differs_in_nothing(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact]))
    assert (found.items, found.unchanged, found.rows_read) == ((), 1, 1)


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("amount", 120),
        ("amount", 120.0),
        ("amount", "120,00"),
        ("amount", " 120.0 "),
        ("as_of", 2026),
        ("as_of", 2026.0),
        ("unit", "mégawatts"),
        ("unit", " MW "),
        ("property", "Electrical capacity"),
        ("property", "capacité électrique"),
        ("state", "Accepté"),
        ("state", "accepted"),
        ("comparator", "="),
        ("comparator", None),
        ("lifecycle", "Non précisé"),
        ("lifecycle", None),
        ("subject", "Rifdata "),
        ("note", " \n"),
    ],
)
def test_another_way_of_writing_the_same_is_no_correction(
    project: Project, fact: Fact, name: str, cell: Returned
) -> None:
    assert corrections(project, book(project, [fact], {fact.id: {name: cell}})).items == ()


@pytest.mark.parametrize(
    ("name", "cell", "there", "attribute", "value"),
    [
        ("amount", 130.5, "130.5", "amount", Decimal("130.5")),
        ("amount", "1 130,5", "1130.5", "amount", Decimal("1130.5")),
        ("amount", "1.130,5", "1130.5", "amount", Decimal("1130.5")),
        ("amount", "1,130.5", "1130.5", "amount", Decimal("1130.5")),
        ("amount", "0,125", "0.125", "amount", Decimal("0.125")),
        ("unit", "GW", "GW", "unit", "GW"),
        ("place", "Oujda", "Oujda", "place", "Oujda"),
        ("subject", 2030, "2030", "subject", "2030"),
        ("as_of", date(2026, 5, 8), "2026-05-08", "as_of", "2026-05-08"),
        ("as_of", datetime(2026, 5, 8), "2026-05-08", "as_of", "2026-05-08"),  # noqa: DTZ001 - as cells have them
        ("as_of", 46150, "2026-05-08", "as_of", "2026-05-08"),
        ("target", "mars 2028", "2028-03", "target", "2028-03"),
        ("target", 2028, "2028", "target", "2028"),
        ("as_of", None, "", "as_of", ""),
        ("lifecycle", "Prévu", "planned", "lifecycle", Lifecycle.PLANNED),
        ("standing", "set aside", "set_aside", "standing", Standing.SET_ASIDE),
        ("comparator", "<=", "≤", "comparator", Comparator.AT_MOST),
        ("note", "à revoir\r\navec eux", "à revoir\navec eux", "note", "à revoir\navec eux"),
        ("state", "Rejeté", "rejected", "state", State.REJECTED),
        ("claim", "=1+1", "=1+1", "claim", "=1+1"),
    ],
)
def test_a_field_changed_there_alone_is_clean_and_taken_in(
    project: Project, fact: Fact, name: str, cell: Returned, there: str, attribute: str, value: object
) -> None:
    found = corrections(project, book(project, [fact], {fact.id: {name: cell}}))
    item = only(found)
    assert (item.field, item.there, item.state, item.row) == (name, there, THERE, 2)
    report = apply_corrections(project.runner, found, clean_keys(found))
    assert (report.applied, report.left) == (1, ())
    assert getattr(fact_of(project, fact.id), attribute) == value
    again = corrections(project, book(project, [fact], {fact.id: {name: cell}}))
    assert not any(each.state is THERE for each in again.items)
    assert apply_corrections(project.runner, again, all_keys(again)).done is None


def test_what_was_changed_here_is_listed_and_left_alone(project: Project, fact: Fact) -> None:
    now = restated(project, fact, "130", place="Nador", as_of="2026")
    found = corrections(project, book(project, [fact]))
    assert states(found) == {("F-0001", "amount"): HERE}
    assert apply_corrections(project.runner, found, [found.items[0].key]).done is None
    assert fact_of(project, fact.id) == now


def test_what_both_changed_is_never_clean_and_excel_wins_when_all_is_taken(project: Project, fact: Fact) -> None:
    restated(project, fact, "130", place="Nador", as_of="2026")
    found = corrections(project, book(project, [fact], {fact.id: {"amount": 140}}))
    assert states(found) == {("F-0001", "amount"): BOTH}
    assert clean_keys(found) == frozenset()
    apply_corrections(project.runner, found, all_keys(found))
    assert fact_of(project, fact.id).amount == 140


def test_what_both_changed_alike_is_settled(project: Project, fact: Fact) -> None:
    restated(project, fact, "130", place="Nador", as_of="2026")
    assert corrections(project, book(project, [fact], {fact.id: {"amount": 130}})).items == ()


def test_two_halves_of_a_value_are_not_mixed(project: Project, fact: Fact) -> None:
    restated(project, fact, "130", place="Nador", as_of="2026")
    found = corrections(project, book(project, [fact], {fact.id: {"unit": "GW"}}))
    assert states(found) == {("F-0001", "amount"): HERE, ("F-0001", "unit"): BOTH}
    apply_corrections(project.runner, found, all_keys(found))
    now = fact_of(project, fact.id)
    assert (now.amount, now.unit) == (Decimal(120), "GW")


@pytest.mark.parametrize(
    ("changes", "fields", "said"),
    [
        ({"amount": "beaucoup"}, {"amount"}, "F-0001, ligne 2, Nombre : « beaucoup » n’est pas un nombre"),
        ({"amount": "1.200"}, {"amount"}, "1.2 ou 1200"),
        ({"amount": NotCalculated()}, {"amount"}, "n’a pas été calculée"),
        ({"amount": NotCalculated("#REF!")}, {"amount"}, "#REF!"),
        ({"amount": date(2026, 5, 1)}, {"amount"}, "une date de ce nombre"),
        ({"amount": True}, {"amount"}, "n’est pas un nombre"),
        ({"amount": None}, {"amount"}, "il manque le nombre"),
        ({"amount": -5}, {"amount"}, "zéro"),
        ({"unit": "lieues"}, {"unit"}, "Unité"),
        ({"unit": "MWh"}, {"unit"}, "ne convient pas"),
        ({"unit": None}, {"unit"}, "manque une unité"),
        ({"amount": "x", "unit": "kW"}, {"amount", "unit"}, "« x » n’est pas un nombre"),
        (
            {"comparator": "range", "lower": 60, "upper": 40, "amount": None},
            {"comparator", "lower", "upper", "amount"},
            "échangez",
        ),
        (
            {"comparator": "range", "lower": 40, "upper": 60},
            {"comparator", "lower", "upper"},
            "videz la colonne Nombre",
        ),
        ({"comparator": "range", "amount": None, "lower": 4}, {"comparator", "lower", "amount"}, "deux bornes"),
        ({"lower": 4}, {"lower"}, "ne vont qu’avec"),
        ({"comparator": "à peu près"}, {"comparator"}, "choisissez"),
        ({"state": None}, {"state"}, "Accepté"),
        ({"state": "peut-être"}, {"state"}, "Accepté"),
        ({"as_of": "un jour"}, {"as_of"}, "À la date du"),
        ({"as_of": 12}, {"as_of"}, "date"),
        ({"property": "Couleur"}, {"property"}, "propriété"),
        ({"property": None}, {"property"}, "propriété"),
        ({"property": "Emplois"}, {"property"}, "ne convient pas"),
        ({"property": "Date", "value": "bientôt"}, {"property", "value"}, ""),
        ({"value": "beaucoup"}, {"value"}, "n’est pas une valeur lisible"),
        ({"value": None}, {"value"}, "il manque une valeur"),
        ({"text_value": "beaucoup"}, {"text_value"}, "se dit en nombre"),
    ],
)
def test_what_cannot_be_is_said_in_the_cells_own_terms_and_never_applied(
    project: Project, fact: Fact, changes: dict[str, Returned], fields: set[str], said: str
) -> None:
    found = corrections(project, book(project, [fact], {fact.id: changes}))
    assert {each.field for each in found.items} == fields
    assert {each.state for each in found.items} == {INVALID}
    assert all(
        said.replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" : ", "\u00a0: ") in each.reason
        for each in found.items
    ), found.items
    assert all("F-0001, ligne 2" in each.reason for each in found.items)
    report = apply_corrections(project.runner, found, {each.key for each in found.items})
    assert (report.done, report.applied, len(report.left)) == (None, 0, len(fields))
    assert fact_of(project, fact.id) == fact


def test_an_accepted_correction_cannot_be_accepted_back(project: Project, fact: Fact) -> None:
    apply = corrections(project, book(project, [fact], {fact.id: {"state": "corrected"}}))
    apply_corrections(project.runner, apply, clean_keys(apply))
    corrected = fact_of(project, fact.id)
    found = corrections(project, book(project, [corrected], {fact.id: {"state": "accepted"}}))
    assert states(found) == {("F-0001", "state"): INVALID}
    assert "rouvrez-le" in only(found).reason


def test_fields_that_only_make_sense_together_are_judged_together(project: Project, fact: Fact) -> None:
    changes: dict[str, Returned] = {"comparator": "de … à …", "amount": None, "lower": "40,5", "upper": 60}
    found = corrections(project, book(project, [fact], {fact.id: changes}))
    assert set(states(found).values()) == {THERE}
    apply_corrections(project.runner, found, clean_keys(found))
    assert fact_of(project, fact.id).quantity == Quantity.between(Decimal("40.5"), Decimal(60), "MW")
    assert fact_of(project, fact.id).raw == "120 mégawatts"


def test_a_property_and_its_unit_changed_together_are_one_statement(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact], {fact.id: {"property": "Énergie", "unit": "GWh"}}))
    assert set(states(found).values()) == {THERE}
    apply_corrections(project.runner, found, clean_keys(found))
    now = fact_of(project, fact.id)
    assert (now.property, now.unit, now.norm_unit) == ("energy", "GWh", "MWh")


def test_words_of_a_value_changed_alone_are_read(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact], {fact.id: {"value": "au plus 2 GW"}}))
    assert only(found).state is THERE
    apply_corrections(project.runner, found, clean_keys(found))
    now = fact_of(project, fact.id)
    assert now.quantity == Quantity.of(Decimal(2), "GW", Comparator.AT_MOST)
    assert (now.raw, now.norm_amount) == ("au plus 2 GW", 2000)


def test_a_workbook_of_another_project_is_refused(project: Project, fact: Fact) -> None:
    returned = book(project, [fact])
    with pytest.raises(WorkbookError, match="workbook_of_other_project"):
        corrections(project, replace(returned, meta={**returned.meta, "project": "x"}))


def test_a_column_that_was_taken_out_clears_nothing(project: Project, fact: Fact) -> None:
    returned = book(project, [fact])
    bare = replace(returned.rows[0], cells={"subject": "Rifdata SA"})
    found = corrections(project, replace(returned, rows=(bare,)))
    assert states(found) == {("F-0001", "subject"): THERE}


def test_reading_can_be_stopped(project: Project, fact: Fact) -> None:
    with pytest.raises(StoppedError):
        compared(project.runner, book(project, [fact]), PATH, Wording("fr"), cancelled=lambda: True)


def test_words_and_dates_of_text_properties_are_judged_as_such(project: Project) -> None:
    dated = recorded(project, "2028", property="date_event", text_value="2028")
    worded = recorded(project, "campus de calcul", property="certification", text_value="ISO")
    changes: dict[str, dict[str, Returned]] = {
        dated.id: {"text_value": date(2028, 3, 1)},
        worded.id: {"value": "ISO 9001"},
    }
    found = corrections(project, book(project, [dated, worded], changes))
    assert set(states(found).values()) == {THERE}
    apply_corrections(project.runner, found, clean_keys(found))
    assert fact_of(project, dated.id).text_value == "2028-03-01"
    assert fact_of(project, worded.id).text_value == "ISO 9001"
    wrong: dict[str, dict[str, Returned]] = {
        dated.id: {"value": "bientôt"},
        worded.id: {"amount": 5},
    }
    now = [fact_of(project, each.id) for each in (dated, worded)]
    assert set(states(corrections(project, book(project, now, wrong))).values()) == {INVALID}
    empty: dict[str, dict[str, Returned]] = {dated.id: {"text_value": None}, worded.id: {"text_value": None}}
    assert set(states(corrections(project, book(project, now, empty))).values()) == {INVALID}


@pytest.mark.parametrize(("typed", "year"), [(datetime(1905, 7, 23), "2031"), (date(1890, 1, 2), "1890-01-02")])  # noqa: DTZ001 - as cells have them
def test_a_year_typed_where_days_are_shown_is_a_year(project: Project, fact: Fact, typed: date, year: str) -> None:
    assert only(corrections(project, book(project, [fact], {fact.id: {"target": typed}}))).there == year


def test_a_number_that_a_text_property_does_not_take_and_a_property_that_is_unknown_here(project: Project) -> None:
    lost = recorded(project, "campus de calcul", property="perdue", text_value="campus")
    mended = {lost.id: {"value": "campus neuf", "amount": 5, "unit": "MW", "comparator": "="}}
    found = corrections(project, book(project, [lost], mended))
    assert set(states(found).values()) == {THERE}
    apply_corrections(project.runner, found, clean_keys(found))
    assert fact_of(project, lost.id).amount == 5
    worded = corrections(project, book(project, [fact_of(project, lost.id)], {lost.id: {"value": "autre"}}))
    assert only(worded).state is THERE
