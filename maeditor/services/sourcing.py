"""Which words of an article each field of a statement was read from; none is claimed that no word says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from maeditor.domain.anchors import Span
from maeditor.domain.facts import Lifecycle
from maeditor.domain.units import is_unit, same_value
from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.context.gazetteer import Gazetteer
from maeditor.extraction.context.lifecycle import Moods
from maeditor.extraction.interface import Mention
from maeditor.extraction.mentions import mentions
from maeditor.extraction.reading import quantity
from maeditor.extraction.text.plaintext import plain
from maeditor.extraction.text.sentences import sentences
from maeditor.services.annotating import FactStatement
from maeditor.services.typed_value import DATED

REACH = 3000
"""Code points read on either side of a selection where its paragraph is longer."""
MOST_READ = 20_000
"""Code points of a selection that are read: nobody states one fact with more."""
_UNIT_LEAD = re.compile(r"[\s\u00a0\u202f-]*(?:(?:de|of)\s+|d['’]\s*)?")


class Slot(StrEnum):
    """The parts of a statement that have words of their own."""

    VALUE = "value"
    UNIT = "unit"
    HEDGE = "hedge"
    SUBJECT = "subject"
    PLACE = "place"
    STATUS = "status"
    DATE = "date"


class Origin(StrEnum):
    """How a field came to be filled; ``SUPPOSED`` where no word near the selection says it."""

    PASSAGE = "passage"
    CONTEXT = "context"
    TYPED = "typed"
    SUPPOSED = "supposed"


@dataclass(frozen=True, slots=True)
class Source:
    """A filled field with its words; ``span`` is of the article's text, None where no words were found."""

    slot: Slot
    origin: Origin
    words: str = ""
    span: Span | None = None


class Context:
    """The paragraph around a selection, read once: what is typed afterwards is looked up in it."""

    def __init__(self, text: str, selection: Span, language: str) -> None:
        self.language = language
        self.selection = selection
        start = max(text.rfind("\n", 0, selection.start) + 1, selection.start - REACH)
        end = text.find("\n", selection.end)
        self.at = start
        """Where the paragraph begins in the article."""
        read_to = min(selection.end, selection.start + MOST_READ)
        after = end if end != -1 and read_to == selection.end else len(text)
        self.paragraph = text[start : min(after, read_to + REACH)]
        self.quote = text[selection.start : selection.end]
        self._soft = plain(self.paragraph)
        self._places = Gazetteer(self.paragraph, self._soft)
        self._mentions = mentions(self.paragraph, language or None)
        self.worded: tuple[str, Span] | None = None
        """A text that was read from words which say it differently, and where in the paragraph these stand."""
        self._inner = Span(selection.start - start, read_to - start)

    def sources(self, statement: FactStatement, typed: Iterable[Slot] = ()) -> tuple[Source, ...]:
        """Find the words of every filled field; ``typed`` names those that the person typed."""
        said = frozenset(typed)
        found = dict(self._value(statement))
        if Slot.VALUE in said:
            # Who types 2 GW over a passage means no figure that another sentence happens to give.
            said |= {Slot.UNIT, Slot.HEDGE}
        pivot = found.get(Slot.VALUE) or self._inner
        found[Slot.SUBJECT] = self._named(statement.subject, pivot)
        found[Slot.PLACE] = self._placed(statement.place, pivot)
        found[Slot.STATUS] = self._stage(statement.lifecycle, pivot)
        found[Slot.DATE] = self._dated(statement.target or statement.as_of, pivot)
        found = {
            slot: span if slot not in said or (span is not None and self._is_inside(span)) else None
            for slot, span in found.items()
        }
        filled = _filled(statement)
        return tuple(self._source(slot, found.get(slot), slot in said) for slot in Slot if slot in filled)

    def spell(self, words: str) -> str:
        """How the paragraph spells some words; empty where it does not have them."""
        places = _whole(plain(words), self._soft)
        span = next(places, None)
        return self.paragraph[span.start : span.end] if span else ""

    def _source(self, slot: Slot, span: Span | None, typed: bool) -> Source:
        if span is None:
            return Source(slot, Origin.TYPED if typed else Origin.SUPPOSED)
        inside = self._is_inside(span)
        place = Span(self.at + span.start, self.at + span.end)
        words = " ".join(self.paragraph[span.start : span.end].split())
        return Source(slot, Origin.PASSAGE if inside else Origin.CONTEXT, words, place)

    def _is_inside(self, span: Span) -> bool:
        return self._inner.start <= span.start and span.end <= self._inner.end

    def _value(self, statement: FactStatement) -> Iterator[tuple[Slot, Span | None]]:
        value = statement.quantity
        if value is None:
            yield Slot.VALUE, self._text_value(statement.text_value)
            return
        mention = self._mention_of(value)
        if mention is None:
            return
        number, unit = parts(mention, self.language)
        yield Slot.VALUE, number
        if unit is not None:
            yield Slot.UNIT, unit
        if mention.hedge is not None and value.comparator not in {Comparator.EQUAL, Comparator.RANGE}:
            yield Slot.HEDGE, Span(*mention.hedge)

    def _mention_of(self, value: Quantity) -> Mention | None:
        """The mention that says a value: one in the selection first, said the same way first, then the nearest."""
        alike = [(self._rank(each, value), each) for each in self._mentions if _says(each, value)]
        return min(alike, key=lambda pair: pair[0])[1] if alike else None

    def _rank(self, mention: Mention, value: Quantity) -> tuple[bool, bool, int]:
        inside = self._inner.start <= mention.start and mention.end <= self._inner.end
        read = quantity(mention)
        return not inside, read is None or not same_value(read, value), _gap(self._inner, mention.start, mention.end)

    def _text_value(self, words: str) -> Span | None:
        said = self._dated(words, self._inner) or _nearest(_whole(plain(words), self._soft), self._inner)
        return said or (self.worded[1] if self.worded is not None and self.worded[0] == words else None)

    def _named(self, subject: str, pivot: Span) -> Span | None:
        said = _nearest(_whole(plain(subject), self._soft), pivot)
        return said or self._placed(subject, pivot)

    def _placed(self, place: str, pivot: Span) -> Span | None:
        if not place:
            return None
        meant = (Span(each.start, each.end) for each in self._places.places if each.label == place)
        return _nearest(meant, pivot) or _nearest(_whole(plain(place), self._soft), pivot)

    def _stage(self, lifecycle: Lifecycle, pivot: Span) -> Span | None:
        for sentence in sentences(self.paragraph):
            if sentence.start <= pivot.start < sentence.end:
                moods = Moods(self._soft, sentence.start, sentence.end)
                words = moods.words_near(pivot.start, pivot.end)
                if words is not None and moods.near(pivot.start, pivot.end)[0] is lifecycle:
                    return Span(*words)
                named = (Span(left, right) for left, right, stage in moods.stages() if stage is lifecycle)
                return _nearest(named, pivot)
        return None

    def _dated(self, date: str, pivot: Span) -> Span | None:
        if not date:
            return None
        dated = (each for each in self._mentions if each.kind in DATED and date in {str(each.value), str(each.value2)})
        return _nearest((Span(each.start, each.end) for each in dated), pivot)


def parts(mention: Mention, language: str) -> tuple[Span, Span | None]:
    """Where a mention's number stands and where its unit does, None where it has no words of its own."""
    whole, text = Span(mention.start, mention.end), mention.text
    if mention.unit in {"", "1"}:
        return whole, None
    for cut in range(len(text) - 1, 0, -1):
        number = text[:cut].rstrip()
        if not number or (text[cut - 1].isalpha() and text[cut].isalpha()):
            continue
        read = mentions(number, language or None)
        alone = len(read) == 1 and read[0].unit in {"", "1"} and (read[0].start, read[0].end) == (0, len(number))
        if alone and (read[0].value, read[0].value2) == (mention.value, mention.value2):
            lead = _UNIT_LEAD.match(text, len(number))
            start = lead.end() if lead else cut
            unit = Span(mention.start + start, mention.end) if start < len(text) else None
            return Span(mention.start, mention.start + len(number)), unit
    figures = re.search(r"\d", text)
    if figures is not None and 0 < figures.start() <= 4:
        return Span(mention.start + figures.start(), mention.end), Span(mention.start, mention.start + figures.start())
    return whole, None


def _filled(statement: FactStatement) -> frozenset[Slot]:
    value = statement.quantity
    told = {
        Slot.VALUE: value is not None or bool(statement.text_value),
        Slot.UNIT: value is not None and value.unit != "1",
        Slot.HEDGE: value is not None and value.comparator not in {Comparator.EQUAL, Comparator.RANGE},
        Slot.SUBJECT: bool(statement.subject),
        Slot.PLACE: bool(statement.place) and statement.place != statement.subject,
        Slot.STATUS: statement.lifecycle is not Lifecycle.UNKNOWN,
        Slot.DATE: bool(statement.target or statement.as_of),
    }
    return frozenset(slot for slot, is_told in told.items() if is_told)


def _says(mention: Mention, value: Quantity) -> bool:
    """Tell whether a mention gives a value's numbers in its unit, however they are bounded."""
    read = quantity(mention)
    if read is None or not (is_unit(read.unit) and is_unit(value.unit)):
        return False
    if read.comparator is Comparator.RANGE or value.comparator is Comparator.RANGE:
        return same_value(read, value)
    amounts = read.amount, value.amount
    return None not in amounts and same_value(
        Quantity.of(read.amount, read.unit),  # type: ignore[arg-type]
        Quantity.of(value.amount, value.unit),  # type: ignore[arg-type]
    )


def _whole(words: str, soft: str) -> Iterator[Span]:
    """Where words stand in a text, not inside of others."""
    if words.strip():
        pattern = r"\s+".join(map(re.escape, words.split()))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", soft):
            yield Span(*match.span())


def _nearest(spans: Iterable[Span], pivot: Span) -> Span | None:
    return min(spans, key=lambda span: _gap(pivot, span.start, span.end), default=None)


def _gap(pivot: Span, start: int, end: int) -> int:
    return max(start - pivot.end, pivot.start - end, 0)
