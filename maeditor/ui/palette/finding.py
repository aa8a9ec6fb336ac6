"""Rows of what is found in the open project, and how each is opened."""

from __future__ import annotations

from collections.abc import Sequence

from maeditor.services import searching
from maeditor.services.library import FactView
from maeditor.services.searching import KINDS, Found, FoundArticle, FoundPassage
from maeditor.ui import fact_text
from maeditor.ui.date_text import date_text
from maeditor.ui.desk import Desk
from maeditor.ui.palette.rows import Group, Row
from maeditor.wording import Wording

NEAR = 28
"""Characters shown on either side of a passage."""


class Finder:
    """Searches the project of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, typed: str, most: dict[Group, int]) -> dict[Group, list[Row]]:
        """What was found of each kind asked for, at most so many."""
        words = self._desk.words.wording
        kinds = [kind for kind in KINDS if Group(kind.value) in most]
        found = searching.search(self._desk.runner, typed, words.language, max(most.values(), default=0), kinds)
        languages = self._languages(found)
        rows = {
            Group.FACTS: [_fact(view, found.words, words, languages) for view in found.facts],
            Group.PASSAGES: [_passage(each, found.words, words) for each in found.passages],
            Group.ARTICLES: [_article(each, found.words, words) for each in found.articles],
        }
        return {group: rows[group][: most[group]] for group in rows if group in most}

    def open(self, row: Row) -> None:
        """Show a row's article at its passage, with its fact selected."""
        selection = self._desk.selection
        if row.article and row.start >= 0:
            selection.show_passage(row.article, row.start, row.end, row.fact)
            return
        selection.show_view("read")
        if row.article:
            selection.show_article(row.article)
        if row.fact:
            selection.show_fact(row.fact)

    def _languages(self, found: Found) -> dict[str, str]:
        ids = {view.fact.article_id for view in found.facts if view.fact.article_id}
        if not ids:
            return {}
        with self._desk.runner.read() as queries:
            return {each.id: each.language for each in queries.listing.articles(ids).values()}


def _fact(view: FactView, asked: Sequence[str], words: Wording, languages: dict[str, str]) -> Row:
    title, about = fact_text.value_text(view, words), fact_text.about_text(view, words)
    place = view.evidence[0].passage if view.evidence else None
    return Row(
        Group.FACTS,
        view.fact.id,
        title,
        fact_text.spoken_fact(view, words),
        view.property.family.value,
        detail=about,
        family=view.property.family,
        language=languages.get(view.fact.article_id, ""),
        detail_hits=searching.hits(about, asked),
        article=place.article_id if place is not None else view.fact.article_id,
        start=place.start if place is not None else -1,
        end=place.end if place is not None else -1,
        fact=view.fact.id,
    )


def _passage(found: FoundPassage, asked: Sequence[str], words: Wording) -> Row:
    passage = found.passage
    # Whole words alone stand around it.
    before = passage.prefix.rpartition("\n")[2][-NEAR:].partition(" ")[2]
    after = passage.suffix.partition("\n")[0][:NEAR].rpartition(" ")[0]
    text = " ".join(f"… {before}{passage.exact}{after} …".split())
    return Row(
        Group.PASSAGES,
        passage.id,
        text,
        words.say("palette.spoken_passage", quote=passage.exact, title=found.article.title),
        "quote",
        language=found.article.language,
        note=f"¶{found.paragraph}" if found.paragraph else "",
        title_hits=searching.hits(text, asked),
        article=passage.article_id,
        start=passage.start,
        end=passage.end,
        fact=found.fact_id,
    )


def _article(found: FoundArticle, asked: Sequence[str], words: Wording) -> Row:
    article = found.article
    published = date_text(article.published, words) if article.published else ""
    detail = found.excerpt or " · ".join(part for part in (article.publisher, published) if part)
    return Row(
        Group.ARTICLES,
        article.id,
        article.title,
        words.say("palette.spoken_article", title=article.title),
        "read",
        detail=detail,
        language=article.language,
        title_hits=searching.hits(article.title, asked),
        detail_hits=searching.hits(detail, asked),
        article=article.id,
    )
