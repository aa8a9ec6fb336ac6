"""A whole project as JSON lines, out and in: everything it holds but its journal, which begins anew."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, get_type_hints

from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import ExportError, MaeditorError, ProjectError, UnreadableFileError
from maeditor.formats.project_lines import (
    FORMAT,
    HEAD,
    bad_line,
    content_of,
    head_line,
    original_line,
    read_lines,
    record_line,
    text_line,
    write_line,
)
from maeditor.formats.safe_replace import atomic_write
from maeditor.services.runner import ActionRunner, LongAction

if TYPE_CHECKING:
    from maeditor.store.queries import Queries
    from maeditor.store.unit_of_work import UnitOfWork

PAGE = 300
"""Records read, or written, in one transaction."""
LONGEST_NAME = 500
NUMBERED = {"articles": "article", "facts": "fact"}
"""Tables whose records have short numbers, and the counter that gives them."""
REFERENCES = {
    "texts": {"article_id": "articles"},
    "passages": {"article_id": "articles", "text_id": "texts"},
    "dismissals": {"article_id": "articles", "text_id": "texts"},
    "facts": {"article_id": "articles"},
    "evidence": {"fact_id": "facts", "passage_id": "passages"},
}
QUOTING = frozenset({"passages", "dismissals"})
FIRST = ("properties", "entities", "articles")
TABLES = frozenset({*FIRST, *REFERENCES, "sheets"})


def write_project(
    runner: ActionRunner,
    path: Path,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write everything to a file, whole or not at all; tells how many records. Raises ExportError."""
    from maeditor.services.exporting import is_project

    if is_project(path):
        raise ExportError("export_onto_project", name=path.name)
    with runner.read() as queries:
        expected = max(1, sum(queries.counts().facts.values()))
        head = head_line(queries.meta("name") or "", queries.meta("project_id") or "", runner.clock())
    count = facts = 0
    with atomic_write(path) as file:
        write_line(file, head)
        for table, rows in _everything(runner, file):
            if cancelled is not None and cancelled():
                raise ExportError("export_cancelled", name=path.name)
            for row in rows:
                write_line(file, record_line(table, row))
            count += len(rows)
            facts += len(rows) if table == "facts" else 0
            if progress is not None:
                progress(min(0.99, facts / expected))
    if progress is not None:
        progress(1.0)
    return count


def _everything(runner: ActionRunner, file: BinaryIO) -> Iterator[tuple[str, list[Row]]]:
    """Tables with some of their rows, in an order in which each record follows what it refers to."""
    articles: list[str] = []
    for table in FIRST:
        for page in _pages(runner, table):
            articles += [row["id"] for row in page] if table == "articles" else []
            yield table, page
    for article_id in articles:
        yield from _texts(runner, article_id, file)
    for page in _pages(runner, "facts"):
        with runner.read() as queries:
            links = _rows("evidence", queries.evidence_of([row["id"] for row in page]))
        by_fact: dict[str, list[Row]] = {}
        for link in links:
            by_fact.setdefault(link["fact_id"], []).append(link)
        # A fact and its evidence are kept in one transaction: evidence alone would count as a change of the fact.
        for row in page:
            yield "facts", [row]
            if row["id"] in by_fact:
                yield "evidence", by_fact[row["id"]]
    for page in _pages(runner, "sheets"):
        yield "sheets", page


def _texts(runner: ActionRunner, article_id: str, file: BinaryIO) -> Iterator[tuple[str, list[Row]]]:
    with runner.read() as queries:
        versions = queries.text_versions(article_id)
        passages = queries.passages_of(article_id)
        dismissals = queries.dismissals_of(article_id)
    for version in versions:
        with runner.read() as queries:
            text, original = queries.text(version.id), queries.original(version.id)
        write_line(file, text_line(version.text_sha256, text))
        if version.original_sha256 != version.text_sha256:
            write_line(file, original_line(version.original_sha256, original))
        yield "texts", _rows("texts", [version])
        yield "passages", _rows("passages", (each for each in passages if each.text_id == version.id))
        yield "dismissals", _rows("dismissals", (each for each in dismissals if each.text_id == version.id))


def _pages(runner: ActionRunner, table: str) -> Iterator[list[Row]]:
    last = ""
    while True:
        with runner.read() as queries:
            page = queries.whole.rows(table, last, PAGE)
        if not page:
            return
        yield page
        last = page[-1]["id"]


def _rows(table: str, records: Iterable[object]) -> list[Row]:
    from maeditor.store.codec import CODECS

    return [CODECS[table].to_row(record) for record in records]


def read_project(
    runner: ActionRunner,
    path: Path,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Done | None:
    """Take in everything from such a file into an empty project, as one action.

    All is looked over before anything is written. Raises UnreadableFileError for what is no such file or contradicts
    itself, ProjectError where the project holds something already.
    """
    with runner.read() as queries:
        if _holds_something(queries):
            raise ProjectError("project_not_empty", file=path.name)
    total, head = _look_over(path)
    reading = _Reading(path)
    action = LongAction(runner, "take-in-project", details={"titles": [path.name]})
    batch: list[tuple[int, Row]] = []

    def keep(unit: UnitOfWork) -> None:
        for line in batch:
            reading.keep(unit, *line)

    done = 0
    for number, line in read_lines(path):
        # A fact and its evidence stay together.
        if len(batch) >= PAGE and line.get("type") != "evidence":
            action.batch(keep)
            done += len(batch)
            batch.clear()
            if cancelled is not None and cancelled():
                return action.close({"titles": [path.name], "count": reading.count, "interrupted": True})
            if progress is not None:
                progress(done / max(1, total))
        if number > 1:
            batch.append((number, line))
    details: Row = {"titles": [path.name]}

    def keep_last(unit: UnitOfWork) -> None:
        keep(unit)
        # It is the same project: workbooks and links that were made of it find it again.
        for name, said in (("project_id", head.get("project")), ("name", head.get("name"))):
            if isinstance(said, str) and said and len(said) <= LONGEST_NAME and said.isprintable():
                unit.set_meta(name, said)
        details["count"] = reading.count

    return action.finish(keep_last, details)


def _holds_something(queries: Queries) -> bool:
    return any(queries.whole.rows(table, "", 1) for table in (*FIRST, "facts"))


def _look_over(path: Path) -> tuple[int, Row]:
    """Read the whole file once without writing; tells how many lines it has, and the first."""
    reading, number = _Reading(path), 0
    head: Row = {}
    for number, line in read_lines(path):
        if number == 1:
            if line.get(HEAD) != "project":
                raise UnreadableFileError("project_lines_foreign", name=path.name)
            if line.get("format") != FORMAT:
                raise UnreadableFileError("project_lines_newer", name=path.name)
            head = line
        else:
            reading.look(number, line)
    if number == 0:
        raise UnreadableFileError("file_empty", name=path.name)
    return number, head


@dataclass
class _Reading:
    """What was read of a file so far: whether the next line fits to it."""

    path: Path
    count: int = 0
    _known: dict[str, set[str]] = field(default_factory=dict)
    _blobs: dict[str, int] = field(default_factory=dict)
    _text: str = ""
    _text_sha256: str = ""
    _text_id: str = ""

    def look(self, number: int, line: Row) -> tuple[str, bytes | object]:
        """What a line holds: a record of a table, or a text's bytes under its digest. Raises UnreadableFileError."""
        kind = line.get("type")
        if kind in ("text", "original"):
            data = content_of(line, number, self.path.name)
            digest = str(line.get("sha256"))
            if hashlib.sha256(data).hexdigest() != digest:
                raise bad_line(number, self.path.name)
            self._blobs[digest] = len(data)
            if kind == "text":
                self._text, self._text_sha256 = data.decode("utf-8"), digest
            return digest, data
        if kind not in TABLES or not isinstance(line.get("record"), dict):
            raise bad_line(number, self.path.name)
        return str(kind), self._record(number, str(kind), line["record"])

    def keep(self, unit: UnitOfWork, number: int, line: Row) -> None:
        """Write what a line holds."""
        where, what = self.look(number, line)
        if isinstance(what, bytes):
            unit.put_blob(where, what)
            return
        unit.add_rows(where, [line["record"]])
        if where in NUMBERED:
            unit.reach_number(NUMBERED[where], int(line["record"]["number"]))
        self.count += 1

    def _record(self, number: int, table: str, row: Row) -> object:
        from maeditor.store.codec import CODECS

        try:
            record = CODECS[table].from_row(row)
            known = self._known.setdefault(table, set())
            fits = (
                _is_typed(record)
                and row["id"] not in known
                and all(
                    not row[name] or row[name] in self._known.get(other, ())
                    for name, other in REFERENCES.get(table, {}).items()
                )
            )
            if table == "texts":
                self._text_id = row["id"]
                fits = fits and row["text_sha256"] == self._text_sha256 and row["original_sha256"] in self._blobs
                fits = fits and row["length"] == len(self._text)
            elif table in QUOTING:
                fits = fits and row["text_id"] == self._text_id
                fits = fits and self._text[row["start"] : row["end"]] == row["exact"] != ""
        except (MaeditorError, KeyError, TypeError) as error:
            raise bad_line(number, self.path.name) from error
        if not fits:
            raise bad_line(number, self.path.name)
        known.add(row["id"])
        return record


def _is_typed(record: Any) -> bool:  # noqa: ANN401 - any record
    """Tell whether plain fields hold what they say: a column of a file project takes anything."""
    for name, hint in get_type_hints(type(record)).items():
        value = getattr(record, name)
        if hint in (str, int, bool) and type(value) is not hint:
            return False
        if hint is str and "\0" in value:
            return False
    return True
