"""A question before something is done, in the program's own look: what Enter and Esc mean stands on the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from maeditor.ui.dialogs.closing_row import MARGIN, SPACING
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

WIDTH = 440


class Question(QDialog):
    """Opens without blocking; ``accepted`` means yes. Esc always leaves everything as it is.

    What deletes is ``grave``: Enter means no there, and yes has the key Del for itself.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        title_key: str,
        asked: str,
        told: str,
        do_key: str,
        parent: QWidget,
        *,
        grave: bool = False,
    ) -> None:
        """``asked`` is the question, ``told`` what is to be known for an answer."""
        super().__init__(parent)
        say, px = words.say, theme.px
        self._grave = grave
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(title_key))
        self.asked, self.told = QLabel(asked, self), QLabel(told, self)
        self.asked.setFont(theme.ui_font(14, 600))
        self.told.setFont(theme.ui_font(13))
        self.told.setStyleSheet(f"color: {theme.tokens.text2};")
        self.told.setVisible(bool(told))
        for label in (self.asked, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.setAccessibleName(asked)
        self.setAccessibleDescription(told)
        enter, escape, delete = say("keys.enter"), say("keys.escape"), say("keys.delete")
        self.do = KeycapButton(theme, "", delete if grave else enter, self, filled=not grave)
        self.leave = KeycapButton(theme, "", escape, self, filled=grave)
        buttons = QDialogButtonBox(self)
        for button, text, role in (
            (self.do, say(do_key), QDialogButtonBox.ButtonRole.AcceptRole),
            (self.leave, say("dialog.cancel"), QDialogButtonBox.ButtonRole.RejectRole),
        ):
            button.setText(text.replace("&", ""))
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            buttons.addButton(button, role)
        (self.leave if grave else self.do).setDefault(True)
        (self.leave if grave else self.do).setFocus(Qt.FocusReason.OtherFocusReason)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(px(MARGIN) for _side in range(4)))
        column.setSpacing(px(SPACING))
        for part in (self.asked, self.told, buttons):
            column.addWidget(part)
        self.setMinimumWidth(px(WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del is the yes of what deletes."""
        if self._grave and event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.accept()
        else:
            super().keyPressEvent(event)
