"""Rows of what is found in the open project, and how each is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from maeditor.domain.articles import Article
from maeditor.domain.facts import Standing
from maeditor.services import searching, word_places
from maeditor.services.library import FactView
from maeditor.services.searching import KINDS, Found, FoundArticle, FoundPassage
from maeditor.ui import fact_text
from maeditor.ui.date_text import date_text
from maeditor.ui.desk import Desk
from maeditor.ui.fact_icon import icon_of
from maeditor.ui.palette.rows import Group, Row
from maeditor.wording import Wording

NEAR = 28
"""Characters shown on either side of a passage."""


class Finder:
    """Searches the project of a desk."""

    def __init__(self, desk: Desk, visited: Sequence[str] = ()) -> None:
        """``visited`` are the articles that were open, the last one first."""
        self._desk, self._visited = desk, visited
        self._asked: Sequence[str] = ()

    def find(self, typed: str, most: dict[Group, int]) -> dict[Group, list[Row]]:
        """What was found of each kind asked for, at most so many."""
        words = self._desk.words.wording
        kinds = [kind for kind in KINDS if Group(kind.value) in most]
        found = searching.search(self._desk.runner, typed, words.language, max(most.values(), default=0), kinds)
        self._asked = found.words
        known = self._articles(found, most.get(Group.ARTICLES, 0) if not typed.strip() else 0)
        listed = [FoundArticle(known[each], "") for each in self._recent(known)] if not typed.strip() else []
        listed += [each for each in found.articles if each.article.id not in {one.article.id for one in listed}]
        rows = {
            Group.FACTS: [_fact(view, found.words, words, known) for view in found.facts],
            Group.PASSAGES: [_passage(each, found.words, words) for each in found.passages],
            Group.ARTICLES: [_article(each, found.words, words) for each in listed],
        }
        return {group: rows[group][: most[group]] for group in rows if group in most}

    def open(self, row: Row) -> None:
        """Show a row's article at its passage, with its fact selected; an article at the words found in it."""
        selection = self._desk.selection
        if row.group is Group.ARTICLES and self._asked:
            place = word_places.first_place(self._desk.runner, row.article, self._asked)
            if place is not None:
                selection.show_passage(row.article, *place)
                return
        if row.article and row.start >= 0:
            selection.show_passage(row.article, row.start, row.end, row.fact)
            return
        selection.show_view("read")
        if row.article:
            selection.show_article(row.article)
        if row.fact:
            selection.show_fact(row.fact)

    def _articles(self, found: Found, recent: int) -> dict[str, Article]:
        """The articles of the facts found, and those opened last."""
        ids = {view.fact.article_id for view in found.facts if view.fact.article_id}
        ids.update(self._visited[: recent + 1] if recent else ())
        if not ids:
            return {}
        with self._desk.runner.read() as queries:
            return dict(queries.listing.articles(ids))

    def _recent(self, known: Mapping[str, Article]) -> list[str]:
        """The articles opened last that are still there; nobody looks for the one that is open."""
        shown = self._desk.selection.article_id
        return [each for each in self._visited if each != shown and each in known and not known[each].hidden]


def _fact(view: FactView, asked: Sequence[str], words: Wording, known: Mapping[str, Article]) -> Row:
    title, about = fact_text.value_text(view, words), fact_text.about_text(view, words)
    place = view.evidence[0].passage if view.evidence else None
    article = known.get(view.fact.article_id)
    sign = "set_aside" if view.fact.standing is Standing.SET_ASIDE else view.fact.state.value
    return Row(
        Group.FACTS,
        view.fact.id,
        title,
        fact_text.spoken_fact(view, words),
        icon_of(view.property),
        detail=about,
        family=view.property.family,
        language=article.language if article is not None else "",
        note=article.title if article is not None else "",
        detail_hits=searching.hits(about, asked),
        article=place.article_id if place is not None else view.fact.article_id,
        start=place.start if place is not None else -1,
        end=place.end if place is not None else -1,
        fact=view.fact.id,
        sign=sign,
        turned_down=sign in {"rejected", "set_aside"},
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
    # Kept apart: a date beside an Arabic name would be read from its wrong end.
    about = (fact_text.isolated(part) for part in (article.publisher, published) if part)
    detail = found.excerpt or " · ".join(about)
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
