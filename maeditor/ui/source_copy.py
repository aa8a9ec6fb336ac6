"""Copying with the source: a figure pasted into a mail or a report leads back to where it was read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from maeditor.domain.articles import Article
from maeditor.formats.workbook.cell_text import can_link
from maeditor.services.library import FactView, OpenArticle
from maeditor.services.outgoing import about_parts, value_text
from maeditor.services.phrasing import worded_date
from maeditor.ui.selection import Selection
from maeditor.wording import Wording


@dataclass(frozen=True, slots=True)
class Copied:
    """The same for programs that take plain text alone and for those that take it set."""

    text: str
    html: str


def copy_with_source(selection: Selection, opened: OpenArticle | None, words: Wording) -> None:
    """Copy the words marked, or else the selected fact with its words, and where they stand: as text and as HTML."""
    if opened is None:
        return
    span, view = selection.span, None
    if span is None:
        view = next((each for each in opened.facts if each.fact.id == selection.fact_id), None)
        span = next(
            (
                (each.passage.start, each.passage.end)
                for each in (view.evidence if view is not None else ())
                if each.passage.text_id == opened.version.id
            ),
            None,
        )
    if span is None:
        return
    copied = sourced(opened.text[slice(*span)], opened.article, words, view)
    data = QMimeData()
    data.setText(copied.text)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)


def sourced(quote: str, article: Article, words: Wording, view: FactView | None = None) -> Copied:
    """A passage and where it stands, with the value it carries: what a person pastes into a mail or a report."""
    quoted = words.say("facts.quote", quote=isolated(" ".join(quote.split())))
    value = value_text(view, words) if view is not None else ""
    about = [view.fact.label, *about_parts(view, words)] if view is not None else []
    published = worded_date(article.published, words) if article.published else ""
    known = [each for each in (article.title, article.publisher, published) if each]
    lines = [quoted]
    if view is not None:
        lines.append(" · ".join(isolated(each) for each in (value, *about)))
    source = ", ".join([*(isolated(each) for each in known), *filter(None, [article.url])])
    if source:
        lines.append(f"— {source}")
    return Copied("\n".join(lines), _html(quoted, value, about, known, article))


def _html(quoted: str, value: str, about: list[str], known: list[str], article: Article) -> str:
    """Markup that a word processor keeps: no styles of ours, so that it takes those of the page it comes to."""
    language = f' lang="{escape(article.language)}"' if article.language else ""
    told = [f'<blockquote{language} dir="auto"><p>{escape(quoted)}</p></blockquote>']
    if value:
        parts = [f"<strong>{escape(isolated(value))}</strong>", *(escape(isolated(each)) for each in about)]
        told.append(f"<p>{' · '.join(parts)}</p>")
    source = [escape(isolated(each)) for each in known]
    if article.title:
        source[0] = f"<cite>{source[0]}</cite>"
    if article.url:
        address = escape(article.url)
        safe = can_link(article.url) and article.url.startswith(("http://", "https://"))
        source.append(f'<a href="{address}">{address}</a>' if safe else address)
    if source:
        told.append(f"<p>— {', '.join(source)}</p>")
    return "".join(told)


def isolated(text: str) -> str:
    """Keep what is written from right to left from turning the line around it; other texts stay as they are."""
    turned = any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text)
    return f"\u2068{text}\u2069" if turned else text
