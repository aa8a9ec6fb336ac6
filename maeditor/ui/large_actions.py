"""The one way to do what may touch thousands of records: small ones at once, large ones behind the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError, StoppedError
from maeditor.services import undoing
from maeditor.services.batching import UNWATCHED, Watch, is_large
from maeditor.services.runner import ActionRunner
from maeditor.services.telling import tell_error
from maeditor.ui.jobs import Jobs
from maeditor.ui.notices import Notices
from maeditor.ui.wording import Words

Call = Callable[[Watch], Done]


@dataclass(frozen=True, slots=True)
class LargeActions:
    """One large action at a time; stopped, or overtaken by somebody else's change, it did nothing."""

    jobs: Jobs
    notices: Notices
    words: Words
    act: Callable[[Callable[[], Done]], Done | None]
    """Runs a service call and tells what it did, or why it cannot be."""
    prepare: Callable[[Done], None] | None = None
    """Reads, on the job's thread, what the panes ask for once they are told."""

    def do(
        self,
        title_key: str,
        size: int,
        call: Call,
        then: Callable[[Done], None] | None = None,
        failed: Callable[[MaeditorError], None] | None = None,
    ) -> None:
        """Do something that changes about ``size`` records; ``then`` hears of it once it is done and told.

        ``failed`` hears why it cannot be, instead of the notices.
        """
        if self.jobs.alone:
            self.notices.hint(self.words.say("notice.one_at_a_time"))
        elif is_large(size):
            self.jobs.start(
                title_key,
                lambda watch: self._prepared(call(watch)),
                lambda done: self._tell(lambda: done, then),
                self._telling(failed),
                alone=True,
            )
        elif failed is None:
            self._tell(lambda: call(UNWATCHED), then)
        else:
            try:
                done = call(UNWATCHED)
            except MaeditorError as error:
                failed(error)
            else:
                self._tell(lambda: done, then)

    def undo(self, runner: ActionRunner) -> None:
        """Take back this editor's last action."""
        last = undoing.undoable(runner) if not self.jobs.alone else None
        size = undoing.weight(runner, last.id) if last is not None else 0
        self.do("job.undoing", size, lambda watch: undoing.undo(runner, watch))

    def redo(self, runner: ActionRunner) -> None:
        """Do again what was last taken back."""
        last = undoing.redoable(runner) if not self.jobs.alone else None
        size = undoing.weight(runner, last.id) if last is not None else 0
        self.do("job.redoing", size, lambda watch: undoing.redo(runner, watch))

    def _prepared(self, done: Done) -> Done:
        if self.prepare is not None:
            # What cannot be read now is told by the pane that asks for it.
            with suppress(MaeditorError):
                self.prepare(done)
        return done

    def _tell(self, call: Callable[[], Done], then: Callable[[Done], None] | None) -> None:
        done = self.act(call)
        if done is not None and then is not None:
            then(done)

    def _telling(self, failed: Callable[[MaeditorError], None] | None) -> Callable[[MaeditorError], None]:
        def tell(error: MaeditorError) -> None:
            if isinstance(error, StoppedError):
                self.notices.hint(tell_error(error, self.words.wording))
            else:
                (failed or self.notices.error_from)(error)

        return tell
