"""The gate for facts from outside: what somebody's file or a model claims must stand in the article, read by us.

Where they say that it stands is never trusted: the quote is found again, the value read again from there by our own
lexer, the unit from there or from the head of the table. What fails is listed with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from maeditor.domain.doubts import Doubt
from maeditor.domain.facts import Lifecycle, Modality
from maeditor.domain.units import is_unit, same_value
from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.interface import Extraction, Mention, MentionKind, Proposal
from maeditor.extraction.mentions import mentions
from maeditor.extraction.proposals import propose
from maeditor.extraction.reading import quantity
from maeditor.extraction.text.quotes import Found, QuoteFinder

SURE = 0.8
"""The confidence of a fact whose quote stands there word for word."""
_DATED = frozenset({MentionKind.DATE, MentionKind.YEAR, MentionKind.DATERANGE})


class Refusal(StrEnum):
    """Why a claimed fact did not pass."""

    QUOTE_NOT_FOUND = "quote_not_found"
    QUOTE_IN_NOISE = "quote_in_noise"
    UNIT_UNKNOWN = "unit_unknown"
    VALUE_NOT_IN_QUOTE = "value_not_in_quote"
    UNIT_NOT_SAID = "unit_not_said"


@dataclass(frozen=True, slots=True)
class ClaimedFact:
    """A fact as somebody says it stands in an article; a value is a number (full amount for money), EDTF, or a text."""

    quote: str
    property: str
    value: Decimal | str
    unit: str = ""
    value_max: Decimal | None = None
    subject: str = ""
    place: str = ""
    as_of: str = ""
    target: str = ""
    lifecycle: Lifecycle = Lifecycle.UNKNOWN
    modality: Modality = Modality.FACT


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a claimed fact: a proposal, or why it is refused; ``quote`` is where its quote was found."""

    claimed: ClaimedFact
    quote: Found | None
    proposal: Proposal | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """A value as our lexer read it, where it stands, with its unit or the one that its table lends it."""

    start: int
    end: int
    value: Quantity | str
    needs_look: str = ""


def check(
    text: str, claimed: Sequence[ClaimedFact], language: str | None = None, *, extractor: str = "outside@1.0"
) -> tuple[Checked, ...]:
    """Check claimed facts against the text of their article, in their order."""
    gate = _Gate(text, language, extractor)
    return tuple(gate.check(each) for each in claimed)


class OutsideExtractor:
    """Facts that somebody claims of one article, as an extractor."""

    def __init__(self, claimed: Sequence[ClaimedFact], name: str = "outside@1.0") -> None:
        self._claimed, self._name = tuple(claimed), name

    @property
    def name(self) -> str:
        """Name and version."""
        return self._name

    def checked(self, text: str, language: str | None = None) -> tuple[Checked, ...]:
        """What came of each claimed fact, also of those that are refused."""
        return check(text, self._claimed, language, extractor=self._name)

    def extract(self, text: str, language: str | None = None) -> Extraction:
        """The claimed facts that pass, in text order, with what our own reading marks as noise."""
        gate = _Gate(text, language, self._name)
        passed = [found.proposal for found in map(gate.check, self._claimed) if found.proposal is not None]
        passed.sort(key=lambda proposal: (proposal.start, proposal.end))
        return Extraction(tuple(passed), gate.read.noise, gate.read.language)


class _Gate:
    def __init__(self, text: str, language: str | None, extractor: str) -> None:
        self._text, self._extractor = text, extractor
        self.read = propose(text, language)
        self._finder = QuoteFinder(text)
        self._said = sorted(self._readings(), key=lambda said: (said.start, said.end))

    def check(self, claimed: ClaimedFact) -> Checked:
        places = self._finder.places(claimed.quote)
        if not places:
            return Checked(claimed, None, refusal=Refusal.QUOTE_NOT_FOUND)
        told = [place for place in places if not self._is_noise(place)]
        if not told:
            return Checked(claimed, places[0], refusal=Refusal.QUOTE_IN_NOISE)
        if isinstance(claimed.value, Decimal) and not is_unit(claimed.unit or "1"):
            # What cannot be counted cannot be compared.
            return Checked(claimed, told[0], refusal=Refusal.UNIT_UNKNOWN)
        for place in told:
            said = self._value_at(place, claimed)
            if said is not None:
                return Checked(claimed, place, self._proposal(claimed, place, said))
        bare = any(self._same_digits(said, claimed) for place in told for said in self._within(place))
        return Checked(claimed, told[0], refusal=Refusal.UNIT_NOT_SAID if bare else Refusal.VALUE_NOT_IN_QUOTE)

    def _value_at(self, place: Found, claimed: ClaimedFact) -> _Said | None:
        if isinstance(claimed.value, str):
            dated = next((said for said in self._within(place) if said.value == claimed.value), None)
            worded = QuoteFinder(self._text[place.start : place.end]).places(claimed.value)
            if dated is None and worded and worded[0].score == 1:
                return _Said(place.start + worded[0].start, place.start + worded[0].end, claimed.value)
            return dated
        wanted = _wanted(claimed)
        if wanted is None:
            return None
        return next(
            (
                said
                for said in self._within(place)
                if isinstance(said.value, Quantity) and is_unit(said.value.unit) and _same(said.value, wanted)
            ),
            None,
        )

    def _within(self, place: Found) -> Iterator[_Said]:
        return (said for said in self._said if place.start <= said.start and said.end <= place.end)

    def _same_digits(self, said: _Said, claimed: ClaimedFact) -> bool:
        """Tell whether the number is there, in another unit or in none."""
        return isinstance(said.value, Quantity) and said.value.amount == claimed.value and claimed.value_max is None

    def _is_noise(self, place: Found) -> bool:
        return any(block.start <= place.start and place.end <= block.end for block in self.read.noise)

    def _readings(self) -> Iterator[_Said]:
        """What our own layers read: proposals first, for they know of heads of tables; then every mention."""
        for proposal in self.read.proposals:
            value = proposal.value
            if isinstance(value, Decimal):
                unit = proposal.unit or "1"
                top, look = proposal.value_max, proposal.needs_look
                sign = Comparator.EQUAL if proposal.comparator is Comparator.RANGE else proposal.comparator
                stated = Quantity.of(value, unit, sign) if top is None else Quantity.between(value, top, unit)
                yield _Said(proposal.start, proposal.end, stated, look)
                for other in proposal.alternatives:
                    if isinstance(other.value, Decimal):
                        yield _Said(other.start, other.end, Quantity.of(other.value, other.unit or "1", sign), look)
            elif proposal.property == "date_event":
                yield _Said(proposal.start, proposal.end, value)
        for mention in mentions(self._text, self.read.language):
            yield from _mentioned(mention)

    def _proposal(self, claimed: ClaimedFact, place: Found, said: _Said) -> Proposal:
        value = said.value
        low, high, unit, sign = (value, None, "", Comparator.EQUAL) if isinstance(value, str) else _parts(value)
        exact = place.score == 1
        return Proposal(
            said.start,
            said.end,
            self._text[said.start : said.end],
            claimed.property,
            low,
            high,
            unit,
            sign,
            claimed.subject,
            claimed.place,
            claimed.lifecycle,
            claimed.modality,
            claimed.as_of,
            claimed.target,
            round(SURE * place.score, 2),
            "outside",
            self._extractor,
            ((place.start, place.end),),
            needs_look=said.needs_look if exact else Doubt.QUOTE_DIFFERS.value,
        )


def _mentioned(mention: Mention) -> Iterator[_Said]:
    if mention.kind in _DATED and mention.value is not None:
        yield _Said(mention.start, mention.end, str(mention.value))
    value = quantity(mention)
    if value is not None:
        yield _Said(mention.start, mention.end, value)


def _wanted(claimed: ClaimedFact) -> Quantity | None:
    """The value that is claimed; None where it is no number at all."""
    value, top, unit = claimed.value, claimed.value_max, claimed.unit or "1"
    if not isinstance(value, Decimal) or not value.is_finite() or (top is not None and not top.is_finite()):
        return None
    return Quantity.of(value, unit) if top is None else Quantity.between(value, top, unit)


def _same(said: Quantity, wanted: Quantity) -> bool:
    """Compare values, not signs: what hedges a value is read from the article."""
    if said.amount is None or wanted.amount is None:
        return same_value(said, wanted)
    return same_value(Quantity.of(said.amount, said.unit), Quantity.of(wanted.amount, wanted.unit))


def _parts(value: Quantity) -> tuple[Decimal, Decimal | None, str, Comparator]:
    low = value.amount if value.amount is not None else value.lower
    return low or Decimal(0), value.upper if value.amount is None else None, value.unit, value.comparator
