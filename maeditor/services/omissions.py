"""Where the figures of an article stand: attached to a fact, dismissed, or still left to be settled.

An article is settled when none is left. Not asked for are lines that are noise, and what is passed over because it
says no fact by itself: the byline's dates, times of day, numbers of lists and laws, years in names
(``extraction.figures.Passed``); these are counted, so that nobody takes them for seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from maeditor.domain.anchors import Span
from maeditor.domain.articles import Noise
from maeditor.domain.dismissals import Dismissal
from maeditor.extraction.figures import Figure, FigureKind
from maeditor.services.attachments import Attachments, Cover, Said
from maeditor.services.figure_memory import FigureMemory
from maeditor.services.library import OpenArticle
from maeditor.services.runner import ActionRunner


@dataclass(frozen=True, slots=True)
class Omission:
    """A figure that no fact accounts for, as it stands in the text."""

    figure: Figure
    text: str

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.figure.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.figure.end

    @property
    def kind(self) -> FigureKind:
        """What sort of figure it is."""
        return self.figure.kind

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Account:
    """Every figure of a text outside of noise, each in exactly one of the four."""

    left: tuple[Omission, ...] = ()
    attached: tuple[Figure, ...] = ()
    dismissed: tuple[tuple[Figure, Dismissal], ...] = ()
    passed: tuple[Figure, ...] = ()

    @property
    def settled(self) -> bool:
        """Tell whether each is a fact or dismissed."""
        return not self.left


@dataclass(frozen=True, slots=True)
class Settling:
    """What says where the figures of an article stand: its text, what facts say in it, what was dismissed in it."""

    text_id: str
    text: str
    language: str
    noise: tuple[Noise, ...]
    said: tuple[Said, ...]
    dismissals: tuple[Dismissal, ...]


def settling_of(opened: OpenArticle, dismissals: Sequence[Dismissal]) -> Settling:
    """The same of an article that is open."""
    text_id = opened.version.id
    said = [(view.fact, link.passage) for view in opened.facts for link in view.evidence]
    return Settling(
        text_id,
        opened.text,
        opened.article.language,
        opened.noise,
        tuple((fact, passage) for fact, passage in said if passage.text_id == text_id),
        tuple(each for each in dismissals if each.text_id == text_id),
    )


def read_settling(runner: ActionRunner, article_id: str) -> Settling:
    """Read no more than is needed, in one transaction. Raises MissingRecordError where there is no such article."""
    with runner.read() as queries:
        article = queries.article(article_id)
        text_id = article.text_id
        passages = {each.id: each for each in queries.passages_of(article_id) if each.text_id == text_id}
        links = queries.evidence_on(passages)
        facts = {each.id: each for each in queries.facts_by_id(link.fact_id for link in links) if not each.hidden}
        return Settling(
            text_id,
            queries.text(text_id),
            article.language,
            queries.text_version(text_id).noise,
            tuple((facts[link.fact_id], passages[link.passage_id]) for link in links if link.fact_id in facts),
            tuple(each for each in queries.dismissals_of(article_id) if each.text_id == text_id),
        )


def account(settling: Settling, found: Sequence[Figure]) -> Account:
    """Say of each figure where it stands; a fact counts before a dismissal, and both before what is passed over."""
    found = _outside(found, settling.noise)
    attachments = Attachments(settling.text, settling.said, found)
    attached: list[Figure] = []
    rest: list[Figure] = []
    for number, figure in enumerate(found):
        (attached if attachments.holds(number) else rest).append(figure)
    return _without_facts(rest, tuple(attached), settling.text, settling.dismissals)


def after_dismissing(before: Account, text: str, dismissals: Sequence[Dismissal]) -> Account:
    """The account where nothing but dismissals changed: what facts account for need not be looked at again."""
    rest = [each.figure for each in before.left]
    rest += [figure for figure, _ in before.dismissed]
    rest += before.passed
    rest.sort(key=lambda figure: figure.start)
    return _without_facts(rest, before.attached, text, dismissals)


def _without_facts(
    rest: Sequence[Figure], attached: tuple[Figure, ...], text: str, dismissals: Sequence[Dismissal]
) -> Account:
    put_aside = Cover(rest)
    by_number: dict[int, Dismissal] = {}
    for each in dismissals:
        for number in put_aside.touched(each.start, each.end):
            put_aside.add(number, each.start, each.end)
            by_number.setdefault(number, each)
    left, dismissed, passed = [], [], []
    for number, figure in enumerate(rest):
        if number in by_number and put_aside.holds(text, number):
            dismissed.append((figure, by_number[number]))
        elif figure.passed is not None:
            passed.append(figure)
        else:
            left.append(Omission(figure, text[figure.start : figure.end]))
    return Account(tuple(left), attached, tuple(dismissed), tuple(passed))


def account_of(
    runner: ActionRunner,
    article_id: str,
    memory: FigureMemory | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Account:
    """Read an article and say where its figures stand. Raises MissingRecordError where there is none."""
    settling = read_settling(runner, article_id)
    return account(settling, figures_of(settling, memory or FigureMemory(), cancelled))


def figures_of(
    settling: Settling, memory: FigureMemory, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Figure, ...]:
    """The figures of an article's text, sought once."""
    return memory.figures(settling.text_id, settling.text, settling.language, cancelled)


def unattached(runner: ActionRunner, article_id: str) -> tuple[Omission, ...]:
    """The figures of an article that are neither a fact nor dismissed, in text order."""
    return account_of(runner, article_id).left


def dismissed(runner: ActionRunner, article_id: str) -> tuple[tuple[Figure, Dismissal], ...]:
    """The figures of an article that were dismissed, in text order, each with its dismissal."""
    return account_of(runner, article_id).dismissed


def dismissals(runner: ActionRunner, article_id: str) -> tuple[Dismissal, ...]:
    """What was dismissed in an article, in any of its texts."""
    with runner.read() as queries:
        return queries.dismissals_of(article_id)


def _outside(found: Sequence[Figure], noise: Sequence[Noise]) -> tuple[Figure, ...]:
    if not noise:
        return tuple(found)
    ordered = sorted((each.start, each.end) for each in noise)
    starts = [start for start, _ in ordered]
    kept = []
    for figure in found:
        at = bisect_right(starts, figure.start)
        if at == 0 or ordered[at - 1][1] <= figure.start:
            kept.append(figure)
    return tuple(kept)
