"""What a filter asks for, as chips that each take one thing back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from maeditor.domain.listing import FactFilter, Group, Listing, Sort
from maeditor.ui.filter_bar import EVERYTHING, Chip
from maeditor.ui.filter_menu import FLAGS, SETS
from maeditor.ui.wording import Words

SHORT_CHIP = 2
"""Of more members than these a chip tells how many."""
_KEYS = {name: key for name, key, _members in SETS}


def filter_chips(asked: FactFilter, words: Words, labels: Mapping[str, str]) -> list[Chip]:
    """What a filter narrows a list to, besides its text; ``labels`` are those of the properties."""
    say = words.say
    chips = [
        Chip(name, say("facts.chip", name=say(f"facts.filter_{name}"), what=_told(asked, name, words, labels)))
        for name in (*_KEYS, "properties")
        if getattr(asked, name)
    ]
    return chips + [Chip(name, say(f"facts.filter_{name}")) for name in FLAGS if getattr(asked, name)]


def order_chips(asked: Listing, words: Words) -> list[Chip]:
    """How the list is parted and ordered, where that is not as usual."""
    say = words.say
    chips = []
    if asked.group is not Group.NONE:
        told = say(f"facts.group_{asked.group.value}")
        chips.append(Chip("group", say("facts.chip", name=say("facts.group_by"), what=told)))
    if asked.sort is not Sort.TEXT or asked.descending:
        told = say(f"facts.sort_{asked.sort.value}") + (" ↓" if asked.descending else "")
        chips.append(Chip("sort", say("facts.chip", name=say("facts.sort_by"), what=told)))
    return chips


def without(asked: Listing, name: str) -> Listing:
    """The listing without what a chip stands for."""
    usual = Listing()
    if name == EVERYTHING:
        return usual
    if name == "rejected":
        return replace(asked, rejected=usual.rejected)
    if name == "group":
        return replace(asked, group=usual.group)
    if name == "sort":
        return replace(asked, sort=usual.sort, descending=usual.descending)
    unasked = {each.name: getattr(usual.filter, each.name) for each in fields(FactFilter)}
    return replace(asked, filter=replace(asked.filter, **{name: unasked[name]}))


def _told(asked: FactFilter, name: str, words: Words, labels: Mapping[str, str]) -> str:
    """What a chip says of a set: its members, or how many."""
    members = sorted(getattr(asked, name))
    if len(members) > SHORT_CHIP:
        return words.number(len(members))
    if name == "properties":
        return ", ".join(labels.get(each, each) for each in members)
    return ", ".join(words.say(f"facts.{_KEYS[name]}_{each}").lower() for each in members)
