"""One article gathered for an annotated copy: its text, its passages, and what its facts say in the reader's words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from datetime import UTC, datetime

from maeditor import __version__
from maeditor.domain.articles import Article
from maeditor.domain.facts import State
from maeditor.formats.outgoing.content import CopyContent, CopyWords, NotedFact
from maeditor.services.library import FactView, OpenArticle, open_article
from maeditor.services.outgoing import about_parts, value_text
from maeditor.services.phrasing import worded_date
from maeditor.services.runner import ActionRunner
from maeditor.services.sheet_rows import article_label
from maeditor.wording import Wording

RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})
_SAMPLE = 400
"""Characters by which the direction of an article without a language is judged."""


def copy_content(runner: ActionRunner, article_id: str, wording: Wording) -> CopyContent:
    """Gather an article with every fact of it that was not rejected. Raises MissingRecordError."""
    opened = open_article(runner, article_id)
    article, at = opened.article, runner.clock()
    views = [view for view in opened.facts if view.fact.state is not State.REJECTED]
    with runner.read() as queries:
        project = queries.meta("name") or ""
    return CopyContent(
        title=article.title or article.file_name,
        source=_source(article, wording),
        url=article.url,
        text=opened.text,
        article_language=article.language,
        language=wording.language,
        right_to_left=_right_to_left(article, opened.text),
        noise=opened.noise,
        facts={view.fact.id: _noted(view, wording) for view in views},
        passages=_passages(opened, views),
        words=_words(article, project, at, wording),
        editor=runner.editor,
        made_at=datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def _passages(opened: OpenArticle, views: list[FactView]) -> list[tuple[int, int, tuple[str, ...]]]:
    places: dict[tuple[int, int], list[str]] = defaultdict(list)
    for view in views:
        for each in view.evidence:
            if each.passage.text_id == opened.version.id:
                places[each.passage.start, each.passage.end].append(view.fact.id)
    return [(start, end, tuple(facts)) for (start, end), facts in sorted(places.items())]


def _noted(view: FactView, wording: Wording) -> NotedFact:
    fact, say = view.fact, wording.say
    details = [
        fact.claim,
        say("publishing.as_of", date=worded_date(fact.as_of, wording)) if fact.as_of else "",
        say("publishing.target", date=worded_date(fact.target, wording)) if fact.target else "",
        say(f"look.{fact.needs_look}") if fact.needs_look else "",
        say("facts.in_conflict") if view.conflicted else "",
        say("publishing.reviewer", name=fact.reviewer) if fact.reviewer else "",
        fact.note,
    ]
    return NotedFact(
        fact.label,
        about_parts(view, wording),
        value_text(view, wording),
        say(f"facts.state_{fact.state.value}"),
        view.property.family,
        tuple(each for each in details if each),
    )


def _source(article: Article, wording: Wording) -> tuple[str, ...]:
    published = worded_date(article.published, wording) if article.published else ""
    return tuple(each for each in (article.publisher, article.author, published) if each)


def _words(article: Article, project: str, at: str, wording: Wording) -> CopyWords:
    say = wording.say
    day = worded_date(datetime.fromisoformat(at).astimezone().date().isoformat(), wording)
    made = {"article": article_label(article), "project": project, "date": day, "version": __version__}
    # The number's place is filled where the number is known.
    return CopyWords(
        notes=say("facts.title"),
        note=say("publishing.note", number="{number}"),
        see_note=say("publishing.see_note", number="{number}"),
        back=say("publishing.back", number="{number}"),
        made=say("publishing.made", **made),
    )


def _right_to_left(article: Article, text: str) -> bool:
    """By its language, or by its letters where none is known."""
    if article.language:
        return article.language.partition("-")[0].lower() in RIGHT_TO_LEFT
    letters = [each for each in text[:_SAMPLE] if each.isalpha()]
    return 2 * sum(unicodedata.bidirectional(each) in {"R", "AL"} for each in letters) > len(letters)
