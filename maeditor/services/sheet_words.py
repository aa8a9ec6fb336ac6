"""What a sheet chooses, in a person's words."""

from __future__ import annotations

from collections.abc import Mapping

from maeditor.domain.listing import FactFilter, Group, Listing
from maeditor.domain.properties import Property
from maeditor.domain.sheets import Sheet
from maeditor.wording import Wording

_SETS = (
    ("states", "state"),
    ("families", "family"),
    ("lifecycles", "lifecycle"),
    ("sureness", "sureness"),
    ("origins", "origin"),
)
_FLAGS = ("conflict", "doubt", "without_passage")


def filter_words(sheet: Sheet, known: Mapping[str, Property], wording: Wording) -> tuple[str, ...]:
    """What narrows a sheet, a sentence each; nothing where it holds all but what was rejected."""
    asked = sheet.asked.filter
    told = [*_sets(asked, wording), *_properties(asked, known, wording)]
    told += [wording.say(f"facts.filter_{name}") for name in _FLAGS if getattr(asked, name)]
    if asked.text.strip():
        told.append(wording.say("sheet.saying", text=" ".join(asked.words)))
    if not (sheet.without_passage or asked.without_passage):
        told.append(wording.say("sheet.supported"))
    return tuple(told)


def order_words(asked: Listing, wording: Wording) -> str:
    """By what a sheet is ordered, and parted where it is."""
    by = wording.say(f"facts.sort_{asked.sort.value}")
    told = wording.say("sheet.descending", by=by) if asked.descending else by
    if asked.group is Group.NONE:
        return told
    return wording.say("sheet.grouped", order=told, by=wording.say(f"facts.group_{asked.group.value}"))


def part_words(sheet: Sheet, wording: Wording) -> tuple[str, ...]:
    """What goes along with its facts, as the tabs are called."""
    return tuple(wording.say(f"workbook.sheet.{part}") for part in sheet.parts)


def _sets(asked: FactFilter, wording: Wording) -> list[str]:
    told = []
    for name, key in _SETS:
        members = sorted(getattr(asked, name))
        if members:
            words = ", ".join(wording.say(f"facts.{key}_{each.value}") for each in members)
            told.append(wording.say("facts.chip", name=wording.say(f"facts.filter_{name}"), what=words))
    return told


def _properties(asked: FactFilter, known: Mapping[str, Property], wording: Wording) -> list[str]:
    labels = [known[key].label(wording.language) if key in known else key for key in sorted(asked.properties)]
    name = wording.say("facts.filter_properties")
    return [wording.say("facts.chip", name=name, what=", ".join(labels))] if labels else []
