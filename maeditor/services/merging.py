"""Excel back: what colleagues changed in an exported workbook, merged with what was changed here meanwhile.

Three-way, field by field: as exported (the hidden sheet ``_Base``), as it is here, as it came back. Reading changes
nothing; what is applied is chosen among what reading found, and is one action.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from maeditor.domain.errors import ReviewError, StoppedError, ValueTextError, WorkbookError
from maeditor.domain.facts import Fact
from maeditor.domain.merge import CLEAN, MERGED_FIELDS, ONE_VALUE, Correction, MergeState, merged_fields
from maeditor.domain.properties import Property
from maeditor.domain.review import NEEDS_REASON
from maeditor.formats.returned import ReturnedRow, ReturnedWorkbook, read_workbook
from maeditor.formats.workbook.baseline import BASE_HEADINGS, base_row
from maeditor.services.agreeing import looked_at
from maeditor.services.applying import apply_corrections
from maeditor.services.beside import openable_keys
from maeditor.services.new_rows import NewRows, RowFaultError, with_passages
from maeditor.services.restating import VALUED, refuse_state, valued
from maeditor.services.returned_cells import CellError, CellReader, settled, short
from maeditor.services.returned_changes import Corrections, MergeReport, NewRow, told_in_cell
from maeditor.services.runner import ActionRunner, catalogue_of
from maeditor.wording import Wording

if TYPE_CHECKING:
    from maeditor.store.queries import Queries

__all__ = [
    "Correction",
    "Corrections",
    "MergeReport",
    "all_keys",
    "apply_corrections",
    "clean_keys",
    "compared",
    "openable_keys",
    "read_corrections",
]

Key = tuple[str, str, int]

APPLICABLE = frozenset({MergeState.CHANGED_THERE, MergeState.BOTH, MergeState.NEW, MergeState.DELETED})
_FIRST = BASE_HEADINGS.index(MERGED_FIELDS[0])
"""Before the merged fields a row of the baseline says which fact it is, and which version."""
_EVERY = 500
"""Rows between two looks at whoever may stop it."""


def read_corrections(
    runner: ActionRunner,
    path: Path,
    wording: Wording,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Corrections:
    """Read a workbook that came back and compare it with the project; nothing is changed.

    Sentences are in the language of ``wording``. Raises WorkbookError for one of another project, UnreadableFileError,
    StoppedError where ``cancelled`` says so.
    """
    book = read_workbook(path, cancelled=cancelled)
    return compared(runner, book, path, wording, progress=progress, cancelled=cancelled)


def compared(
    runner: ActionRunner,
    book: ReturnedWorkbook,
    path: Path,
    wording: Wording,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Corrections:
    """Compare what a workbook says with the project. Raises WorkbookError for one of another project, StoppedError."""
    with runner.read() as queries:
        if book.meta.get("project", "") != (queries.meta("project_id") or ""):
            raise WorkbookError("workbook_of_other_project", name=path.name)
        comparison = _Comparison(queries, book, path, wording)
        for at, row in enumerate(book.rows):
            if at % _EVERY == 0:
                if cancelled is not None and cancelled():
                    raise StoppedError("action_stopped")
                if progress is not None:
                    progress(at / len(book.rows))
            comparison.take(row)
        comparison.look_at_values()
        comparison.take_new()
        comparison.take_missing()
    return comparison.result()


def clean_keys(corrections: Corrections) -> frozenset[Key]:
    """What is ticked without being asked for: what was changed in the workbook alone."""
    return frozenset(each.key for each in corrections.items if each.state in CLEAN)


def all_keys(corrections: Corrections) -> frozenset[Key]:
    """All that can be applied; where both sides changed a field, the workbook wins."""
    return frozenset(each.key for each in corrections.items if each.state in APPLICABLE)


class _Comparison:
    """One workbook and the project, while they are compared."""

    def __init__(self, queries: Queries, book: ReturnedWorkbook, path: Path, wording: Wording) -> None:
        self._queries, self._book, self._path, self._wording = queries, book, path, wording
        self._known: Mapping[str, Property] = catalogue_of(queries)
        self._reader = CellReader(self._known, book.language)
        hidden = {each.id for each in queries.articles(include_hidden=True) if each.hidden}
        self._facts = {each.id: each for each in queries.facts_by_id(book.base)}
        self._gone = {each.id for each in self._facts.values() if each.hidden or each.article_id in hidden}
        self._gone |= book.base.keys() - self._facts.keys()
        self._seen: set[str] = set()
        self._unchanged = 0
        self._items: list[Correction] = []
        self._values: dict[str, dict[str, str]] = {}
        self._restated: dict[str, tuple[Fact, list[int]]] = {}
        self._new: list[ReturnedRow] = []
        self._new_rows: dict[int, NewRow] = {}

    def take(self, row: ReturnedRow) -> None:
        """Compare one row; a new one waits until all others are seen."""
        stored = self._book.base.get(row.fact_id)
        if stored is None or row.fact_id in self._seen:
            self._new.append(row)
            return
        self._seen.add(row.fact_id)
        base = dict(zip(MERGED_FIELDS, stored[_FIRST:], strict=True))
        there, wrong = self._reader.changed(row.cells, base)
        fact = self._facts.get(row.fact_id)
        gone = row.fact_id in self._gone
        if not there and not wrong and (gone or fact is None or str(fact.version) == stored[1]):
            self._unchanged += 1
            return
        before = len(self._items)
        if fact is None or gone:
            self._take_gone(row, stored[2], base, there, wrong)
        else:
            self._take_changed(row, fact, base, there, wrong)
        self._unchanged += len(self._items) == before

    def look_at_values(self) -> None:
        """Say of each changed value that no passage of its fact says it, where that is so."""
        links = self._queries.evidence_of(self._restated)
        passages = {each.id: each for each in self._queries.passages(link.passage_id for link in links)}
        languages = {each.id: each.language for each in self._queries.articles()}
        for fact_id, (stated, places) in self._restated.items():
            own = [passages[link.passage_id] for link in links if link.fact_id == fact_id]
            looked = looked_at(replace(stated, needs_look=""), own, languages.get(stated.article_id, ""))
            if looked.needs_look == NEEDS_REASON:
                for at in places:
                    told = self._wording.say("corrections.differs_from_passage")
                    self._items[at] = replace(self._items[at], reason=self._items[at].reason or told)

    def take_new(self) -> None:
        """Make facts of the rows that are of no fact exported; those that the project has already are passed over."""
        meta, language = self._book.meta, self._book.language
        maker = NewRows(self._reader, self._known, language, meta.get("export", ""), self._path.name)
        made: list[tuple[NewRow, ReturnedRow]] = []
        for row in self._new:
            try:
                made.append((maker.read(row), row))
            except RowFaultError as error:
                told = told_in_cell("", row.row, error.field, error.fault, self._wording)
                self._items.append(
                    Correction("", "", error.field, "", "", _row_text(row), MergeState.INVALID, told, row.row)
                )
        there = {each.id for each in self._queries.facts_by_id(new.fact.id for new, _row in made)}
        self._unchanged += sum(new.fact.id in there for new, _row in made)
        for new in with_passages(self._queries, [pair for pair in made if pair[0].fact.id not in there]):
            self._new_rows[new.row] = new
            why = "" if new.span is not None else self._wording.say("corrections.without_passage")
            if new.fact.needs_look == NEEDS_REASON:
                why = self._wording.say("corrections.differs_from_passage")
            told = self._told(new.fact)
            self._items.append(Correction("", "", "", "", "", told, MergeState.NEW, why, new.row))

    def take_missing(self) -> None:
        """List the facts that were exported and have no row any more, as far as they are still here."""
        for fact_id, stored in self._book.base.items():
            if fact_id in self._seen or fact_id in self._gone:
                continue
            fact = self._facts[fact_id]
            same = base_row(fact)[_FIRST:] == stored[_FIRST:]
            why = "" if same else self._wording.say("corrections.changed_here_since")
            told = self._told(fact)
            self._items.append(Correction(fact_id, fact.label, "", told, told, "", MergeState.DELETED, why))

    def result(self) -> Corrections:
        """All that was found."""
        facts = {each.fact_id for each in self._items if each.fact_id in self._facts}
        return Corrections(
            path=self._path,
            exported_at=self._book.meta.get("at", ""),
            rows_read=len(self._book.rows),
            unchanged=self._unchanged,
            items=tuple(self._items),
            meta=self._book.meta,
            remarks=tuple(self._wording.say(f"returned.{each.key}", **each.details) for each in self._book.remarks),
            language=self._wording.language,
            versions={fact_id: self._facts[fact_id].version for fact_id in facts},
            values=self._values,
            new_rows=self._new_rows,
            gone=frozenset(self._gone),
        )

    def _take_changed(
        self,
        row: ReturnedRow,
        fact: Fact,
        base: Mapping[str, str],
        there: Mapping[str, str],
        wrong: Mapping[str, CellError | ValueTextError],
    ) -> None:
        base = {name: settled(name, text) for name, text in base.items()}
        here = {name: settled(name, text) for name, text in zip(MERGED_FIELDS, base_row(fact)[_FIRST:], strict=True)}
        whole = {**base, **there}
        states = merged_fields(base, here, {name: whole[name] for name in MERGED_FIELDS if name not in wrong})
        faults: dict[str, CellError | ValueTextError | ReviewError] = dict(wrong)
        changes = {name: whole[name] for name, state in states.items() if state is not MergeState.CHANGED_HERE}
        if any(states.get(name) is MergeState.BOTH for name in ONE_VALUE):
            self._values[fact.id] = {name: whole[name] for name in ONE_VALUE if name != "value" or name in changes}
        judged = {**{name: changes[name] for name in VALUED & changes.keys()}, **self._values.get(fact.id, {})}
        stated = self._judge(fact, changes, judged, faults)
        places: list[int] = []
        for name in MERGED_FIELDS:
            if name in faults:
                self._items.append(self._invalid(row, fact.label, name, base, here, whole, faults[name]))
            elif name in states:
                if name in VALUED and states[name] is not MergeState.CHANGED_HERE:
                    places.append(len(self._items))
                self._items.append(
                    Correction(
                        fact.id, fact.label, name, base[name], here[name], whole[name], states[name], "", row.row
                    )
                )
        if stated is not None and places and not changes.get("reason"):
            self._restated[fact.id] = (stated, places)

    def _judge(
        self,
        fact: Fact,
        changes: Mapping[str, str],
        judged: Mapping[str, str],
        faults: dict[str, CellError | ValueTextError | ReviewError],
    ) -> Fact | None:
        """The fact with its value as the row has it; what cannot be is put down for every field that makes it so."""
        stated = None
        together = [name for name in VALUED & changes.keys() if name not in faults]
        broken = VALUED & faults.keys()
        if broken:
            # Half of a value is not taken: of 0.5 GW made "x GW" and MW, the MW alone would be another value.
            faults.update(dict.fromkeys(together, faults[min(broken, key=MERGED_FIELDS.index)]))
        elif together:
            try:
                stated = valued(fact, judged, self._known, self._book.language)
            except (CellError, ValueTextError) as fault:
                faults.update(dict.fromkeys(together, fault))
        try:
            refuse_state(fact, changes)
        except ReviewError as fault:
            faults["state"] = fault
        return stated

    def _take_gone(
        self,
        row: ReturnedRow,
        number: str,
        base: Mapping[str, str],
        there: Mapping[str, str],
        wrong: Mapping[str, CellError | ValueTextError],
    ) -> None:
        """A row whose fact was deleted here: it is told where somebody went on with it there."""
        why = self._wording.say("corrections.deleted_here")
        for name in MERGED_FIELDS:
            if name in wrong:
                self._items.append(self._invalid(row, number, name, base, {}, {}, wrong[name]))
            elif name in there:
                both = Correction(row.fact_id, number, name, base[name], "", there[name], MergeState.BOTH, why, row.row)
                self._items.append(both)

    def _invalid(
        self,
        row: ReturnedRow,
        number: str,
        name: str,
        base: Mapping[str, str],
        here: Mapping[str, str],
        there: Mapping[str, str],
        fault: CellError | ValueTextError | ReviewError,
    ) -> Correction:
        cell = row.cells.get(name)
        said = there.get(name, base[name])
        written = said if said != base[name] else short(str(cell)) if isinstance(cell, str | int | float) else ""
        told = told_in_cell(number, row.row, name, fault, self._wording)
        return Correction(
            row.fact_id, number, name, base[name], here.get(name, ""), written, MergeState.INVALID, told, row.row
        )

    def _told(self, fact: Fact) -> str:
        definition = self._known.get(fact.property)
        label = definition.label(self._wording.language) if definition else fact.property
        return " · ".join(filter(None, (fact.subject, label, fact.raw)))


def _row_text(row: ReturnedRow) -> str:
    cells = (row.cells.get(name) for name in ("subject", "property", "value"))
    return " · ".join(short(str(cell)) for cell in cells if isinstance(cell, str | int | float))
