"""What an article says of itself, completed or corrected by a person; its text never changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maeditor.domain import dates
from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import StaleRecordError, ValueTextError
from maeditor.services.runner import ActionRunner

if TYPE_CHECKING:
    from maeditor.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ArticleDetails:
    """Title, source, author, date (EDTF), address, language (BCP 47); empty: the source does not say."""

    title: str
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""


def describe_article(runner: ActionRunner, article_id: str, version: int, details: ArticleDetails) -> Done:
    """Change an article's details. Raises ValueTextError for a date that is none, StaleRecordError if it moved on."""
    if details.published and not dates.is_edtf(details.published):
        raise ValueTextError("date_unreadable", text=details.published)

    def work(unit: UnitOfWork) -> Row:
        article = unit.articles.get(article_id)
        if article.version != version:
            raise StaleRecordError("record_changed", table="articles", record=article.title)
        unit.articles.replace(
            replace(
                article,
                title=details.title,
                publisher=details.publisher,
                author=details.author,
                published=details.published,
                url=details.url,
                language=details.language,
            )
        )
        return {"titles": [details.title]}

    return runner.run("describe-article", work)
