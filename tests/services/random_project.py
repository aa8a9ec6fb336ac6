"""A random project, with texts, numbers and dates of every kind, and what somebody changes in it meanwhile."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

from maeditor.catalogue import load_catalogue
from maeditor.domain.facts import Fact, Lifecycle, Modality, Standing, State, normalised
from maeditor.domain.merge import MERGED_FIELDS
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator
from maeditor.formats.workbook.baseline import base_row
from maeditor.services.runner import ActionRunner

PROPERTIES = {each.key: each for each in load_catalogue()}
LONG = "Une phrase qui n’en finit pas. " * 1200
TEXTS = [
    "Nador",
    "=1+1",
    "+212 600",
    "-5 %",
    "@import",
    "مركز البيانات في الداخلة",
    "5 000 MW prévus",
    "« Dakhla »",
    "deux\nlignes",
    "l’été, l'hiver",
    "0,10",
    "007",
    "2026",
    "VRAI",
    "true",
    "1e6",
    "_x0041_",
    "<b>&amp;</b>",
    "🏗️ chantier",
    "é décomposé",
    "tab\tici",
    "#REF!",
    "'apostrophe",
    "8 mai 2026",
    "a" * 300,
]
TYPED = [each for each in TEXTS if not each.startswith("_x")]
"""Without what openpyxl would write as another character."""
LINE_TEXTS = [each for each in TEXTS if "\n" not in each and "\t" not in each]
TYPED_LINES = [each for each in LINE_TEXTS if each in TYPED]
DATES = [
    "",
    "2026",
    "2026-05",
    "2026-05-08",
    "2026~",
    "../2030",
    "2026-01/2026-03",
    "2026-Q1",
    "--05-08",
    "1899",
    "2026-33",
]
AMOUNTS = ["0.1", "2", "120", "386.5", "1000000", "1E+6", "0.000001", "12345678901234567890.123", "1234.50", "3"]
UNITS = {"capacity_power": ["MW", "GW", "kW"], "energy": ["GWh", "MWh/a"], "jobs": ["1"], "investment": ["MAD", "EUR"]}
NUMBERED = tuple(UNITS)
VALUE = ("value", "comparator", "amount", "lower", "upper", "unit", "text_value")


def fields_of(fact: Fact) -> dict[str, str]:
    return dict(zip(MERGED_FIELDS, base_row(fact)[3:], strict=True))


def random_facts(random: Random, first: int) -> list[Fact]:
    return [_fact(random, first + at) for at in range(random.randint(0, 12))]


def _fact(random: Random, number: int) -> Fact:
    key = random.choice([*NUMBERED, "certification", "date_event"])
    fact = Fact(
        new_id(),
        1,
        number,
        "",
        random.choice(LINE_TEXTS),
        key,
        random.choice([*TEXTS, LONG] if random.random() < 0.1 else TEXTS),
        random.choice([State.PROPOSED, State.ACCEPTED, State.CORRECTED, State.DEFERRED]),
        claim=random.choice(["", *TEXTS]),
        place=random.choice(["", *LINE_TEXTS]),
        lifecycle=random.choice(list(Lifecycle)),
        modality=random.choice(list(Modality)),
        as_of=random.choice(DATES),
        target=random.choice(DATES),
        object_entity=random.choice(["", *LINE_TEXTS]),
        standing=random.choice(list(Standing)),
        reason=random.choice(["", *TEXTS]),
        note=random.choice(["", "à revoir\navec eux", *LINE_TEXTS]),
        origin=random.choice(["person", "rule:x@1", "file:y"]),
    )
    if key == "certification":
        return replace(fact, text_value=random.choice(TEXTS))
    if key == "date_event":
        return replace(fact, text_value=random.choice(DATES[1:]))
    unit = random.choice(UNITS[key])
    if random.random() < 0.3:
        low, high = sorted((Decimal(random.choice(AMOUNTS)), Decimal(random.choice(AMOUNTS))))
        fact = replace(fact, comparator=Comparator.RANGE, lower=low, upper=high, unit=unit)
    else:
        sign = random.choice([each for each in Comparator if each is not Comparator.RANGE])
        fact = replace(fact, comparator=sign, amount=Decimal(random.choice(AMOUNTS)), unit=unit)
    return normalised(fact, PROPERTIES[key])


def keep(runner: ActionRunner, facts: list[Fact]) -> None:
    def work(unit: Any) -> dict[str, Any]:
        for _each in facts:
            unit.next_number("fact")
        unit.facts.add_all(facts)
        return {"facts": [each.label for each in facts]}

    runner.run("record-fact", work)


def change_here(runner: ActionRunner, random: Random, facts: list[Fact]) -> None:
    """What somebody does in the project while the workbook is away."""
    changed: list[Fact] = []
    for each in facts:
        match random.choice(["", "", "place", "amount", "note", "delete", "reject"]):
            case "place":
                changed.append(replace(each, place=random.choice(LINE_TEXTS)))
            case "note":
                changed.append(replace(each, note=random.choice(LINE_TEXTS)))
            case "amount" if each.amount is not None:
                changed.append(normalised(replace(each, amount=Decimal(77)), PROPERTIES[each.property]))
            case "delete":
                changed.append(replace(each, hidden=True))
            case "reject":
                changed.append(replace(each, state=State.REJECTED))

    def work(unit: Any) -> dict[str, Any]:
        unit.facts.replace_all(changed)
        return {}

    if changed:
        runner.run("correct-fact", work)
