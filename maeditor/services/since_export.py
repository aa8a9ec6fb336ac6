"""What was exported, and what a sheet says now that it did not say then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from maeditor.domain.changes import Change
from maeditor.domain.sheets import Export
from maeditor.services.comparing import ChangeWords, FieldChange
from maeditor.services.runner import ActionRunner
from maeditor.services.sheet_facts import how_sure, sheet_order, whole_project_sheet
from maeditor.wording import Wording

if TYPE_CHECKING:
    from maeditor.store.queries import Queries


@dataclass(frozen=True, slots=True)
class SinceExport:
    """How a sheet differs from its last export: labels of facts that came, that say otherwise, that are gone.

    ``fields`` tells of each that changed what it said before and now, where words were asked for.
    """

    at: str
    path: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    fields: Mapping[str, tuple[FieldChange, ...]] = field(default_factory=dict)

    @property
    def same(self) -> bool:
        """Tell whether the file still says what the sheet says."""
        return not (self.added or self.changed or self.gone)


def exports_of(runner: ActionRunner, sheet_id: str) -> tuple[Export, ...]:
    """A sheet's exports, newest first; an empty id asks for those of everything."""
    with runner.read() as queries:
        return queries.exports.of_sheet(sheet_id)


def last_export_of_each(runner: ActionRunner) -> dict[str, Export]:
    """The last export of every sheet that has one, by the sheet's id."""
    with runner.read() as queries:
        return queries.exports.last_of_each()


def last_exports(runner: ActionRunner) -> tuple[Path, ...]:
    """The files that were written, the last one first."""
    with runner.read() as queries:
        return tuple(Path(path) for path in queries.exports.paths())


def changed_since_export(runner: ActionRunner, sheet_id: str, wording: Wording | None = None) -> SinceExport | None:
    """Compare a sheet with its last export; None where it never was exported.

    A fact counts as changed where what it says, or what it rests on, is another than then: what was done and undone
    does not. Raises MissingRecordError.
    """
    with runner.read() as queries:
        asked = queries.sheet(sheet_id) if sheet_id else whole_project_sheet("")
    sure = how_sure(runner, asked)
    with runner.read() as queries:
        export = queries.exports.last(sheet_id)
        if export is None:
            return None
        numbers = sheet_order(queries, asked, wording.language if wording else "", sure).numbers
        now = dict(queries.listing.versions(numbers))
        labels = {fact_id: _label(number) for fact_id, number in zip(now, numbers, strict=True)}
        then = export.facts
        gone = [fact_id for fact_id in then if fact_id not in now]
        moved = [fact_id for fact_id in now if then.get(fact_id, now[fact_id]) != now[fact_id]]
        changes = _net(queries, moved, export.change_seq)
        changed = [fact_id for fact_id in moved if fact_id in changes]
        return SinceExport(
            export.at,
            export.path,
            tuple(labels[fact_id] for fact_id in now if fact_id not in then),
            tuple(labels[fact_id] for fact_id in changed),
            _names(queries, gone),
            {} if wording is None else _worded(queries, wording, {labels[each]: changes[each] for each in changed}),
        )


def _label(number: int) -> str:
    """The short number shown to people."""
    return f"F-{number:04d}"


def _net(queries: Queries, fact_ids: Iterable[str], seq: int) -> dict[str, list[Change]]:
    """What the journal says, of each fact, that it and its evidence are now and were not at some change."""
    found: dict[str, list[Change]] = defaultdict(list)
    for change in queries.exports.net_since(list(fact_ids), seq):
        row = change.after or change.before or {}
        found[str(row.get("fact_id", change.record_id))].append(change)
    return found


def _worded(
    queries: Queries, wording: Wording, changes: Mapping[str, Iterable[Change]]
) -> dict[str, tuple[FieldChange, ...]]:
    words = ChangeWords(queries, wording)
    return {
        label: tuple(told for change in of_fact for told in words.fields(change)) for label, of_fact in changes.items()
    }


def _names(queries: Queries, fact_ids: list[str]) -> tuple[str, ...]:
    """The labels of facts that may be there no more."""
    known = {fact.id: fact.number for fact in queries.facts_by_id(fact_ids)}
    for fact_id in fact_ids:
        if fact_id not in known:
            last = queries.journal.last_change("facts", fact_id)
            row = (last.after or last.before or {}) if last else {}
            known[fact_id] = int(row.get("number", 0))
    return tuple(_label(known[fact_id]) for fact_id in fact_ids)
