"""``maeditor import-facts PROJECT FILE``: facts made elsewhere, each held against its article, a line a row."""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.services.vetting import Vetted, take_facts, vet_facts


def run(arguments: Namespace, console: Console) -> int:
    """Take in what passes; 1 where a row did not, for a script must notice."""
    with opened(arguments.project) as runner:
        vetted = vet_facts(runner, arguments.file, language=console.wording.language, progress=console.progress)
        done = None
        if not arguments.dry_run:
            done = take_facts(runner, vetted, arguments.file.name, without_passage=arguments.without_passage)
    entered = done is not None and not arguments.dry_run
    for each in vetted:
        outcome = _outcome(each, entered=entered and (each.passed or (arguments.without_passage and each.may_enter)))
        if arguments.json:
            console.line(_record(each, outcome, console))
        else:
            console.say("vetting.line", line=each.row.line, outcome=_worded(each, outcome, console), quote=_quote(each))
    if not arguments.json:
        passed = sum(each.passed for each in vetted)
        console.say("vetting.told", count=passed, all=len(vetted))
    return int(any(not each.passed and each.reason != "already_there" for each in vetted))


def _outcome(each: Vetted, *, entered: bool) -> str:
    if entered:
        return "entered" if each.passed else "entered_without_passage"
    return "found" if each.passed else "left"


def _worded(each: Vetted, outcome: str, console: Console) -> str:
    told = console.wording.say(f"vetting.outcome_{outcome}")
    if each.reason:
        return f"{told} ({console.wording.say(f'vetting.reason_{each.reason}')})"
    return (
        told if each.score == 1 else console.wording.say("vetting.likeness", told=told, score=round(100 * each.score))
    )


def _quote(each: Vetted) -> str:
    return " ".join(each.row.values.get("quote", "").split())[:80]


def _record(each: Vetted, outcome: str, console: Console) -> dict[str, object]:
    proposal = each.proposal
    return {
        "line": each.row.line,
        "outcome": outcome,
        "reason": each.reason or None,
        "why": console.wording.say(f"vetting.reason_{each.reason}") if each.reason else None,
        "article": each.article_id or None,
        "title": each.article_title or None,
        "score": each.score,
        "start": proposal.evidence[0][0] if proposal else None,
        "end": proposal.evidence[0][1] if proposal else None,
        "property": each.claimed.property if each.claimed else None,
        "quote": each.row.values.get("quote"),
    }
