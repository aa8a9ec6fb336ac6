"""What is done with a whole article: called read, deleted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.services import deleting
from maeditor.services.deleting import ArticleWeight
from maeditor.services.figure_memory import FigureMemory
from maeditor.services.telling import TAKEN_BACK
from maeditor.services.undoing import original_kind
from maeditor.ui import fact_text
from maeditor.ui.desk import Desk
from maeditor.ui.dialogs.finishing import finish_article
from maeditor.ui.dialogs.question import Question


class ArticleCommands(QObject):
    """Acts on the article in front."""

    def __init__(self, desk: Desk, window: QWidget, memory: FigureMemory, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._window, self._memory = desk, window, memory
        desk.bulletin.changed.connect(self._changed)

    def functions(self) -> dict[str, Callable[[], None]]:
        """What the commands can call."""
        return {"delete-article": self.delete, "finish-article": self.finish}

    def finish(self) -> None:
        """Settle what is left of the article at once, so that it counts as done."""
        if self._settled():
            finish_article(self._desk, self._window, self._memory)

    def delete(self) -> None:
        """Say what would go with the article, and do it once that is wanted; Del wants it, Enter and Esc do not."""
        desk = self._desk
        if not self._settled():
            return
        try:
            weight = deleting.weigh_article(desk.runner, desk.selection.article_id)
        except MaeditorError as error:
            desk.notices.error_from(error)
            return
        box = Question(
            desk.theme,
            desk.words,
            "article.delete_title",
            self._question(weight),
            self._told(weight),
            "article.delete_do",
            self._window,
            grave=True,
        )
        box.accepted.connect(lambda: self._delete(weight))
        box.open()

    def _question(self, weight: ArticleWeight) -> str:
        say = self._desk.words.say
        facts, passages = say("shell.facts", count=weight.facts), say("article.passages", count=weight.passages)
        title = fact_text.isolated(weight.article.title)
        if not weight.facts and not weight.passages:
            return say("article.delete_bare", title=title)
        return say("article.delete_ask", title=title, facts=facts, passages=passages)

    def _told(self, weight: ArticleWeight) -> str:
        say = self._desk.words.say
        told = [say("article.kept", count=weight.kept)] if weight.kept else []
        told += [say("article.bared", count=weight.bared)] if weight.bared else []
        return "\n".join([*told, say("article.delete_undo", undo=self._desk.words.called("undo"))])

    def _delete(self, weight: ArticleWeight) -> None:
        desk, article = self._desk, weight.article

        desk.large.do(
            "article.deleting",
            weight.facts + weight.kept + weight.bared,
            lambda watch: deleting.delete_article(desk.runner, article.id, article.version, watch),
        )

    def _settled(self) -> bool:
        """Tell whether there is an article, and what is typed over its facts is saved."""
        desk = self._desk
        if not desk.selection.article_id:
            desk.notices.hint(desk.words.say("article.none_open", how=desk.words.called("import-files")))
            return False
        return desk.selection.may_leave()

    def _changed(self, done: Done) -> None:
        """An article that was brought back is what the person wants to see."""
        back = done.record_ids("articles")
        if self._desk.bulletin.foreign:
            return
        if done.action.kind in TAKEN_BACK and original_kind(done.action) == deleting.DELETE_ARTICLE and back:
            self._desk.selection.show_article(back[0])
