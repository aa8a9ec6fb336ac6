"""The figures of the whole project that no fact holds: counted behind the window while the last page is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from maeditor.domain.errors import MaeditorError, MissingRecordError
from maeditor.services import library
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import Job, JobHandle


class LooseFigures(QObject):
    """Counts article by article; leaving the page stops it."""

    counted = Signal(int, int)
    """Figures left in the project, and how many of them in the article in sight."""

    def __init__(self, desk: Desk, loose: Callable[[str], int], parent: QObject) -> None:
        """``loose`` counts an article's figures that no fact holds; from any thread."""
        super().__init__(parent)
        self._desk, self._loose = desk, loose
        self._job: Job | None = None

    def count(self, here: str) -> None:
        """Begin to count; ``here`` is the article in sight."""
        self.stop()
        runner, loose = self._desk.runner, self._loose

        def work(handle: JobHandle) -> tuple[int, int] | None:
            numbers, ids = {}, [card.id for card in library.articles(runner)]
            for at, article_id in enumerate(ids):
                if handle.cancelled():
                    return None
                handle.progress(at / len(ids))
                try:
                    numbers[article_id] = loose(article_id)
                except MissingRecordError:
                    # Somebody deleted it meanwhile.
                    numbers[article_id] = 0
            return sum(numbers.values()), numbers.get(here, 0)

        self._job = self._desk.jobs.start("omission.counting", work, self._tell, self._give_up)

    def stop(self) -> None:
        """Count no further."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _tell(self, found: tuple[int, int] | None) -> None:
        if found is not None and self._job is not None:
            self._job = None
            self.counted.emit(*found)

    def _give_up(self, _error: MaeditorError) -> None:
        """The page is as true without the number."""
        self._job = None
