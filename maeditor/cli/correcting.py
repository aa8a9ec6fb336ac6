"""``maeditor corrections PROJECT FILE.xlsx``: what colleagues changed in an exported workbook, told or taken in."""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.domain.merge import Correction, MergeState
from maeditor.formats.workbook.baseline import COLUMN_OF_FIELD
from maeditor.services.merging import (
    Corrections,
    MergeReport,
    all_keys,
    apply_corrections,
    clean_keys,
    read_corrections,
)

CLEAN, ALL = "clean", "all"
_CHOSEN = {CLEAN: clean_keys, ALL: all_keys}


def run(arguments: Namespace, console: Console) -> int:
    """Tell the corrections, and apply those asked for; 1 where applying left something that a person must look at."""
    with opened(arguments.project) as runner:
        corrections = read_corrections(runner, arguments.workbook, console.wording, progress=console.progress)
        _tell(corrections, console, json=arguments.json)
        for remark in corrections.remarks:
            print(remark, file=console.err)
        if not arguments.apply:
            return 0
        report = apply_corrections(runner, corrections, _CHOSEN[arguments.apply](corrections))
    return _tell_applied(corrections, report, console, json=arguments.json)


def _tell(corrections: Corrections, console: Console, *, json: bool) -> None:
    if json:
        console.line({"changes": [_record(each) for each in corrections.items]})
        return
    for each in corrections.items:
        print(_line(each, console), file=console.out)
    console.say(
        "corrections.count",
        count=len(corrections.items),
        unchanged=corrections.unchanged,
        rows=corrections.rows_read,
    )


def _tell_applied(corrections: Corrections, report: MergeReport, console: Console, *, json: bool) -> int:
    """Say what was done; beside JSON on the other stream, which is for people."""
    tell = console.warn if json else console.say
    tell("corrections.applied", count=report.applied)
    invalid = [each for each in corrections.items if each.state is MergeState.INVALID]
    left = [*invalid, *report.left]
    if left:
        console.warn("corrections.left_over", count=len(left))
    for each in report.left:
        console.warn("corrections.said_left", reason=each.reason)
    return 1 if left else 0


def _record(each: Correction) -> dict[str, object]:
    return {
        "fact": each.fact_id or None,
        "number": each.number or None,
        "field": each.field or None,
        "base": each.base,
        "here": each.here,
        "there": each.there,
        "state": each.state.value,
        "reason": each.reason or None,
        "row": each.row or None,
    }


def _line(each: Correction, console: Console) -> str:
    say = console.wording.say
    if each.state is MergeState.INVALID:
        return say("corrections.said_invalid", reason=each.reason)
    column = say(f"workbook.column.{COLUMN_OF_FIELD[each.field]}") if each.field else ""
    base, here, there = (" ".join(text.split()) or say("corrections.empty") for text in _values(each))
    details = {"fact": each.number, "column": column, "base": base, "here": here, "there": there, "row": str(each.row)}
    match each.state:
        case MergeState.CHANGED_THERE:
            told = say("corrections.said_changed_there", **details)
        case MergeState.CHANGED_HERE:
            told = say("corrections.said_changed_here", **details)
        case MergeState.BOTH:
            told = say("corrections.said_both", **details)
        case MergeState.NEW:
            told = say("corrections.said_new", **details)
        case _:
            told = say("corrections.said_deleted", **details)
    return told + (say("corrections.said_reason", reason=each.reason) if each.reason else "")


def _values(each: Correction) -> tuple[str, str, str]:
    return each.base, each.here, each.there
