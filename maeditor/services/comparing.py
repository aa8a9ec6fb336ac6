"""What a change did to a record, in people's words: which one, and field by field what it said before and after."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from maeditor.domain.articles import Article, Passage
from maeditor.domain.changes import Change, Row
from maeditor.domain.facts import Evidence, Fact, Lifecycle, Modality, Qualifier, Standing
from maeditor.domain.properties import Kind, Property
from maeditor.domain.sheets import STEP, Sheet
from maeditor.services.phrasing import quantity_text, worded_date, worded_quantity
from maeditor.services.runner import catalogue_of
from maeditor.services.sheet_words import filter_words, order_words, part_words
from maeditor.wording import Wording

if TYPE_CHECKING:
    from maeditor.store.queries import Queries

LONGEST_QUOTE = 120

_UNSURE, _LIKELY = 0.5, 0.8
_LABELS = {"value": "workbook.field.raw"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record before and after, in words; empty where it said nothing."""

    field: str
    label: str
    before: str
    after: str


class ChangeWords:
    """Words changes in one language; remembers what records are called while it is used."""

    def __init__(self, queries: Queries, wording: Wording, language: str = "") -> None:
        self._queries = queries
        self._wording = wording
        self._language = language or wording.language
        self._known = catalogue_of(queries)
        self._names: dict[tuple[str, str], str] = {}

    def fields(self, change: Change) -> tuple[FieldChange, ...]:
        """The fields that say something else than before, in the order a person reads them."""
        before, after = self._said(change.table, change.before), self._said(change.table, change.after)
        if change.table == "evidence" and not (before and after):
            # Whose passage came or went is what the change is about; it is news only where it went to another fact.
            before.pop("facts", None)
            after.pop("facts", None)
        return tuple(
            FieldChange(name, self._label(change.table, name), before.get(name, ""), after.get(name, ""))
            for name in dict.fromkeys((*after, *before))
            if before.get(name, "") != after.get(name, "")
        )

    def about(self, change: Change) -> str:
        """What people call the record: ``F-0042``, ``A-003 · title``; a passage is its fact's or article's."""
        row = change.after or change.before or {}
        owner = {"evidence": ("facts", "fact_id"), "passages": ("articles", "article_id")}
        owner |= {"texts": ("articles", "article_id"), "dismissals": ("articles", "article_id")}
        if change.table in owner:
            table, field = owner[change.table]
            name = self.name(table, str(row.get(field, "")))
            if change.table == "evidence" and change.before and change.after:
                # Its passage is not among what changed: it is told which one went elsewhere, or has another role.
                quote = self._wording.say("facts.quote", quote=self.name("passages", str(row.get("passage_id", ""))))
                return f"{name} · {quote}"
            return name
        return self._called(change.table, row)

    def name(self, table: str, record_id: str) -> str:
        """What people call a record by its id, also one that is gone."""
        if not record_id:
            return ""
        if (table, record_id) not in self._names:
            row = self._row(table, record_id)
            self._names[table, record_id] = self._called(table, row) if row is not None else ""
        return self._names[table, record_id]

    def _row(self, table: str, record_id: str) -> Row | None:
        """A record as it is, or as it last was."""
        found: tuple[Any, ...]
        match table:
            case "facts":
                found = self._queries.facts_by_id([record_id])
            case "passages":
                found = self._queries.passages([record_id])
            case _:
                found = ()
        from maeditor.store.codec import CODECS

        if found:
            return CODECS[table].to_row(found[0])
        last = self._queries.journal.last_change(table, record_id)
        return None if last is None else last.after or last.before

    def _called(self, table: str, row: Row) -> str:
        match table:
            case "facts":
                return f"F-{int(row.get('number', 0)):04d}"
            case "articles":
                number = f"A-{int(row.get('number', 0)):03d}"
                return f"{number} · {row['title']}" if row.get("title") else number
            case "passages":
                return shortened(str(row.get("exact", "")))
            case "properties" | "entities":
                wanted = row.get(f"label_{self._language}") or row.get("label_fr")
                return str(wanted or row.get("key", ""))
            case "sheets":
                return str(row.get("title", ""))
        return ""

    def _label(self, table: str, field: str) -> str:
        if field.startswith("qualifier_"):
            key = f"timeline.{field}"
            return self._wording.say(key) if self._wording.knows(key) else field.removeprefix("qualifier_")
        for key in (_LABELS.get(field, ""), f"timeline.{table}_{field}", f"workbook.field.{field}"):
            if key and self._wording.knows(key):
                return self._wording.say(key)
        return field

    def _said(self, table: str, row: Row | None) -> dict[str, str]:
        if row is None:
            return {}
        from maeditor.store.codec import CODECS

        match CODECS[table].from_row(row):
            case Fact() as fact:
                said = self._fact(fact)
            case Evidence() as link:
                quote = self._wording.say("facts.quote", quote=self.name("passages", link.passage_id))
                role = self._wording.say(f"workbook.role.{link.role.value}")
                said = {"passages": quote, "role": role, "facts": self.name("facts", link.fact_id)}
            case Article() as article:
                said = self._article(article)
            case Sheet() as sheet:
                said = self._sheet(sheet)
            case Passage() as passage:
                said = {"passages": self._wording.say("facts.quote", quote=shortened(passage.exact))}
            case _:
                said = self._plainly(table, row)
        return {name: text for name, text in said.items() if text}

    def _fact(self, fact: Fact) -> dict[str, str]:
        say = self._wording.say
        known = self._known.get(fact.property)
        unsaid = fact.lifecycle is Lifecycle.UNKNOWN
        return {
            "value": self._value(fact, known),
            "property": known.label(self._language) if known else fact.property,
            "subject": fact.subject,
            "place": fact.place,
            "lifecycle": "" if unsaid else say(f"workbook.lifecycle.{fact.lifecycle.value}"),
            "modality": "" if fact.modality is Modality.FACT else say(f"workbook.modality.{fact.modality.value}"),
            "as_of": worded_date(fact.as_of, self._wording),
            "target": worded_date(fact.target, self._wording),
            "object_entity": fact.object_entity,
            "claim": fact.claim,
            "state": say(f"facts.state_{fact.state.value}"),
            "standing": "" if fact.standing is Standing.NORMAL else say(f"workbook.standing.{fact.standing.value}"),
            "reason": self._reason(fact.reason),
            "duplicate_of": self.name("facts", fact.duplicate_of),
            "needs_look": say(f"look.{fact.needs_look}") if self._wording.knows(f"look.{fact.needs_look}") else "",
            "confidence": say(f"facts.confidence_{_bars(fact.confidence)}"),
            "note": fact.note,
            "hidden": say("timeline.yes") if fact.hidden else "",
            **{f"qualifier_{key}": self._qualifier(value) for key, value in _shown(fact)},
        }

    def _value(self, fact: Fact, known: Property | None) -> str:
        if fact.quantity is None:
            if known is not None and known.kind is Kind.DATE:
                return worded_date(fact.text_value, self._wording)
            return fact.text_value or fact.raw
        if known is None:
            return quantity_text(fact.quantity, self._wording)
        return worded_quantity(fact.quantity, known, self._wording)

    def _reason(self, reason: str) -> str:
        key = f"timeline.reason_{reason}"
        return self._wording.say(key) if self._wording.knows(key) else reason

    def _qualifier(self, value: Qualifier) -> str:
        if isinstance(value, bool):
            return self._wording.say("timeline.yes" if value else "timeline.no")
        if isinstance(value, list):
            return ", ".join(str(each) for each in value)
        return "" if value is None else str(value)

    def _article(self, article: Article) -> dict[str, str]:
        return {
            "title": article.title,
            "publisher": article.publisher,
            "author": article.author,
            "published": worded_date(article.published, self._wording),
            "url": article.url,
            "language": article.language,
            "file_name": article.file_name,
            "hidden": self._wording.say("timeline.yes") if article.hidden else "",
        }

    def _sheet(self, sheet: Sheet) -> dict[str, str]:
        say = self._wording.say
        named = (f"workbook.column.{place}{each}" for each in sheet.columns for place in ("facts.", ""))
        return {
            "title": sheet.title,
            "filters": "; ".join(filter_words(sheet, self._known, self._wording)),
            "order": order_words(sheet.asked, self._wording),
            "columns": ", ".join(say(key) for key in named if self._wording.knows(key)),
            "parts": ", ".join(part_words(sheet, self._wording)),
            "language": sheet.language,
            "position": self._wording.number(Decimal(sheet.position) / STEP),
            "hidden": say("timeline.yes") if sheet.hidden else "",
        }

    def _plainly(self, table: str, row: Row) -> dict[str, str]:
        """What has few fields: a version of a text, a figure dismissed, a place or actor, a property."""
        say = self._wording.say
        if table == "texts":
            return {"texts": say("timeline.text_version", number=row["number"], length=row["length"])}
        if table == "dismissals":
            return {
                "dismissals": say("facts.quote", quote=shortened(str(row["exact"]))),
                "reason": self._reason(f"dismissal_{row['reason']}"),
                "note": str(row["note"]),
            }
        names = ("key", "label_fr", "label_en", "label_ar", "units", "base_unit", "aliases", "iso3166", "wikidata")
        return {name: self._qualifier(row[name]) for name in names if row.get(name)}


def shortened(text: str) -> str:
    """A quote on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1].rstrip()}…"


def _bars(confidence: float) -> int:
    return 1 if confidence < _UNSURE else 2 if confidence < _LIKELY else 3


def _shown(fact: Fact) -> list[tuple[str, Qualifier]]:
    from maeditor.services.proposed_facts import FOUND_AT

    return sorted((key, value) for key, value in fact.qualifiers.items() if key != FOUND_AT and value)
