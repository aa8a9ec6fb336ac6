"""What a review shows: the facts of an article or the project in order, and one fact with all that helps to decide."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from maeditor.domain.articles import Article, Passage
from maeditor.domain.changes import Done
from maeditor.domain.conflicts import conflicting
from maeditor.domain.facts import Fact, State
from maeditor.domain.review import GLUED, NEEDS_REASON
from maeditor.domain.values import Quantity
from maeditor.services import library, queueing, readings, restructuring
from maeditor.services.agreeing import looked_at
from maeditor.services.annotating import FactStatement
from maeditor.services.glued_cells import Cells, cells_at, refuse_split, subject_under
from maeditor.services.library import FactView
from maeditor.services.queueing import ScaleSuspicion
from maeditor.services.readings import Reading
from maeditor.services.runner import ActionRunner, catalogue_of

NO_CELLS = Cells(0, ())
MOST_PLACES = 12
"""Of a fact's passages so many are looked at."""
AROUND = 90
"""Code points of text on each side of a passage that a card may show."""


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """The facts of a review in reading order with their states, and those that others contradict."""

    states: Mapping[str, State]
    conflicted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: its paragraph, counted from 1, and the text around it."""

    passage: Passage
    paragraph: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Familiar:
    """Another fact that says the same, with the paragraphs that say it."""

    view: FactView
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """A fact with its places, the readings it may have, what says the same, and what makes it suspicious."""

    view: FactView
    language: str
    places: tuple[Place, ...]
    readings: tuple[Reading, ...]
    """Where it is in doubt: its own first, the likeliest next."""
    cells: Cells
    """Of the readings, where they stand in the flattened table."""
    familiar: Familiar | None
    scale: ScaleSuspicion | None
    halves: tuple[Quantity, ...] = ()
    """The two values that glued cells are or would be split into; none where nothing is glued."""
    beside: Fact | None = None
    """The other half, where it is a fact of its own already: then it is no reading of this one."""

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return self.view.fact

    @property
    def halved(self) -> bool:
        """Tell whether both halves are facts already."""
        return self.beside is not None


def review_plan(runner: ActionRunner, article_id: str | None) -> ReviewPlan:
    """All facts of an article as they stand in its text; of the project (None) those that wait."""
    if article_id is None:
        with runner.read() as queries:
            return ReviewPlan(queries.review.waiting_states(), frozenset())
    with runner.read() as queries:
        states = queries.review.in_text_order(article_id)
        rivals = queries.facts_about(queries.review.disputable(article_id))
    in_conflict = {fact_id for conflict in conflicting(rivals) for fact_id in conflict.fact_ids}
    return ReviewPlan(states, frozenset(in_conflict & states.keys()))


def review_card(runner: ActionRunner, fact_id: str) -> ReviewCard:
    """One fact as a card shows it. Raises MissingRecordError where there is none."""
    view = library.fact_view(runner, fact_id)
    fact = view.fact
    alike = queueing.similar_facts(runner, fact_id)
    with runner.read() as queries:
        article = queries.article(fact.article_id) if fact.article_id else None
        shown = [each.passage for each in view.evidence[:MOST_PLACES]]
        others = [each.passage for each in alike[0].evidence[:MOST_PLACES]] if alike else []
        here = [each for each in others if each.article_id == fact.article_id]
        texts = {text_id: queries.text(text_id) for text_id in {each.text_id for each in (*shown, *here)}}
        known = catalogue_of(queries) if fact.needs_look else {}
    places = tuple(_place(each, texts[each.text_id]) for each in shown)
    familiar = None
    if alike:
        familiar = Familiar(alike[0], tuple(sorted({_paragraph(texts[each.text_id], each.start) for each in here})))
    found = readings.readings(fact, known)
    scale = queueing.scale_suspicion(runner, fact) if fact.state in {State.PROPOSED, State.DEFERRED} else None
    language = article.language if article is not None else ""
    cells, beside, passage = NO_CELLS, None, shown[0] if shown else None
    halves = readings.values(found)[:2] if fact.needs_look == GLUED else ()
    if len(halves) > 1:
        standing = [_stands_beside(runner, view, each.quantity) for each in found[1:]]
        beside = standing[0]
        # What another cell's fact says already is no reading of this one: chosen, it would be said twice.
        apart = [each for each, stands in zip(found[1:], standing, strict=True) if stands is None]
        found = (found[0], *apart) if apart else ()
        if passage is not None and found:
            cells = cells_at(texts[passage.text_id], passage.start, readings.values(found), language)
    return ReviewCard(view, language, places, found, cells, familiar, scale, halves, beside)


def next_to_review(runner: ActionRunner, article_id: str) -> Article | None:
    """The article after this one, or from the start again, that holds proposals; None where none is left."""
    with runner.read() as queries:
        found = queries.articles()
        proposed = queries.counts().proposed
    numbers = [article.id for article in found]
    at = numbers.index(article_id) + 1 if article_id in numbers else 0
    ordered = (*found[at:], *found[:at])
    return next((each for each in ordered if each.id != article_id and proposed.get(each.id)), None)


def waiting_articles(runner: ActionRunner, others: Collection[str] = ()) -> tuple[str, ...]:
    """The articles that hold proposals, and ``others`` among them, in the order of the project."""
    with runner.read() as queries:
        proposed = queries.counts().proposed
        return tuple(each.id for each in queries.articles() if proposed.get(each.id) or each.id in others)


def read_as(card: ReviewCard, at: int) -> FactStatement:
    """What a fact says once one of its readings is the right one."""
    said, reading = statement_of(card.fact), card.readings[at]
    subject = subject_under(card.fact, card.cells.heads, at) if card.cells.heads else said.subject
    stated = reading.other.key if reading.other else said.property
    return replace(said, property=stated, quantity=reading.quantity, text_value=reading.date, subject=subject)


def split_card(runner: ActionRunner, card: ReviewCard) -> Done:
    """Make two facts of glued cells, each of its column. Raises ReviewError where there is nothing to split."""
    fact = card.fact
    two = card.halves
    refuse_split(fact, two, halved=card.halved)
    subjects = [subject_under(fact, card.cells.heads, at) for at in range(2)]
    return restructuring.split_fact(runner, fact.id, fact.version, two, subjects)


def would_differ(card: ReviewCard, statement: FactStatement) -> bool:
    """Tell whether a statement's value stands in none of the fact's passages: it then needs a reason."""
    stated = statement.stated_in(card.fact)
    passages = [each.passage for each in card.view.evidence]
    return looked_at(stated, passages, card.language).needs_look == NEEDS_REASON


def statement_of(fact: Fact) -> FactStatement:
    """What a fact says, as a statement to be changed."""
    return FactStatement(
        fact.property,
        fact.subject,
        fact.quantity,
        fact.text_value,
        place=fact.place,
        lifecycle=fact.lifecycle,
        as_of=fact.as_of,
        target=fact.target,
        note=fact.note,
    )


def known_subjects(runner: ActionRunner, most: int = 400) -> tuple[str, ...]:
    """What facts of the project are about, the most frequent first: to be offered while a subject is typed."""
    with runner.read() as queries:
        return queries.review.subjects(most)


def _stands_beside(runner: ActionRunner, view: FactView, value: Quantity | None) -> Fact | None:
    """The other fact of the property that states a value in the same passage, or in one that touches it."""
    fact, here = view.fact, [each.passage for each in view.evidence]
    with runner.read() as queries:
        others = {
            other.id: other
            for other in (queries.facts_of(fact.article_id) if fact.article_id else ())
            if other.id != fact.id
            and other.property == fact.property
            and other.state is not State.REJECTED
            and other.quantity == value
        }
        links = queries.evidence_of(list(others)) if others else ()
        there = {each.id: each for each in queries.passages(link.passage_id for link in links)} if links else {}
    touching = (
        others[link.fact_id]
        for link in links
        if link.passage_id in there and any(_touch(one, there[link.passage_id]) for one in here)
    )
    return next(touching, None)


def _touch(one: Passage, other: Passage) -> bool:
    return one.text_id == other.text_id and one.start <= other.end and other.start <= one.end


def _place(passage: Passage, text: str) -> Place:
    before = text[max(0, passage.start - AROUND) : passage.start]
    return Place(passage, _paragraph(text, passage.start), before, text[passage.end : passage.end + AROUND])


def _paragraph(text: str, start: int) -> int:
    """Which paragraph a place is in: lines that say something, counted from 1."""
    return max(1, sum(1 for line in text[: start + 1].split("\n") if line.strip()))
