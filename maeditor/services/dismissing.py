"""Figures that a person found to be no fact: put aside with a reason, and taken back; each one action."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from maeditor.domain.anchors import Anchor, Span
from maeditor.domain.changes import Done, Row
from maeditor.domain.dismissals import Dismissal, DismissalReason, checked_note
from maeditor.domain.errors import MissingRecordError, ValueTextError
from maeditor.domain.record import new_id
from maeditor.services.runner import ActionRunner

if TYPE_CHECKING:
    from maeditor.store.unit_of_work import UnitOfWork

LONGEST_NAME = 40
"""Code points of a figure in the sentence about it."""


def dismiss(runner: ActionRunner, article_id: str, span: Span, reason: DismissalReason, note: str = "") -> Done:
    """Put a figure aside, with its quote read off the text.

    Raises QuoteMismatchError outside of the text, ValueTextError where it is dismissed already or the note is missing.
    """
    return _dismiss(runner, "dismiss-figure", article_id, (span,), reason, note)


def dismiss_all(
    runner: ActionRunner, article_id: str, spans: Iterable[Span], reason: DismissalReason, note: str = ""
) -> Done:
    """Put several figures aside for one reason, as one action. Raises as ``dismiss``."""
    return _dismiss(runner, "dismiss-figures", article_id, tuple(dict.fromkeys(spans)), reason, note)


def take_back(runner: ActionRunner, dismissal_ids: Iterable[str]) -> Done:
    """Let figures wait again for a fact or a reason, as one action. Raises MissingRecordError."""

    def work(unit: UnitOfWork) -> Row:
        quotes = []
        for dismissal_id in dict.fromkeys(dismissal_ids):
            dismissal = unit.dismissals.get(dismissal_id)
            unit.dismissals.remove(dismissal)
            quotes.append(_named(dismissal.exact))
        return {"quotes": quotes}

    return runner.run("recall-figures", work)


def _dismiss(
    runner: ActionRunner, kind: str, article_id: str, spans: tuple[Span, ...], reason: DismissalReason, note: str
) -> Done:
    said = checked_note(reason, note)

    def work(unit: UnitOfWork) -> Row:
        made = put_aside(unit, article_id, spans, reason, said)
        return {"quotes": [_named(each.exact) for each in made], "reason": reason.value}

    return runner.run(kind, work)


def put_aside(
    unit: UnitOfWork, article_id: str, spans: Iterable[Span], reason: DismissalReason, note: str
) -> list[Dismissal]:
    """Dismiss figures within an action. Raises as ``dismiss``, MissingRecordError where there is no such article."""
    article = unit.articles.find(article_id)
    if article is None or article.hidden:
        raise MissingRecordError("article_missing", id=article_id)
    text = unit.queries.text(article.text_id)
    taken = {(each.text_id, each.start, each.end) for each in unit.queries.dismissals_of(article_id)}
    made = []
    for span in spans:
        anchor = Anchor.of(text, span)
        if (article.text_id, span.start, span.end) in taken:
            raise ValueTextError("figure_dismissed", quote=_named(anchor.exact))
        made.append(
            Dismissal(
                new_id(), 1, article_id, article.text_id, span.start, span.end,
                anchor.exact, anchor.prefix, anchor.suffix, reason, note,
            )
        )  # fmt: skip
    unit.dismissals.add_all(made)
    return made


def _named(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1].rstrip()}…"
