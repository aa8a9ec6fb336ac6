"""A step of the history in words and signs: its icon, its day, who did it and what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from maeditor.services.phrasing import worded_date, worded_moment
from maeditor.services.retracing import Step
from maeditor.services.undoing import original_kind
from maeditor.wording import Wording

ICONS: Mapping[str, str] = MappingProxyType(
    {
        "import-articles": "import",
        "propose-facts": "proposed",
        "record-fact": "add",
        "attach-passage": "link",
        "remove-evidence": "without_passage",
        "move-passage": "highlight",
        "correct-fact": "corrected",
        "accept-fact": "accepted",
        "reject-fact": "rejected",
        "defer-fact": "deferred",
        "reopen-fact": "proposed",
        "dismiss-figure": "reject",
        "dismiss-figures": "reject",
        "recall-figures": "proposed",
        "describe-article": "read",
        "add-property": "attribute",
        "split-fact": "split",
        "merge-facts": "merge",
        "link-fact": "link",
        "duplicate-fact": "copy",
        "checkpoint": "flag",
        "return-to-checkpoint": "flag",
        "undo": "undo",
        "revert": "undo",
        "redo": "redo",
    }
)
_LABEL = re.compile(r"F-(\d+)")
ANYTHING = "edit"
"""The icon of what has none of its own."""


def icon_of(step: Step) -> str:
    """The sign before a step."""
    return ICONS.get(step.action.kind) or ICONS.get(original_kind(step.action), ANYTHING)


def day_of(step: Step) -> date:
    """On which day it was done, where the person is."""
    return datetime.fromisoformat(step.action.at).astimezone().date()


def day_text(day: date, words: Wording) -> str:
    """Today, yesterday, or the date."""
    today = datetime.now().astimezone().date()
    if day == today:
        return words.say("timeline.today")
    if day == today - timedelta(days=1):
        return words.say("timeline.yesterday")
    return worded_date(day.isoformat(), words)


def clock(step: Step) -> str:
    """The time of the day when it was done."""
    return f"{datetime.fromisoformat(step.action.at).astimezone():%H:%M}"


def told(step: Step) -> str:
    """Its sentence, with a capital."""
    return f"{step.told[:1].upper()}{step.told[1:]}"


def fate_text(step: Step, words: Wording) -> str:
    """What became of it, or nothing while it simply stands."""
    ender = step.taken_back_by
    if step.running:
        return words.say("timeline.running")
    if step.given_up:
        return words.say("timeline.given_up")
    if ender is not None:
        return words.say("timeline.taken_back", editor=ender.editor, at=worded_moment(ender.at, words))
    return words.say("timeline.interrupted") if step.interrupted else ""


def under_text(step: Step, words: Wording, about: str = "", *, by: bool = True) -> str:
    """The line below its sentence: ``by`` whom, when, what became of it, and last, as it may be cut, the fact."""
    editor = step.action.editor if by else ""
    return " · ".join(part for part in (editor, clock(step), fate_text(step, words), about) if part)


def spoken(step: Step, words: Wording, about: str = "") -> str:
    """All of it, as a screen reader says it."""
    at = worded_moment(step.action.at, words)
    return ", ".join(part for part in (told(step), about, step.action.editor, at, fate_text(step, words)) if part)


def fact_number(step: Step) -> int | None:
    """The number of the one fact that a step is about; None where it is about several, or none."""
    numbers = fact_numbers(step)
    return numbers[0] if len(numbers) == 1 else None


def articles_text(step: Step, words: Wording) -> str:
    """How many articles a step went through, or nothing."""
    count = step.action.details.get("articles")
    return words.say("timeline.articles", count=count) if isinstance(count, int) and count else ""


def fact_numbers(step: Step) -> tuple[int, ...]:
    """The numbers of all facts that a step is about; none where only the first of them are named."""
    details = step.action.details
    labels = tuple(details.get("facts", ()))
    found = [_LABEL.fullmatch(str(label)) for label in labels]
    known = tuple(int(each.group(1)) for each in found if each is not None)
    return known if len(known) == details.get("count", len(labels)) else ()
