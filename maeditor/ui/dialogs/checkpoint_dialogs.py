"""Ctrl+S names a place in the history; another dialog returns to one, after saying what that would take back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from maeditor.services import checkpoints
from maeditor.services.phrasing import worded_moment
from maeditor.ui.desk import Desk
from maeditor.ui.dialogs.closing_row import MARGIN, SPACING, closing_row
from maeditor.ui.dialogs.form_dialog import FormDialog

WIDTH = 460


def name_checkpoint(desk: Desk, window: QWidget) -> None:
    """Ask for a name and set a checkpoint where the project is now."""

    def save() -> None:
        done = checkpoints.set_checkpoint(desk.runner, name.text())
        desk.bulletin.publish(done)
        desk.notices.info(desk.words.say("timeline.checkpoint_named", name=checkpoints.name_of(done.action)))

    dialog = FormDialog("timeline.checkpoint_title", desk.theme, desk.words, save, window)
    name = dialog.add_text("timeline.checkpoint_name", "", "timeline.checkpoint_hint")
    name.setMaxLength(checkpoints.LONGEST_NAME)
    name.setFocus()
    dialog.open()


def choose_checkpoint(desk: Desk, window: QWidget, chosen: str = "") -> None:
    """Ask to which checkpoint to return, and do it; without any, say how one is made."""
    known = checkpoints.checkpoints(desk.runner)
    if not known:
        desk.notices.hint(desk.words.say("error.no_checkpoint", checkpoint=desk.words.called("checkpoint")))
        return
    ReturnDialog(desk, known, chosen, window).open()


class ReturnDialog(QDialog):
    """How many actions of which editors would go; Enter does it, Esc leaves all as it is."""

    def __init__(self, desk: Desk, known: tuple[checkpoints.Checkpoint, ...], chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        say, theme = desk.words.say, desk.theme
        self.setWindowTitle(say("timeline.return_title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.which = QComboBox(self)
        for each in known:
            at = worded_moment(each.action.at, desk.words.wording)
            self.which.addItem(f"{each.name} · {each.action.editor}, {at}", each.action.id)
        self.which.setCurrentIndex(max(self.which.findData(chosen), 0))
        label = say("timeline.return_which")
        self.which.setAccessibleName(label.replace("&", ""))
        self.going, self._note = QLabel(self), QLabel(say("timeline.return_note", undo=desk.words.called("undo")), self)
        for text in (self.going, self._note):
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
        self.going.setFont(theme.ui_font(13, 600))
        self._note.setStyleSheet(f"color: {theme.tokens.text2};")
        buttons, self.do = closing_row(self, theme, desk.words, say("timeline.return_do"))
        buttons.accepted.connect(self._return)
        buttons.rejected.connect(self.reject)
        rows = QFormLayout()
        rows.addRow(label, self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(MARGIN) for _side in range(4)))
        column.setSpacing(theme.px(SPACING))
        column.addLayout(rows)
        column.addWidget(self.going)
        column.addWidget(self._note)
        column.addWidget(buttons)
        self.setMinimumWidth(theme.px(WIDTH))
        self.which.currentIndexChanged.connect(lambda _at: self._tell())
        self._tell()

    def _tell(self) -> None:
        say = self._desk.words.say
        reach = checkpoints.reach(self._desk.runner, str(self.which.currentData()))
        self.do.setEnabled(reach.count > 0)
        self._note.setVisible(reach.count > 0)
        if not reach.count:
            self.going.setText(say("timeline.return_nothing"))
            return
        whose = ", ".join(say("timeline.return_editor", editor=name, count=count) for name, count in reach.by_editor)
        self.going.setText(f"{say('timeline.return_going', count=reach.count)} ({whose})")

    def _return(self) -> None:
        checkpoint_id = str(self.which.currentData())
        self.accept()
        desk = self._desk
        size = checkpoints.weight(desk.runner, checkpoint_id)
        desk.large.do(
            "job.returning", size, lambda watch: checkpoints.return_to_checkpoint(desk.runner, checkpoint_id, watch)
        )
