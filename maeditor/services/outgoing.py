"""A project's facts gathered for programs that are not ours: with their texts, and with who made what and when."""

from __future__ import annotations

from collections.abc import Iterable

from maeditor import __version__
from maeditor.domain.facts import Lifecycle
from maeditor.domain.properties import Kind
from maeditor.domain.sheets import Sheet
from maeditor.formats.outgoing.content import Made, OutgoingFact, OutgoingLink, OutgoingProject, OutgoingText
from maeditor.services.library import FactView, views_of
from maeditor.services.phrasing import worded_date, worded_quantity
from maeditor.services.runner import ActionRunner
from maeditor.services.sheet_facts import how_sure, sheet_facts, whole_project_sheet
from maeditor.wording import Wording

PAGE = 200
"""Actions read at once."""


def project_content(runner: ActionRunner, wording: Wording, sheet: Sheet | None = None) -> OutgoingProject:
    """Gather the facts of a sheet, or every one that was not rejected, with the texts their passages stand in."""
    asked = sheet or whole_project_sheet("")
    sure = how_sure(runner, asked)
    with runner.read() as queries:
        views = views_of(queries, sheet_facts(queries, asked, wording.language, sure))
        needed = {link.passage.text_id for view in views for link in view.evidence}
        texts = [
            OutgoingText(article, version)
            for article in queries.articles(include_hidden=True)
            for version in queries.text_versions(article.id)
            if version.id in needed or (sheet is None and version.id == article.text_id and not article.hidden)
        ]
        name = (sheet.title if sheet is not None else "") or queries.meta("name") or ""
    made = _made(runner)
    return OutgoingProject(
        name,
        runner.clock(),
        runner.editor,
        wording.language,
        [_outgoing(view, made, wording) for view in views],
        texts,
        lambda text_id: _text(runner, text_id),
        f"maeditor {__version__}",
    )


def value_text(view: FactView, wording: Wording) -> str:
    """The value as people read it."""
    fact = view.fact
    if fact.quantity is not None:
        return worded_quantity(fact.quantity, view.property, wording)
    if view.property.kind is Kind.DATE and fact.text_value:
        return worded_date(fact.text_value, wording)
    return fact.text_value or fact.raw or wording.say("facts.no_value")


def about_parts(view: FactView, wording: Wording) -> tuple[str, ...]:
    """What the value is of: property, subject, place, how far it is."""
    fact = view.fact
    told = [view.property.label(wording.language), *dict.fromkeys(each for each in (fact.subject, fact.place) if each)]
    if fact.lifecycle is not Lifecycle.UNKNOWN:
        told.append(wording.say(f"facts.lifecycle_{fact.lifecycle.value}").lower())
    return tuple(told)


def _outgoing(view: FactView, made: dict[str, Made], wording: Wording) -> OutgoingFact:
    fact, value = view.fact, value_text(view, wording)
    return OutgoingFact(
        fact,
        view.property,
        value,
        wording.say("publishing.sentence", about=" · ".join(about_parts(view, wording)), value=value),
        wording.say(f"facts.state_{fact.state.value}"),
        tuple(OutgoingLink(each.id, each.role, each.passage, made.get(each.id, Made())) for each in view.evidence),
        made.get(fact.id, Made()),
    )


def _text(runner: ActionRunner, text_id: str) -> str:
    with runner.read() as queries:
        return queries.text(text_id)


def _made(runner: ActionRunner) -> dict[str, Made]:
    """Who made each fact and each evidence, by the journal; read in pages so that no read holds the store for long."""
    made: dict[str, Made] = {}
    after = 0
    while True:
        with runner.read() as queries:
            page = queries.journal.actions_after(after, PAGE)
            kept = [(action, queries.journal.kept(action.id)) for action in page]
        if not page:
            return made
        for action, changes in kept:
            _note(made, action.editor, action.at, (each[1] for each in changes if each[0] in {"facts", "evidence"}))
        after = page[-1].seq


def _note(made: dict[str, Made], editor: str, at: str, record_ids: Iterable[str]) -> None:
    for record_id in record_ids:
        first = made.get(record_id)
        made[record_id] = Made(first.by, first.at, at) if first else Made(editor, at, at)
