"""Articles in: files, folders and pasted text become articles with an immutable text; duplicates are recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from maeditor.domain.articles import Article, Noise, TextVersion, text_digest
from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import StoppedError, UnreadableFileError
from maeditor.domain.record import new_id
from maeditor.extraction.text.language import guess_language
from maeditor.extraction.text.lines import LineLabel, label_lines
from maeditor.formats.article_files import REFERENCES, SUFFIXES, ReadArticle, read_article, read_pasted
from maeditor.formats.folders import article_paths
from maeditor.formats.readings import Reading, Remark, readings
from maeditor.services.referencing import Catalogue, complete, completed, referred
from maeditor.services.runner import ActionRunner, LongAction

if TYPE_CHECKING:
    from maeditor.formats.references import Reference
    from maeditor.store.queries import Queries
    from maeditor.store.unit_of_work import UnitOfWork

_Source: TypeAlias = tuple[str, Callable[[], Iterator[Reading]]]
"""A file's name, and all that it holds."""


ARTICLE_SUFFIXES = SUFFIXES
"""The endings of files that articles come in."""


class Outcome(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    DESCRIBED = "described"
    """A reference that completed, or knew nothing beyond, the details of an article that is there."""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """The fate of a file, or of one thing in it: the new article, the one it repeats or describes, or why it failed."""

    name: str
    outcome: Outcome
    article_id: str = ""
    title: str = ""
    error: UnreadableFileError | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; ``done`` is None where nothing was imported."""

    outcomes: tuple[FileOutcome, ...]
    done: Done | None

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The articles that are new."""
        return tuple(each.article_id for each in self.outcomes if each.outcome is Outcome.IMPORTED)

    def count(self, outcome: Outcome) -> int:
        """How many files met this outcome."""
        return sum(each.outcome is outcome for each in self.outcomes)


def _ignore_progress(_share: float) -> None:
    """Nobody watches."""


def _ignore_outcome(_outcome: FileOutcome) -> None:
    """Nobody listens: the report says it all."""


def _never() -> bool:
    return False


def import_paths(
    runner: ActionRunner,
    paths: Iterable[Path],
    progress: Callable[[float], None] = _ignore_progress,
    cancelled: Callable[[], bool] = _never,
    tell: Callable[[FileOutcome], None] = _ignore_outcome,
) -> ImportReport:
    """Import files and folders as one action; a file that cannot be read stops nothing else.

    ``tell`` hears of each file as soon as it is stored or refused.
    """
    found: list[_Source] = []
    for path in paths:
        members = article_paths([path])
        if path.is_dir() and not members:
            found.append((str(path), lambda path=path: _refuse_empty(path)))  # type: ignore[misc]
        found.extend((str(member), lambda member=member: readings(member, cancelled)) for member in members)  # type: ignore[misc]
    # References come last: what they are about is there by then.
    found.sort(key=lambda source: source[0].lower().endswith(REFERENCES))
    return _import(runner, found, progress, cancelled, tell)


def import_text(runner: ActionRunner, text: str) -> ImportReport:
    """Import a pasted article."""
    return _import(runner, [("", lambda: _pasted(text))], _ignore_progress, _never, _ignore_outcome)


def _pasted(text: str) -> Iterator[Reading]:
    try:
        yield Reading(article=read_pasted(text))
    except UnreadableFileError as error:
        yield Reading(error=error)


def _refuse_empty(folder: Path) -> Iterator[Reading]:
    name = folder.name or str(folder.resolve().name)
    yield Reading(error=UnreadableFileError("folder_has_no_articles", name=name))


def _import(
    runner: ActionRunner,
    files: list[_Source],
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
    tell: Callable[[FileOutcome], None],
) -> ImportReport:
    outcomes: list[FileOutcome] = []
    intake = _Intake(runner, cancelled)
    stopped = False
    for index, (name, read) in enumerate(files):
        stopped = stopped or cancelled()
        if stopped:
            break
        progress(index / len(files))
        try:
            for reading in read():
                outcomes.append(intake.take(name, reading))
                tell(outcomes[-1])
                stopped = reading.part != "" and cancelled()
                if stopped:
                    break
        except StoppedError:
            stopped = True
    progress(1.0)
    titles = [each.title for each in outcomes if each.outcome is Outcome.IMPORTED]
    details: Row = {"count": len(titles), "titles": titles[:5]}
    if stopped:
        details["interrupted"] = True
    return ImportReport(tuple(outcomes), intake.action.close(details))


class _Intake:
    """Takes in what was read, one thing after the other, as one action."""

    def __init__(self, runner: ActionRunner, cancelled: Callable[[], bool]) -> None:
        self._runner, self._cancelled = runner, cancelled
        self.action = LongAction(runner, "import-articles")
        self._catalogue: Catalogue | None = None

    def take(self, name: str, reading: Reading) -> FileOutcome:
        """Store what was read, or say why not."""
        told = f"{name}#{reading.part}" if reading.part else name
        if reading.reference is not None:
            outcome = self._refer(told, reading, reading.reference)
            if outcome is not None:
                return outcome
        article = reading.article
        if article is None:
            return FileOutcome(told, Outcome.FAILED, error=reading.error, remarks=reading.remarks)
        kept = _keep(self._runner, self.action, _Prepared.of(article), told)
        return replace(kept, remarks=reading.remarks) if kept.outcome is Outcome.IMPORTED else kept

    def _refer(self, name: str, reading: Reading, reference: Reference) -> FileOutcome | None:
        """Complete the article that a reference is about, or read the file it names; None where there is neither."""
        if self._catalogue is None:
            with self._runner.read() as queries:
                self._catalogue = Catalogue(queries.articles())
        found = self._catalogue.find(reference)
        if len(found) == 1:
            return self._complete(name, next(iter(found)), reference)
        if found:
            title, count = reference.title or reference.url, len(found)
            error = UnreadableFileError("reference_of_several", name=name, title=title, count=count)
            return FileOutcome(name, Outcome.FAILED, error=error)
        if reading.attached is None:
            return None
        try:
            read = read_article(reading.attached, self._cancelled)
        except UnreadableFileError as error:
            # The abstract is better than nothing, and what is wrong with the file is said by the file's own name.
            return None if reading.article is not None else FileOutcome(name, Outcome.FAILED, error=error)
        kept = _keep(self._runner, self.action, _Prepared.of(referred(read, reference)), name)
        return self._complete(name, kept.article_id, reference) if kept.outcome is Outcome.DUPLICATE else kept

    def _complete(self, name: str, article_id: str, reference: Reference) -> FileOutcome:
        with self._runner.read() as queries:
            found = queries.article(article_id)
        if completed(found, reference) != found:
            self.action.batch(lambda unit: complete(unit, article_id, reference))
        return FileOutcome(name, Outcome.DESCRIBED, article_id, found.title)


def _keep(runner: ActionRunner, action: LongAction, prepared: _Prepared, name: str) -> FileOutcome:
    """Store an article, unless one with the same bytes or text is there: by now, or by the time we may write."""
    with runner.read() as queries:
        twin = prepared.twin(queries)
    article_id = new_id()
    if twin is None:
        found: list[Article] = []

        def store(unit: UnitOfWork) -> None:
            other = prepared.twin(unit.queries)
            if other is None:
                prepared.store_in(unit, article_id, runner.clock())
            else:
                found.append(other)

        action.batch(store)
        twin = found[0] if found else None
    if twin is not None:
        return FileOutcome(name, Outcome.DUPLICATE, twin.id, twin.title)
    return FileOutcome(name, Outcome.IMPORTED, article_id, prepared.read.title)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An article read, named and looked over before the store is touched: a transaction stays short."""

    read: ReadArticle
    text_sha256: str
    original_sha256: str
    language: str
    noise: tuple[Noise, ...]

    @classmethod
    def of(cls, read: ReadArticle) -> _Prepared:
        language = read.language or guess_language(read.text)
        lines = label_lines(read.text)
        noise = tuple(Noise(each.start, each.end, each.noise) for each in lines if each.label is LineLabel.NOISE)
        return cls(read, text_digest(read.text), hashlib.sha256(read.original).hexdigest(), language, noise)

    def twin(self, queries: Queries) -> Article | None:
        """The article that has the same bytes or the same text already."""
        return queries.article_by_original(self.original_sha256) or queries.article_by_text(self.text_sha256)

    def store_in(self, unit: UnitOfWork, article_id: str, at: str) -> None:
        text_id = new_id()
        read = self.read
        unit.put_blob(self.text_sha256, read.text.encode("utf-8"))
        unit.put_blob(self.original_sha256, read.original)
        unit.articles.add(
            Article(
                article_id,
                1,
                unit.next_number("article"),
                read.title,
                read.publisher,
                read.author,
                read.published,
                read.url,
                self.language,
                read.file_name,
                text_id,
                at,
            )
        )
        unit.texts.add(
            TextVersion(
                text_id,
                1,
                article_id,
                1,
                self.text_sha256,
                self.original_sha256,
                read.encoding,
                read.reader,
                len(read.text),
                self.noise,
            )
        )
