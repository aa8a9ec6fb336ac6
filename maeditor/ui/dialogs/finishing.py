"""« Marquer relu »: the one reason for which all figures left of an article are put aside."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from maeditor.domain.dismissals import DismissalReason
from maeditor.domain.errors import MaeditorError, ReviewError
from maeditor.services import finishing
from maeditor.services.figure_memory import FigureMemory
from maeditor.services.finishing import Remaining
from maeditor.ui.desk import Desk
from maeditor.ui.dialogs.form_dialog import FormDialog
from maeditor.ui.jobs import JobHandle
from maeditor.ui.staying import Staying


def finish_article(desk: Desk, window: QWidget, memory: FigureMemory) -> None:
    """Find what the open article still asks for, and offer to settle it; undecided facts are for a person alone."""
    article_id = desk.selection.article_id
    staying = Staying(window, desk.selection)

    def count(handle: JobHandle) -> Remaining | None:
        found = finishing.remaining(desk.runner, article_id, memory, handle.cancelled)
        return None if handle.cancelled() else found

    def counted(found: Remaining | None) -> None:
        stayed = staying.ended()
        if found is None or article_id != desk.selection.article_id:
            return
        if stayed or found.undecided or not found.left:
            _offer(desk, window, article_id, found)
        else:
            # A dialog would take the next letters: the person asks for it when they are done.
            say = desk.words.say
            told, label = say("article.finish_left", count=len(found.left)), say("article.finish_title")
            desk.notices.info(told, label, lambda: finish_article(desk, window, memory))

    def failed(error: MaeditorError) -> None:
        staying.ended()
        desk.notices.error_from(error)

    desk.jobs.start("omission.counting", count, counted, failed)


def _offer(desk: Desk, window: QWidget, article_id: str, found: Remaining) -> None:
    say = desk.words.say
    if found.undecided:
        desk.notices.error_from(ReviewError("article_undecided", count=found.undecided))
        return
    if not found.left:
        desk.notices.info(say("article.finished"))
        return

    def save() -> None:
        why = DismissalReason(reason.currentData())
        said = note.text() if why is DismissalReason.OTHER else ""
        spans = [each.span for each in found.left]
        done = finishing.finish_article(desk.runner, article_id, spans, why, said)
        desk.act(lambda: done)

    dialog = FormDialog("article.finish_title", desk.theme, desk.words, save, window, "article.finish_do")
    dialog.add_sentence(say("article.finish_left", count=len(found.left)))
    reasons = [(each.value, say(f"omission.reason.{each.value}")) for each in DismissalReason]
    reason = dialog.add_choice("article.finish_reason", reasons, DismissalReason.CONTEXT.value)
    note = dialog.add_text("article.finish_note", "", "omission.note_hint")
    reason.currentIndexChanged.connect(lambda _at: note.setEnabled(reason.currentData() == DismissalReason.OTHER.value))
    note.setEnabled(False)
    reason.setFocus()
    dialog.open()
