"""Proposals into the project: what an extractor reads becomes facts in state proposed, each with its passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import MaeditorError, MissingRecordError, WorkerDiedError
from maeditor.domain.facts import Fact
from maeditor.domain.properties import Property
from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.interface import Extraction, Extractor
from maeditor.services.article_proposals import Asked, prepare
from maeditor.services.learning import learn
from maeditor.services.passing_over import to_read
from maeditor.services.runner import ActionRunner, LongAction, catalogue_of

if TYPE_CHECKING:
    from maeditor.extraction.worker import Answer
    from maeditor.services.crews import Crew
    from maeditor.services.in_order import Outcome
    from maeditor.store.readings import Readable, Reading
    from maeditor.store.unit_of_work import UnitOfWork

MOST_PENDING = 200
"""Texts without proposals that are remembered in one transaction of their own."""


@dataclass(frozen=True, slots=True)
class ProposeReport:
    """How many facts were proposed, article by article; ``done`` is None where nothing changed.

    ``failed`` are the articles that could not be read, with the reason. Of a run that does not gather its changes
    ``done`` tells only the last of them.
    """

    proposed: Mapping[str, int]
    done: Done | None
    failed: Mapping[str, MaeditorError]

    @property
    def total(self) -> int:
        """All new proposals."""
        return sum(self.proposed.values())


def propose_articles(
    runner: ActionRunner,
    article_ids: Iterable[str] | None = None,
    *,
    again: bool = False,
    extractor: Extractor | None = None,
    jobs: int | None = None,
    crew: AbstractContextManager[Crew] | None = None,
    gathers: bool = True,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ProposeReport:
    """Propose facts for articles (all by default) as one action.

    An article that this version of the extractor has read is passed over, unless ``again``. Of one that is read again
    the facts that are still proposed and untouched are replaced; what a person decided stays, and what says the same
    is not proposed twice. ``jobs`` processes read (by default as many as pay), or the ``crew``. Raises ClusterError.
    """
    from maeditor.extraction.worker import extract
    from maeditor.services.crews import hired
    from maeditor.services.in_order import InOrder

    extractor = extractor or GrammarExtractor()
    with runner.read() as queries:
        waiting = to_read(queries, article_ids, extractor.name, again=again)
        known = catalogue_of(queries)
    run = _Run(
        runner,
        extractor,
        known,
        LongAction(runner, "propose-facts", gathers=gathers),
        learn(runner).weighed,
        again=again,
    )
    with ExitStack() as stack:
        # Cut off by an error, it is seen as interrupted at once, not when this program ends.
        stack.callback(run.leave)
        if crew is None:
            crew = hired(jobs, len(waiting), sum(each.length for each in waiting))
        with crew as readers:
            reading: InOrder[Asked, Answer] = InOrder(readers, extract, run.arguments, cancelled)
            for outcome in reading.of(run.texts(waiting)):
                run.take(outcome)
                progress(run.handled / (len(waiting) + 1))
        report = run.close(interrupted=run.handled < len(waiting))
        run.closed = True
    progress(1.0)
    return report


@dataclass(slots=True)
class _Run:
    """One run over articles: what is given out to be read, and what is made of what comes back."""

    runner: ActionRunner
    extractor: Extractor
    known: Mapping[str, Property]
    action: LongAction
    weigh: Callable[[Fact], Fact]
    """Gives a new fact the confidence that decisions taught."""
    again: bool
    handled: int = 0
    proposed: dict[str, int] = field(default_factory=dict)
    failed: dict[str, MaeditorError] = field(default_factory=dict)
    empty: list[Reading] = field(default_factory=list)
    """Texts without proposals, to be remembered with the next batch."""

    closed: bool = False

    def arguments(self, asked: Asked) -> tuple[Extractor, str, str | None]:
        """What goes out of an article: its text and language, and who is to read it."""
        return self.extractor, asked.text, asked.language or None

    def texts(self, waiting: Iterable[Readable]) -> Iterator[Asked]:
        """The texts, each read from the store when the crew can take it; those gone meanwhile are left out."""
        for each in waiting:
            with self.runner.read() as queries:
                try:
                    text = queries.text(each.text_id)
                except MissingRecordError:
                    self.handled += 1
                    continue
            yield Asked(each.article_id, each.text_id, each.language, text)

    def take(self, outcome: Outcome[Asked, Answer]) -> None:
        """Store what was read in one article."""
        from maeditor.services.crews import extraction_of

        self.handled += 1
        asked, answer = outcome.item, outcome.result
        if answer is None:
            self.failed[asked.article_id] = WorkerDiedError("worker_died", title=self._title(asked.article_id))
            return
        self._store(asked, extraction_of(answer, self.extractor))

    def close(self, *, interrupted: bool) -> ProposeReport:
        """End the action."""
        self._remember()
        details: Row = {"count": sum(self.proposed.values()), "articles": len(self.proposed)}
        if interrupted:
            details["interrupted"] = True
        return ProposeReport(self.proposed, self.action.close(details), self.failed)

    def leave(self) -> None:
        """Leave the action to be seen as interrupted, if it was not closed."""
        if not self.closed:
            with suppress(MaeditorError):  # what cut it off may keep this from being written, too
                self.action.leave()

    def _store(self, asked: Asked, extraction: Extraction) -> None:
        with self.runner.read() as queries:
            work = prepare(queries, asked, extraction, self.extractor.name, self.known, again=self.again)
        if work is not None and not work.new:
            self.empty.append(asked.reading(self.extractor.name, self.action.id))
        if work is None or not work.changes:
            if len(self.empty) >= MOST_PENDING:
                self._remember()
            return
        empty, stored = self.empty, []
        self.empty = []

        def store(unit: UnitOfWork) -> None:
            unit.keep_readings(empty)
            stored.append(work.store_in(unit, self.weigh))

        self.action.batch(store)
        self.proposed[asked.article_id] = stored[0]

    def _remember(self) -> None:
        """Keep what gave nothing: no change of the project, so no action is begun for it."""
        if self.empty:
            self.runner.let_pass()
            with self.runner.store.write() as unit:
                unit.keep_readings(self.empty)
            self.empty = []

    def _title(self, article_id: str) -> str:
        with self.runner.read() as queries:
            return queries.article(article_id).title
