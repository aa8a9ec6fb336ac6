"""What can be done with the inspected fact beside judging it: split, copy, compare, its history, its source."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout

from maeditor.domain.changes import Done
from maeditor.domain.errors import MissingRecordError, ReviewError
from maeditor.domain.facts import Role
from maeditor.services import library, listing
from maeditor.services.library import FactView
from maeditor.services.telling import tell_error
from maeditor.ui import fact_text
from maeditor.ui.desk import Desk
from maeditor.ui.facts.before import Before
from maeditor.ui.facts.history_panel import HistoryPanel, history_title
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.facts.several_presenter import SeveralPresenter

HISTORY_SIZE = (480, 420)


class FactCommands(QObject):
    """Acts on the fact selected, wherever it is shown."""

    def __init__(self, desk: Desk, pane: FactsPane, several: SeveralPresenter, settle: Callable[[], bool]) -> None:
        """``settle`` saves what is typed over the fact; False keeps everything as it is."""
        super().__init__(pane)
        self._desk, self._pane, self._several, self._settle = desk, pane, several, settle
        self.open_address: Callable[[str], object] = lambda address: QDesktopServices.openUrl(QUrl(address))
        inspector = pane.inspector
        inspector.role_wanted.connect(self._set_role)
        self._before = Before(pane.list, inspector.isAncestorOf)
        inspector.left_history.connect(self._before.give_back)
        desk.bulletin.changed.connect(self._changed)
        desk.words.changed.connect(self._retell)

    def split(self) -> None:
        """Make two facts of a glued cell."""
        view = self._settled_view()
        if view is None:
            return
        from maeditor.services import review_cards
        from maeditor.services.glued_cells import refuse_split

        desk = self._desk
        card = review_cards.review_card(desk.runner, view.fact.id)
        try:
            refuse_split(card.fact, card.halves, halved=card.halved)
        except ReviewError as error:
            desk.notices.hint(tell_error(error, desk.words.wording))
        else:
            desk.act(lambda: review_cards.split_card(desk.runner, card))

    def merge(self) -> None:
        """Make one fact of those marked."""
        if not self._several.active:
            self._desk.notices.hint(self._desk.words.say("facts.merge_tip"))
        elif self._settle():
            self._several.merge()

    def duplicate(self) -> None:
        """Copy the fact with its passages, and go to the copy."""
        view = self._settled_view()
        if view is None:
            return
        desk, made = self._desk, [""]

        def copy() -> Done:
            from maeditor.services import restructuring

            done, made[0] = restructuring.duplicate_fact(desk.runner, view.fact.id)
            return done

        if desk.act(copy) is not None:
            desk.selection.show_fact(made[0])

    def compare(self) -> None:
        """Go to the fact that contradicts this one; again, to the next of them and back to this one."""
        desk, here = self._desk, self._standing()
        found = listing.rivals(desk.runner, here) if here else ()
        if not found:
            desk.notices.hint(desk.words.say("facts.no_rival"))
            return
        number = library.fact_view(desk.runner, here).fact.number
        after = [each for each in found if each.number > number]
        rival = library.fact_view(desk.runner, (after or list(found))[0].id)
        if rival.evidence:
            passage = rival.evidence[0].passage
            desk.selection.show_passage(passage.article_id, passage.start, passage.end, rival.fact.id)
        else:
            desk.selection.show_fact(rival.fact.id)

    def show_history(self) -> None:
        """Show who did what to the fact; a second time, its fields again."""
        desk, inspector = self._desk, self._pane.inspector
        if inspector.history_shown:
            inspector.close_history()
            return
        fact_id = self._standing()
        if not fact_id:
            desk.notices.hint(desk.words.say("facts.none_chosen"))
            return
        from maeditor.services import recounting

        deeds = recounting.fact_history(desk.runner, fact_id, desk.words.wording, desk.words.language)
        view = library.fact_view(desk.runner, fact_id)
        if inspector.isVisible() and inspector.view is not None:
            self._before.note()
            inspector.show_history(deeds)
            return
        dialog = QDialog(self._pane.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(history_title(view, desk.words))
        panel = HistoryPanel(desk.theme, desk.words, dialog)
        panel.closed.connect(dialog.close)
        QVBoxLayout(dialog).addWidget(panel)
        panel.show_deeds(view, deeds)
        dialog.resize(*map(desk.theme.px, HISTORY_SIZE))
        dialog.open()

    def open_source(self) -> None:
        """Open the article's address in the browser, after asking; nothing but http and https."""
        desk, say = self._desk, self._desk.words.say
        article_id = self._article()
        address = library.open_article(desk.runner, article_id).article.url if article_id else ""
        if not address:
            desk.notices.hint(say("facts.no_source", details=desk.words.called("article-details")))
            return
        if not may_open(address):
            desk.notices.hint(say("facts.odd_source", address=fact_text.isolated(address)))
            return
        from maeditor.ui.dialogs.question import Question

        asked = say("facts.open_source", host=urlsplit(address).hostname or "")
        window = self._pane.window()
        box = Question(
            desk.theme, desk.words, "facts.open_source_title", asked, address, "facts.open_source_yes", window
        )
        box.accepted.connect(lambda: self.open_address(address))
        box.open()

    def _article(self) -> str:
        """The article in front; in the list of the whole project that of the fact chosen."""
        view = self._pane.inspector.view
        if self._desk.selection.view == "read" and self._pane.whole_project and view is not None and view.evidence:
            return view.evidence[0].passage.article_id
        return self._desk.selection.article_id

    def _standing(self) -> str:
        """The fact selected, if the project still has it: an undo, or another editor, may have taken it away."""
        fact_id = self._desk.selection.fact_id
        try:
            return library.fact_view(self._desk.runner, fact_id).fact.id if fact_id else ""
        except MissingRecordError:
            return ""

    def _settled_view(self) -> FactView | None:
        return self._pane.inspector.view if self._settle() else None

    def _set_role(self, evidence_id: str, role: Role) -> None:
        from maeditor.services import annotating

        runner = self._desk.runner
        self._desk.act(lambda: annotating.set_role(runner, evidence_id, role))

    def _changed(self, done: Done) -> None:
        selection = self._desk.selection
        if done.touches("facts") and selection.fact_id and not self._standing():
            selection.let_fact_go()
        if done.touches("facts", "evidence"):
            self._retell()

    def _retell(self) -> None:
        """The history that is in front has grown, or is told in another language."""
        desk, inspector = self._desk, self._pane.inspector
        if inspector.history_shown and inspector.view is not None:
            fact = inspector.view.fact
            from maeditor.services import recounting

            deeds = recounting.fact_history(desk.runner, fact.id, desk.words.wording, desk.words.language)
            inspector.history.show_deeds(inspector.view, deeds)


def may_open(address: str) -> bool:
    """Tell whether an address may be given to the browser: http or https, a host, nobody's name or password in it."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False
