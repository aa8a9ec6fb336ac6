"""The card in words: why to look, where a passage stands, what a field says, what a screen reader hears."""

from __future__ import annotations

from collections.abc import Sequence

from maeditor.domain.facts import Fact, Lifecycle, State
from maeditor.domain.properties import Kind, Property
from maeditor.domain.review import GLUED
from maeditor.domain.units import is_unit, symbol
from maeditor.domain.values import Comparator
from maeditor.services.phrasing import worded_quantity
from maeditor.services.readings import Reading
from maeditor.services.review_cards import ReviewCard
from maeditor.ui import fact_text
from maeditor.ui.date_text import date_text
from maeditor.ui.review.editing import date_of
from maeditor.ui.review.suggest_field import Option
from maeditor.ui.review.walk import Walk
from maeditor.ui.wording import Words
from maeditor.wording import Wording

LONGEST_DIGITS = 40


def field_text(name: str, card: ReviewCard, words: Wording) -> str:
    """What a row says; nothing where it is to be completed."""
    fact = card.fact
    if name == "subject":
        return fact.subject
    if name == "place":
        return fact.place
    if name == "property":
        return card.view.property.label(words.language)
    if name == "comparator":
        return comparator_text(fact.comparator, words) if fact.comparator is not None else ""
    if name == "unit":
        return unit_text(fact.unit, fact, words) if fact.comparator is not None else ""
    if name == "status":
        known = fact.lifecycle is not Lifecycle.UNKNOWN
        return words.say(f"facts.lifecycle_{fact.lifecycle.value}") if known else ""
    date = date_of(fact)
    return date_text(date, words) if date else ""


def comparator_text(comparator: Comparator, words: Wording) -> str:
    """A comparator in a word: ``exact``, ``au plus``."""
    return words.say(f"review.comparator_{comparator.name.lower()}")


def unit_text(code: str, fact: Fact, words: Wording) -> str:
    """A unit as it is written; a word for what is only counted."""
    amount = fact.amount if fact.amount is not None else fact.upper
    written = symbol(code, words.language, amount) if is_unit(code) else code
    return written or words.say("review.no_unit")


def options(
    name: str, card: ReviewCard, known: Sequence[Property], subjects: Sequence[str], words: Wording
) -> list[Option]:
    """What a row suggests."""
    fact = card.fact
    if name in {"subject", "place"}:
        return [Option(each, each) for each in subjects]
    if name == "property":
        return [Option(each.key, each.label(words.language)) for each in known]
    if name == "comparator":
        offered = [each for each in Comparator if each is not Comparator.RANGE or fact.comparator is each]
        return [Option(each.value, comparator_text(each, words)) for each in offered]
    if name == "unit":
        codes = dict.fromkeys([*([fact.unit] if fact.unit else []), *card.view.property.units])
        return [Option(code, unit_text(code, fact, words)) for code in codes]
    if name == "status":
        return [Option(each.value, words.say(f"facts.lifecycle_{each.value}")) for each in Lifecycle]
    return []


def initial(name: str, fact: Fact) -> str:
    """What a row's field starts from: a key of its list, or the text itself."""
    held = {
        "subject": fact.subject,
        "place": fact.place,
        "property": fact.property,
        "comparator": fact.comparator.value if fact.comparator is not None else "",
        "unit": fact.unit,
        "status": fact.lifecycle.value,
        "date": date_of(fact),
    }
    return held[name]


def where_text(card: ReviewCard, words: Wording) -> str:
    """Where the passage stands: ``§ 4``, ``§ 4, 9``, a row of a table; or that there is none."""
    if not card.places:
        return words.say("review.no_passage")
    if card.cells.row:
        return words.say("review.table_row", row=card.cells.row)
    numbers = list(dict.fromkeys(each.paragraph for each in card.places))
    shown = ", ".join(words.number(each) for each in numbers[:3])
    return words.say("review.paragraph", numbers=f"{shown}…" if len(numbers) > 3 else shown)


def doubt_text(card: ReviewCard, words: Wording) -> str:
    """Why to look at a fact twice; nothing where nothing is odd."""
    fact = card.fact
    told = []
    if fact.needs_look == GLUED and card.readings:
        told.append(words.say("review.glued" if any(card.cells.heads) else "review.glued_at", raw=_digits(card)))
    elif fact.needs_look:
        told.append(words.say(fact_text.look_key(fact)))
    if card.scale is not None:
        told.append(words.say("review.scale", times=int(card.scale.times)))
    if card.view.conflicted:
        told.append(words.say("facts.conflict_hint"))
    if not card.view.evidence:
        told.append(words.say("facts.without_passage_hint"))
    return " ".join(told)


def readings(card: ReviewCard, words: Wording) -> list[tuple[str, str]]:
    """The readings of a fact in doubt, each with what tells it from its own one, which comes first."""
    found = []
    heads = card.cells.heads or [""] * len(card.readings)
    for at, (each, head) in enumerate(zip(card.readings, heads, strict=True)):
        note = fact_text.isolated(head) if head else _cut(card, at, words) or _unlike(card, each, words)
        notes = [note, "" if at else words.say("review.as_proposed")]
        found.append((reading_text(each, card, words), " · ".join(filter(None, notes))))
    return found


def reading_text(reading: Reading, card: ReviewCard, words: Wording) -> str:
    """The value of a reading as people write it."""
    if reading.quantity is None:
        return date_text(reading.date, words)
    return worded_quantity(reading.quantity, reading.other or card.view.property, words)


def _cut(card: ReviewCard, at: int, words: Wording) -> str:
    """Of glued cells: all as one number, or cut elsewhere than where the columns' heads are."""
    if not any(card.cells.heads) or not at:
        return ""
    digits = [len(f"{each.quantity.amount if each.quantity else ''}") for each in card.readings]
    return words.say("review.uncut" if digits[at] == max(digits) else "review.cut_elsewhere")


def _unlike(card: ReviewCard, reading: Reading, words: Wording) -> str:
    """What tells a reading from the fact's own: another property, or so many times more or less."""
    if reading.other is not None:
        return reading.other.label(words.language)
    times = reading.times(card.readings[0])
    if times is None:
        return ""
    key = "review.times_more" if times > 1 else "review.times_less"
    return words.say(key, times=words.number(times if times > 1 else 1 / times))


def _digits(card: ReviewCard) -> str:
    """The characters that can be read in several ways, as they stand in the text."""
    exact = card.places[0].passage.exact if card.places else card.fact.raw
    return fact_text.isolated(" ".join(exact.split())[:LONGEST_DIGITS])


def split_text(card: ReviewCard, words: Wording) -> str:
    """What splitting would make: the two values named; or that both are facts already."""
    if len(card.halves) < 2:
        return ""
    first, second = (fact_text.quantity_text(each, words) for each in card.halves)
    return words.say("review.already_split" if card.halved else "review.split", first=first, second=second)


def familiar_text(card: ReviewCard, words: Wording) -> str:
    """The line on a fact that says the same already; nothing where none does."""
    if card.familiar is None:
        return ""
    view = card.familiar.view
    value = fact_text.value_text(view, words)
    if card.familiar.paragraphs:
        where = ", ".join(f"¶\u202f{words.number(each)}" for each in card.familiar.paragraphs[:3])
    else:
        where = fact_text.isolated(view.evidence[0].article_title) if view.evidence else ""
    if not where:
        return words.say("review.same_as", number=view.fact.label, value=value)
    return words.say("review.same_as_at", number=view.fact.label, value=value, where=where)


def counts_text(walk: Walk, words: Wording) -> str:
    """Below the bar, each fact once: accepted, accepted but contradicted, rejected, later, left.

    Nothing where all was put off and is over: the last page says that itself.
    """
    if walk.over and set(walk.states()) <= {State.DEFERRED}:
        return ""
    counts, torn = walk.counts(), walk.torn
    parts = [
        ("review.accepted", counts[State.ACCEPTED] + counts[State.CORRECTED] - torn),
        ("review.in_conflict", torn),
        ("review.rejected", counts[State.REJECTED]),
        ("review.put_off", counts[State.DEFERRED]),
        ("review.left", counts[State.PROPOSED]),
    ]
    return " · ".join(words.say(key, count=count) for key, count in parts if count)


def spoken_card(card: ReviewCard, words: Wording, place: tuple[int, int] | None, sure: float) -> str:
    """What is said when a card comes up, and how ``sure`` it is.

    ``place`` is as which of how many, from 0; None where it is only looked at and has no place in the walk.
    """
    if place is None:
        at = words.say("review.compared", label=card.fact.label)
    else:
        at = words.say("review.spoken_place", number=place[0] + 1, count=place[1])
    told = [
        at,
        fact_text.spoken_fact(card.view, words, sure),
        doubt_text(card, words) if card.readings or card.scale is not None else "",
    ]
    return ". ".join(each for each in told if each)


def summary(
    words: Words, put_off: int, loose: tuple[str, str], torn: int, following: str, pace: str, *, whole: bool | None
) -> tuple[str, str, tuple[str, str], str, str, tuple[str, str], tuple[str, str]]:
    """What the last page says: title, what remains, figures, pace, what comes next, and its buttons with their keys.

    ``loose`` tells of the figures that no fact holds, with the key that leads to them; ``torn`` counts facts in
    conflict; ``following`` names the article to go on with; ``whole`` is None where there is no article at all.
    """
    if whole is None:
        return words.say("review.nothing"), "", ("", ""), "", "", ("", ""), ("", "")
    remains = words.say("review.put_off", count=put_off) if put_off else ""
    forward = words.say("review.go_on" if following else "review.back")
    then = words.say("review.then", title=fact_text.isolated(following)) if following else ""
    again = (words.say("review.ask_again", count=put_off), "") if put_off else ("", "")
    title = words.say("review.all_read_project" if whole else "review.all_read")
    if torn:
        title = f"{title} {words.say('review.still_torn', count=torn)}"
    return title, remains, loose, pace, then, (forward, words.say("keys.enter")), again


def loose_text(words: Words, count: int, here: int | None = None) -> tuple[str, str]:
    """How many figures no fact holds, with the key that leads to them; ``here`` of the project's are in sight."""
    if not count:
        return "", ""
    if here is None:
        return words.say("review.loose", count=count), words.cap("next-omission")
    told = words.say("review.loose_project", count=count)
    if not here:
        # The key leads through the article in sight, where there is none.
        return told, ""
    return words.say("review.loose_some_here", told=told, here=here), words.cap("next-omission")


def owed_text(words: Words, count: int) -> tuple[str, str]:
    """How many corrections have no reason yet, with the key that asks for one."""
    return (words.say("review.owed", count=count), words.cap("review-reason")) if count else ("", "")


def is_measured(card: ReviewCard) -> bool:
    """Tell whether the property takes a unit and a comparator."""
    return card.view.property.kind not in {Kind.TEXT, Kind.DATE}
