"""A sheet's facts in words, for paper: grouped, each with its value, its passages and their sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from maeditor.domain.articles import Article
from maeditor.domain.facts import State
from maeditor.domain.listing import Group
from maeditor.domain.properties import Family
from maeditor.domain.sheets import Sheet
from maeditor.services.library import EvidenceView, FactView, views_of
from maeditor.services.outgoing import about_parts, value_text
from maeditor.services.phrasing import worded_date
from maeditor.services.runner import ActionRunner
from maeditor.services.sheet_facts import how_sure, sheet_facts, whole_project_sheet
from maeditor.services.sheet_rows import article_label
from maeditor.wording import Wording

MOST_QUOTES = 3
"""Passages told of one fact; the others are counted."""
LONGEST_QUOTE = 420
"""Characters of a passage that are printed."""
_MARKS = re.compile("[•‣◦▪●·∙\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+")
"""Signs of lists and pictures: on paper they say nothing, and few typefaces have them."""
SAYS_ENOUGH = 40
"""Characters from which a passage is understood without the words around it."""


@dataclass(frozen=True, slots=True)
class PrintedQuote:
    """One passage with where it stands."""

    before: str
    """What comes before its words, with the opening mark; where the words alone would say little, some of the text."""
    text: str
    after: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedFact:
    """One fact, all of it worded; ``state`` also by its key, for its sign."""

    label: str
    value: str
    about: tuple[str, ...]
    family: Family
    state: State
    state_text: str
    quotes: tuple[PrintedQuote, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedGroup:
    """Facts under one heading."""

    title: str
    family: Family | None
    facts: tuple[PrintedFact, ...]


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """What goes on paper."""

    title: str
    subtitle: str
    date: str
    groups: tuple[PrintedGroup, ...]

    @property
    def count(self) -> int:
        """How many facts it has."""
        return sum(len(group.facts) for group in self.groups)


def printed_sheet(runner: ActionRunner, wording: Wording, sheet: Sheet | None = None) -> PrintedSheet:
    """Gather a sheet, or everything but what was rejected; grouped as the sheet asks, else by property."""
    asked = sheet or whole_project_sheet("")
    words = Wording(asked.language) if asked.language else wording
    sure = how_sure(runner, asked)
    with runner.read() as queries:
        views = views_of(queries, sheet_facts(queries, asked, words.language, sure))
        articles = {each.id: each for each in queries.articles(include_hidden=True)}
        project = queries.meta("name") or ""
    day = worded_date(datetime.fromisoformat(runner.clock()).astimezone().date().isoformat(), words)
    counted = words.say("publishing.facts_counted", count=len(views))
    told = (project if asked.title else "", counted, day)
    name_of = _namer(asked.asked.group, articles, words)
    groups: dict[str, list[FactView]] = {}
    for view in views:
        groups.setdefault(name_of(view), []).append(view)
    by_property = asked.asked.group in {Group.NONE, Group.PROPERTY}
    return PrintedSheet(
        asked.title or project,
        " · ".join(each for each in told if each),
        day,
        tuple(
            PrintedGroup(
                title,
                group[0].property.family if by_property else None,
                tuple(_printed(view, articles, words, named=not by_property) for view in group),
            )
            for title, group in groups.items()
        ),
    )


def _namer(group: Group, articles: dict[str, Article], words: Wording) -> Callable[[FactView], str]:
    match group:
        case Group.SUBJECT:
            return lambda view: view.fact.subject or "–"
        case Group.STATE:
            return lambda view: words.say(f"facts.state_{view.fact.state.value}")
        case Group.ARTICLE:
            return lambda view: _title(articles.get(view.fact.article_id), words)
        case _:
            return lambda view: view.property.label(words.language)


def _printed(view: FactView, articles: dict[str, Article], words: Wording, *, named: bool) -> PrintedFact:
    fact, say = view.fact, words.say
    about = about_parts(view, words)
    links = view.evidence[:MOST_QUOTES]
    notes = [
        say("publishing.as_of", date=worded_date(fact.as_of, words)) if fact.as_of else "",
        say("publishing.target", date=worded_date(fact.target, words)) if fact.target else "",
        say(f"look.{fact.needs_look}") if fact.needs_look else "",
        say("facts.in_conflict") if view.conflicted else "",
        "" if view.evidence else say("facts.without_passage"),
        say("publishing.more_passages", count=len(view.evidence) - MOST_QUOTES)
        if len(view.evidence) > MOST_QUOTES
        else "",
        fact.note,
    ]
    return PrintedFact(
        fact.label,
        value_text(view, words),
        about if named else about[1:],
        view.property.family,
        fact.state,
        say(f"facts.state_{fact.state.value}"),
        tuple(_quote(link, articles, words) for link in links),
        tuple(each for each in notes if each),
    )


def _quote(link: EvidenceView, articles: dict[str, Article], words: Wording) -> PrintedQuote:
    passage = link.passage
    text = " ".join(passage.exact.split())
    before = after = ""
    if len(text) > LONGEST_QUOTE:
        text = f"{text[:LONGEST_QUOTE].rpartition(' ')[0] or text[:LONGEST_QUOTE]} […]"
    elif len(text) < SAYS_ENOUGH:
        before, after = _words_before(passage.prefix), _words_after(passage.suffix)
    opening, closing = words.say("facts.quote", quote="\n").split("\n")
    article = articles.get(passage.article_id)
    if article is None:
        return PrintedQuote(opening + before, text, after + closing, (link.article_title,))
    published = worded_date(article.published, words).replace(" ", "\u00a0") if article.published else ""
    told = (article_label(article), _title(article, words), article.publisher, published)
    return PrintedQuote(opening + before, text, after + closing, tuple(each for each in told if each))


def _words_before(prefix: str) -> str:
    """The whole words of the same line that come before."""
    line = prefix.rpartition("\n")[2]
    whole = line if "\n" in prefix else line.partition(" ")[2]
    told = " ".join(_MARKS.sub(" ", whole).split()) + (" " if whole[-1:].isspace() else "")
    return f"…{told}" if told.strip() and "\n" not in prefix else told.lstrip() if not told.strip() else told


def _words_after(suffix: str) -> str:
    """The whole words of the same line that follow."""
    line = suffix.partition("\n")[0]
    whole = line if "\n" in suffix else line.rpartition(" ")[0]
    told = (" " if whole[:1].isspace() else "") + " ".join(_MARKS.sub(" ", whole).split())
    return f"{told}…" if told.strip() and "\n" not in suffix else told


def _title(article: Article | None, words: Wording) -> str:
    return (article.title or article.file_name if article else "") or words.say("facts.untitled")
