"""The journal as rows that a person reads: which fact, article or passage, which field, before and after."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from maeditor.domain.changes import Action, Change, Row
from maeditor.formats.workbook.content import JournalRow

HIDDEN_FIELDS = frozenset({"id", "version", "text_id", "text_sha256", "original_sha256", "imported_at"})
"""What means nothing to a person, or stands in a column of its own."""

LONGEST_QUOTE = 60

OWNERS = {"evidence": "fact_id", "passages": "article_id", "texts": "article_id", "dismissals": "article_id"}
"""What a record belongs to, where that and not the record has a name."""


def journal_rows(
    actions: Iterable[tuple[Action, tuple[Change, ...]]], tell: Callable[[Action], str]
) -> Iterator[JournalRow]:
    """A row a changed field, a row a record added or removed, and one for an action that changed nothing.

    Actions come oldest first: what an earlier one added gives later ones the names of what they are about.
    """
    numbers: dict[str, int] = {}
    names: dict[str, str] = {}
    for action, changes in actions:
        numbers[action.id] = action.seq
        for change in changes:
            _remember(change, names)
        reverts = numbers.get(action.reverts) if action.reverts else None
        interrupted = action.state.value != "done" or bool(action.details.get("interrupted"))
        told = tell(action)
        cells = [cell for change in changes for cell in _cells(change, names)] or [("", "", "", "")]
        for about, field, before, after in cells:
            yield JournalRow(
                action.seq, action.at, action.editor, told, about, field, before, after, reverts, interrupted, action.id
            )


def _remember(change: Change, names: dict[str, str]) -> None:
    """Learn what people call a record."""
    row = change.after or change.before or {}
    if change.table == "facts":
        names[change.record_id] = f"F-{int(row.get('number', 0)):04d}"
    elif change.table == "articles":
        names[change.record_id] = f"A-{int(row.get('number', 0)):03d}"
    elif change.table == "passages":
        names[change.record_id] = _shortened(str(row.get("exact", "")))
    elif change.table in {"properties", "entities"}:
        names[change.record_id] = str(row.get("label_fr", ""))
    elif change.table == "sheets":
        names[change.record_id] = str(row.get("title", ""))


def _cells(change: Change, names: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """What a change did to its record: about, field, before, after."""
    about = _about(change, names)
    if change.before is None or change.after is None:
        yield about, change.table, _shown(change.before, names), _shown(change.after, names)
        return
    for field in sorted(set(change.before) | set(change.after)):
        old, new = change.before.get(field), change.after.get(field)
        if old != new and field not in HIDDEN_FIELDS:
            yield about, field, _plain(old), _plain(new)


def _about(change: Change, names: dict[str, str]) -> str:
    row = change.after or change.before or {}
    owner = OWNERS.get(change.table)
    if owner is not None:
        return names.get(str(row.get(owner)), "")
    return names.get(change.record_id, "")


def _shown(row: Row | None, names: dict[str, str]) -> str:
    """The few cells that tell which record it is."""
    if row is None:
        return ""
    named = [row.get(name) for name in ("title", "subject", "raw", "label_fr", "file_name")]
    if "exact" in row:
        named.append(_shortened(str(row["exact"])))
    if "end" in row and "reason" in row:
        named += [row["reason"], row.get("note")]
    if "passage_id" in row:
        named.append(names.get(str(row["passage_id"])))
    return " · ".join(dict.fromkeys(str(each) for each in named if each))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1].rstrip()}…"


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return " · ".join(f"{key}: {_plain(each)}" for key, each in sorted(value.items()))
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value)
    return value if isinstance(value, str) else json.dumps(value)
