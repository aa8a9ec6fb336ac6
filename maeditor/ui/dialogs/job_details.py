"""What is under way behind the window: its name, how far it is, what waits behind it, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from maeditor.ui.dialogs.closing_row import MARGIN, SPACING
from maeditor.ui.jobs import Job, Jobs
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

WIDTH = 400


class JobDetails(QDialog):
    """Goes when its job ends; Esc leaves the job at work."""

    def __init__(self, theme: Theme, words: Words, jobs: Jobs, job: Job, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        say, px = words.say, theme.px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = say(job.title_key)
        self.setWindowTitle(title)
        others = [say(each.title_key) for each in jobs.running if each is not job]
        self.title, self.told = QLabel(title, self), QLabel("\n".join([say("status.job_saved"), *others]), self)
        self.title.setFont(theme.ui_font(14, 600))
        self.told.setStyleSheet(f"color: {theme.tokens.text2};")
        for label in (self.title, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(title)
        self.bar.setValue(round(100 * share))
        buttons = QDialogButtonBox(self)
        self.stop = KeycapButton(theme, "", "", self)
        self.leave = KeycapButton(theme, "", say("keys.escape"), self, filled=True)
        for button, key, role in (
            (self.stop, "status.cancel", QDialogButtonBox.ButtonRole.ActionRole),
            (self.leave, "status.job_close", QDialogButtonBox.ButtonRole.RejectRole),
        ):
            button.setText(say(key))
            button.setAccessibleName(say(key))
            buttons.addButton(button, role)
        self.stop.setAutoDefault(False)
        self.leave.setDefault(True)
        self.stop.clicked.connect(job.cancel)
        self.stop.clicked.connect(lambda: self.stop.setEnabled(False))
        buttons.rejected.connect(self.reject)
        job.progressed.connect(self._progressed)
        job.ended.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(px(MARGIN) for _side in range(4)))
        column.setSpacing(px(SPACING))
        for part in (self.title, self.bar, self.told, buttons):
            column.addWidget(part)
        self.setMinimumWidth(px(WIDTH))

    def _progressed(self, share: float) -> None:
        self.bar.setValue(round(100 * share))
