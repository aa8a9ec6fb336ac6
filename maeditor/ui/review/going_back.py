"""Taking back decisions: those of this sitting, then those before it."""

from __future__ import annotations

from collections.abc import Callable

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.services import queueing, undoing
from maeditor.services.batching import is_large
from maeditor.services.telling import tell_action
from maeditor.ui.desk import Desk
from maeditor.ui.review.walk import Decision


class GoingBack:
    """Finds the last decision that stands, and takes it back with a way to redo it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def last(self, article_id: str | None) -> Decision | None:
        """The last decision of this editor in an article, or in the project (None), that still stands."""
        runner = self._desk.runner
        found = queueing.decided(runner, article_id)
        mine = (each for each in found if each.stands and each.action.editor in runner.names)
        last = next(mine, None)
        return Decision(last.fact_id, last.action.id) if last is not None else None

    def take_back(self, decision: Decision, own: Callable[[Done], None]) -> Done | None:
        """Take a decision back; ``own`` hears it first.

        None where something stands in the way, which is told, and where it was one about so many facts that a job
        sees to it.
        """
        desk = self._desk
        size = undoing.weight(desk.runner, decision.action_id)
        if is_large(size):
            desk.large.do(
                "job.undoing",
                size,
                lambda watch: undoing.revert(desk.runner, decision.action_id, kind="undo", watch=watch),
            )
            return None
        try:
            done = undoing.revert(desk.runner, decision.action_id, kind="undo")
        except MaeditorError as error:
            desk.notices.error_from(error)
            return None
        own(done)
        desk.bulletin.publish(done)
        told = tell_action(done.action, desk.words.wording)
        desk.notices.info(f"{told[:1].upper()}{told[1:]}", desk.words.say("notice.redo"), self._redo)
        return done

    def _redo(self) -> None:
        self._desk.large.redo(self._desk.runner)
