"""Chronology, entities and lists of a workbook: what a reader counts or sorts by would be wrong if these failed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from maeditor.domain.articles import Passage
from maeditor.domain.facts import Entity, EntityKind, Fact, Lifecycle, Modality, Role, State
from maeditor.domain.properties import Family, Kind, Property
from maeditor.services.choice_lists import offered_choices
from maeditor.services.chronology_rows import chronology_rows
from maeditor.services.entity_rows import entity_rows
from maeditor.services.library import EvidenceView, FactView

POWER = Property(
    "property:power", 1, "power", "Puissance", "Power", Kind.QUANTITY, Family.CAPACITY, "power", ("MW",), "MW"
)
OPENED = Property("property:opened", 1, "opened", "Ouverture", "Opening", Kind.DATE, Family.ATTRIBUTE)


def view(number: int, of: Property = POWER, **changes: Any) -> FactView:
    """A fact with one passage."""
    fact = Fact(f"f-{number}", 1, number, "a-1", "Campus", of.key, "500 MW", State.PROPOSED)
    passage = Passage(f"p-{number}", 1, f"a-{number}", "t-1", 0, 6, "500 MW", "", "")
    evidence = EvidenceView(f"e-{number}", Role.SUPPORTS, passage, "Un titre")
    return FactView(replace(fact, **changes), of, (evidence,), conflicted=False)


def test_dates_stand_in_order_whatever_their_precision() -> None:
    """A year would come after all its days, or a date nobody can read before everything."""
    views = [
        view(1, as_of="2026-05-08", target="2030"),
        view(2, as_of="bientôt"),
        view(3, of=OPENED, text_value="2026-05"),
        view(4, as_of="2025-Q4"),
        view(5),
    ]
    rows = chronology_rows(views, "fr")
    told = [(row.date, row.what, row.precision, row.earliest, row.latest) for row in rows]
    assert told == [
        ("2025-Q4", "as_of", "quarter", "2025-10-01", "2025-12-31"),
        ("2026-05", "event", "month", "2026-05-01", "2026-05-31"),
        ("2026-05-08", "as_of", "day", "2026-05-08", "2026-05-08"),
        ("2030", "target", "year", "2030-01-01", "2030-12-31"),
        ("bientôt", "as_of", "", "", ""),
    ]
    assert (rows[1].property_label, rows[1].source_title, rows[1].fact_number) == ("Ouverture", "Un titre", "F-0003")
    assert chronology_rows(views, "en")[1].property_label == "Opening"


def test_what_has_not_happened_yet_is_planned() -> None:
    """A reader would take an announcement for a running plant."""
    views = [
        view(1, as_of="2026", lifecycle=Lifecycle.OPERATIONAL),
        view(2, as_of="2026", lifecycle=Lifecycle.UNDER_CONSTRUCTION),
        view(3, as_of="2026", modality=Modality.FORECAST),
        view(4, target="2026", lifecycle=Lifecycle.OPERATIONAL),
        view(5, as_of="2026/.."),
    ]
    assert {row.fact_number: row.told for row in chronology_rows(views, "fr")} == {
        "F-0001": "stated",
        "F-0002": "planned",
        "F-0003": "planned",
        "F-0004": "planned",
        "F-0005": "stated",
    }
    assert next(row for row in chronology_rows(views, "fr") if row.fact_number == "F-0005").latest == ""


def test_a_fact_without_a_passage_names_no_source() -> None:
    """The export of a project with one such fact would fail."""
    alone = replace(view(1, as_of="2026"), evidence=())
    assert chronology_rows([alone], "fr")[0].source_title == ""
    assert entity_rows([alone], ())[0].articles == 1


def test_a_name_is_counted_once_however_it_is_written() -> None:
    """Essaouira and ESSAOUIRA would be two towns."""
    views = [
        view(1, place="Essaouira", state=State.ACCEPTED),
        view(2, place="ESSAOUIRA", subject="Essaouira"),
        view(3, place=" Essaouira ", subject="Parc", object_entity="Rifdata", state=State.CORRECTED),
    ]
    rows = {row.name: row for row in entity_rows(views, ())}
    assert list(rows) == ["Essaouira", "Campus", "Parc", "Rifdata"]
    town = rows["Essaouira"]
    assert (town.facts, town.as_place, town.as_subject, town.accepted, town.articles) == (3, 3, 1, 2, 3)
    assert (rows["Rifdata"].as_object, rows["Parc"].accepted) == (1, 1)


def test_entities_of_the_project_give_kind_and_codes() -> None:
    """The codes that somebody entered would not be in the workbook."""
    city = Entity("1", 1, EntityKind.CITY, "Essaouira", "", "الصويرة", ("Mogador",), "MA-ESI", "Q217704")
    other = Entity("2", 1, EntityKind.SITE, "Mogador")
    rows = {row.name: row for row in entity_rows([view(1, place="Mogador"), view(2, place="Safi")], [city, other])}
    assert (rows["Mogador"].kind, rows["Mogador"].wikidata, rows["Mogador"].label_ar) == ("city", "Q217704", "الصويرة")
    assert rows["Safi"].kind == rows["Safi"].iso3166 == ""


def test_lists_offer_what_the_project_knows() -> None:
    """An editor would type a property by hand, and have it refused on return."""
    country = Entity("1", 1, EntityKind.COUNTRY, "Maroc", "Morocco")
    actor = Entity("2", 1, EntityKind.OPERATOR, "Rifdata")
    hidden = replace(OPENED, hidden=True)
    assert offered_choices([POWER, hidden], [country, actor], "en") == {
        "property_label": ("Power",),
        "shown_unit": ("MW",),
        "place": ("Morocco",),
        "object_entity": ("Morocco", "Rifdata"),
    }
