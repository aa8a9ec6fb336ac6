"""Articles in: files, folders and pasted text become articles with an immutable text; duplicates are recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from maeditor.domain.articles import Article, Noise, TextVersion, text_digest
from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import UnreadableFileError
from maeditor.domain.record import new_id
from maeditor.extraction.text.language import guess_language
from maeditor.extraction.text.lines import LineLabel, label_lines
from maeditor.formats.article_files import ReadArticle, read_article, read_pasted
from maeditor.formats.folders import article_paths
from maeditor.services.runner import ActionRunner, LongAction

if TYPE_CHECKING:
    from maeditor.store.queries import Queries
    from maeditor.store.unit_of_work import UnitOfWork


class Outcome(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """One file's fate: the new article, the one it duplicates, or why it failed."""

    name: str
    outcome: Outcome
    article_id: str = ""
    title: str = ""
    error: UnreadableFileError | None = None


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
    found: list[tuple[str, Callable[[], ReadArticle]]] = []
    for path in paths:
        members = article_paths([path])
        if path.is_dir() and not members:
            found.append((str(path), lambda path=path: _refuse_empty(path)))  # type: ignore[misc]
        found.extend((str(member), lambda member=member: read_article(member)) for member in members)  # type: ignore[misc]
    return _import(runner, found, progress, cancelled, tell)


def import_text(runner: ActionRunner, text: str) -> ImportReport:
    """Import a pasted article."""
    return _import(runner, [("", lambda: read_pasted(text))], _ignore_progress, _never, _ignore_outcome)


def _refuse_empty(folder: Path) -> ReadArticle:
    raise UnreadableFileError("folder_has_no_articles", name=folder.name or str(folder.resolve().name))


def _import(
    runner: ActionRunner,
    files: list[tuple[str, Callable[[], ReadArticle]]],
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
    tell: Callable[[FileOutcome], None],
) -> ImportReport:
    outcomes: list[FileOutcome] = []
    action = LongAction(runner, "import-articles")
    for index, (name, read) in enumerate(files):
        if cancelled():
            break
        progress(index / len(files))
        try:
            prepared = _Prepared.of(read())
        except UnreadableFileError as error:
            outcomes.append(FileOutcome(name, Outcome.FAILED, error=error))
        else:
            outcomes.append(_keep(runner, action, prepared, name))
        tell(outcomes[-1])
    progress(1.0)
    titles = [each.title for each in outcomes if each.outcome is Outcome.IMPORTED]
    details: Row = {"count": len(titles), "titles": titles[:5]}
    if len(outcomes) < len(files):
        details["interrupted"] = True
    return ImportReport(tuple(outcomes), action.close(details))


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
