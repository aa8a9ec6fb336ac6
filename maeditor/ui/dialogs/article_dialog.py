"""F2: title, source, author, date, address and language of an article."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from maeditor.domain.articles import Article
from maeditor.services import library
from maeditor.services.describing import ArticleDetails, describe_article
from maeditor.ui.desk import Desk
from maeditor.ui.dialogs.form_dialog import FormDialog

LANGUAGES = ("fr", "en", "ar")


def edit_article(desk: Desk, window: QWidget) -> None:
    """Open the details of the article that is shown."""
    article_id = desk.selection.article_id
    if article_id:
        _open(desk, library.open_article(desk.runner, article_id).article, window)


def _open(desk: Desk, article: Article, window: QWidget) -> None:
    def save() -> None:
        told = [field.text().strip() for field in (title, publisher, author, published, url)]
        details = ArticleDetails(told[0], told[1], told[2], told[3], told[4], str(language.currentData()))
        desk.bulletin.publish(describe_article(desk.runner, article.id, article.version, details))

    def _named(code: str) -> str:
        """A language by its name; one that is not ours by its code."""
        return desk.words.say(f"dialog.language_{code}") if code in LANGUAGES else code.upper() or "–"

    dialog = FormDialog("dialog.article_title", desk.theme, desk.words, save, window)
    title = dialog.add_text("dialog.title", article.title)
    publisher = dialog.add_text("dialog.publisher", article.publisher)
    author = dialog.add_text("dialog.author", article.author)
    published = dialog.add_text("dialog.published", article.published, "dialog.published_hint")
    url = dialog.add_text("dialog.url", article.url)
    known = dict.fromkeys((*LANGUAGES, article.language))
    language = dialog.add_choice("dialog.language", [(code, _named(code)) for code in known], article.language)
    (title if article.publisher else publisher).setFocus()
    dialog.open()
