"""Cut, copy, paste, select all: done by whatever has the keyboard, as far as it can."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from maeditor.domain.articles import Article
from maeditor.ui.selection import Selection

if TYPE_CHECKING:
    from maeditor.services.library import OpenArticle

Field = QLineEdit | QTextEdit | QPlainTextEdit


def functions() -> dict[str, Callable[[], None]]:
    """What the commands can call."""
    return {"cut": cut, "copy": copy, "paste": paste, "select-all": select_all}


def cut() -> None:
    """Cut from the field that has the keyboard."""
    field = _field(QApplication.focusWidget())
    if field is not None:
        field.cut()


def copy() -> None:
    """Copy what is selected: words of a text, or the line of a list."""
    focus = QApplication.focusWidget()
    field = _field(focus)
    if field is not None:
        field.copy()
    elif isinstance(focus, QAbstractItemView) and focus.currentIndex().isValid():
        put_text(str(focus.currentIndex().data() or ""))


def paste() -> None:
    """Paste into the field that has the keyboard."""
    field = _field(QApplication.focusWidget())
    if field is not None:
        field.paste()


def select_all() -> None:
    """Select all of a text or of a list."""
    focus = QApplication.focusWidget()
    field = _field(focus)
    if field is not None:
        field.selectAll()
    elif isinstance(focus, QAbstractItemView):
        focus.selectAll()


def put_text(text: str) -> None:
    """Put plain text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def copy_with_source(selection: Selection, opened: OpenArticle | None) -> None:
    """Copy the words marked, or else those of the selected fact, with where they stand."""
    if opened is None:
        return
    span = selection.span or next(
        (
            (each.passage.start, each.passage.end)
            for view in opened.facts
            if view.fact.id == selection.fact_id
            for each in view.evidence
            if each.passage.text_id == opened.version.id
        ),
        None,
    )
    if span is not None:
        put_text(with_source(opened.text[slice(*span)], opened.article))


def with_source(quote: str, article: Article) -> str:
    """A passage and where it stands: what a person pastes into a mail."""
    known = (article.publisher, article.title, article.published, article.url)
    source = ", ".join(each for each in known if each)
    return f"{quote.strip()}\n— {source}" if source else quote.strip()


def _field(focus: QWidget | None) -> Field | None:
    if isinstance(focus, QComboBox):
        return focus.lineEdit()
    return focus if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) else None
