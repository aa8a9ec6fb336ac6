"""Doing, undoing and redoing in the window: each is told with its way back.

What undo takes back next is asked of the journal, not of a ``QUndoStack``: docs/adr/0002.
"""

from __future__ import annotations

from collections.abc import Callable

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.services import undoing
from maeditor.services.runner import ActionRunner
from maeditor.services.telling import TAKEN_BACK, tell_action
from maeditor.ui.bulletin import Bulletin
from maeditor.ui.jobs import Jobs
from maeditor.ui.large_actions import LargeActions
from maeditor.ui.notices import Notices
from maeditor.ui.wording import Words

PATIENCE = 0.2
"""Seconds that the window waits for another writer before it says so; jobs wait longer."""


class History:
    """The actions of one open project, as its editor does them and takes them back."""

    def __init__(self, runner: ActionRunner, bulletin: Bulletin, notices: Notices, words: Words, jobs: Jobs) -> None:
        self._runner, self._bulletin, self._notices, self._words = runner, bulletin, notices, words
        own = LargeActions(jobs, notices, words, self.act)
        self.large: Callable[[], LargeActions] = lambda: own
        """How large ones are done; the desk's way reads ahead for the panes, too."""
        runner.patience = PATIENCE

    def act(self, call: Callable[[], Done]) -> Done | None:
        """Run a service call: publish it and say so with a way back, or say why it cannot be and return None."""
        return self._told(call)

    def undo(self) -> None:
        """Take back this editor's last action, also one of yesterday."""
        self.large().undo(self._runner)

    def redo(self) -> None:
        """Do again what was last taken back."""
        self.large().redo(self._runner)

    @property
    def undoable(self) -> bool:
        """Tell whether there is anything to take back; while that is not known yet, as if there were."""
        return not self._runner.awake or undoing.undoable(self._runner) is not None

    @property
    def redoable(self) -> bool:
        """Tell whether there is anything to do again; while that is not known yet, as if there were."""
        return not self._runner.awake or undoing.redoable(self._runner) is not None

    def _told(self, call: Callable[[], Done]) -> Done | None:
        try:
            done = call()
        except MaeditorError as error:
            self._notices.error_from(error)
            return None
        self._bulletin.publish(done)
        told = tell_action(done.action, self._words.wording)
        # What took something back, also out of turn, is what redo does again.
        label_key, back = ("notice.redo", self.redo) if done.action.kind in TAKEN_BACK else ("notice.undo", self.undo)
        self._notices.info(f"{told[:1].upper()}{told[1:]}", self._words.say(label_key), back)
        return done
