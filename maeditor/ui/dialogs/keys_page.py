"""The page where keys are changed: choose a command, press Enter, press the key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from maeditor.ui.announcing import announce
from maeditor.ui.choices import Choices
from maeditor.ui.dialogs.cap_delegate import CapDelegate
from maeditor.ui.dialogs.keys_model import COMMAND, KEYS, SCOPE, KeysModel
from maeditor.ui.key_cap import cap_text
from maeditor.ui.key_map import is_single, portable

PORTABLE = QKeySequence.SequenceFormat.PortableText
ROW = 30


class KeyRecorder(QKeySequenceEdit):
    """Takes the next key, or two in a row where they are plain letters; Escape gives up."""

    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(2)

    def event(self, event: QEvent) -> bool:
        """Leave Escape and Tab to mean what they always do."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self.given_up.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only a plain letter may be the first of two: of anything else one is enough."""
        super().keyPressEvent(event)
        pressed = self.keySequence().toString(PORTABLE)
        if pressed and not is_single(pressed):
            self.editingFinished.emit()


class KeysPage(QWidget):
    """A table of all commands; what stands in the way of a key is said with its name."""

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        self._adding = False
        self.model = KeysModel(choices.words)
        self.search, self.table, self.recorder = QLineEdit(self), QTableView(self), KeyRecorder(self)
        self.told = QLabel(self)
        self.change, self.add, self.reset, self.reset_all = (QPushButton(self) for _each in range(4))
        self._lay_out()
        self.search.textChanged.connect(self._look_for)
        self.search.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.doubleClicked.connect(lambda _index: self._record(adding=False))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._stop())
        self.change.clicked.connect(lambda: self._record(adding=False))
        self.add.clicked.connect(lambda: self._record(adding=True))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        self.recorder.editingFinished.connect(self._recorded)
        self.recorder.given_up.connect(self._give_up)
        choices.theme.changed.connect(self._rescale)
        choices.words.changed.connect(self._reword)
        self._rescale()
        self._reword()
        self._look_for("")

    @property
    def chosen(self) -> str:
        """The command of the row chosen."""
        row = self.table.currentIndex().row()
        return self.model.names[row] if 0 <= row < len(self.model.names) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down from the search to the table; Enter and Delete on a row."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.search and key == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
            if watched is self.table and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
                self._record(adding=False)
                return True
            if watched is self.table and key == Qt.Key.Key_Delete and self.chosen:
                self._choices.change_keys(self.chosen, [])
                self._tell("settings.key_removed", command=self.model.title(self.chosen))
                return True
        return super().eventFilter(watched, event)

    def _record(self, *, adding: bool) -> None:
        """Wait for the key."""
        if self.chosen:
            self._adding = adding
            self.recorder.clear()
            self.recorder.show()
            self.recorder.setFocus()
            self._tell("settings.key_press", command=self.model.title(self.chosen))

    def _recorded(self) -> None:
        keys = portable(self.recorder.keySequence().toString(PORTABLE))
        name, words = self.chosen, self._choices.words
        if not keys or not name or self.recorder.isHidden():
            return
        cap = cap_text(keys, words.wording)
        why, others = words.keys.refused(name, keys), words.keys.in_the_way(name, keys)
        if why:
            self.recorder.clear()
            self._refuse(words.say(why))
        elif others:
            self.recorder.clear()
            self._refuse(words.say("settings.key_taken", cap=cap, command=self.model.title(others[0])))
        else:
            before = words.keys.chosen(name) if self._adding else ()
            self._choices.change_keys(name, [*before, keys])
            self._stop()
            self.table.setFocus()
            self._tell("settings.key_changed", cap=cap, command=self.model.title(name))

    def _give_up(self) -> None:
        self._stop()
        self.table.setFocus()

    def _stop(self) -> None:
        self.recorder.hide()
        self.recorder.clear()
        self._say("")
        self._enable()

    def _reset(self) -> None:
        """Give the command its usual keys again, unless another has taken one of them."""
        name, words = self.chosen, self._choices.words
        usual = words.keys.usual(name)
        for keys in usual:
            others = words.keys.in_the_way(name, keys)
            if others:
                cap = cap_text(keys, words.wording)
                self._refuse(words.say("settings.key_taken", cap=cap, command=self.model.title(others[0])))
                return
        self._choices.change_keys(name, usual)
        self._tell("settings.key_reset", command=self.model.title(name))

    def _reset_all(self) -> None:
        self._choices.reset_keys()
        self._tell("settings.keys_reset")

    def _look_for(self, text: str) -> None:
        self.model.look_for(text)
        if self.model.names:
            self.table.selectRow(0)
        self._stop()

    def _enable(self) -> None:
        keys = self._choices.words.keys
        there = bool(self.chosen)
        self.change.setEnabled(there)
        self.add.setEnabled(there)
        self.reset.setEnabled(there and keys.is_changed(self.chosen))
        self.reset_all.setEnabled(bool(keys.changes))

    def _tell(self, sentence: str, **details: object) -> None:
        self._say(self._choices.words.say(sentence, **details))

    def _refuse(self, text: str) -> None:
        """Say why keys cannot be these; it stands out from what went well."""
        self._say(text)
        self.told.setStyleSheet(f"color: {self._choices.theme.tokens.danger};")

    def _say(self, text: str) -> None:
        self.told.setText(text)
        self.told.setStyleSheet("")
        announce(self.told, text)

    def _lay_out(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setItemDelegateForColumn(KEYS, CapDelegate(self._choices.theme, table))
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(COMMAND, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(SCOPE, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(KEYS, QHeaderView.ResizeMode.ResizeToContents)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.recorder.hide()
        self._buttons = QHBoxLayout()
        for button in (self.change, self.add, self.reset):
            button.setAutoDefault(False)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.reset_all.setAutoDefault(False)
        self._buttons.addWidget(self.reset_all)
        self._column = QVBoxLayout(self)
        for widget in (self.search, table, self.told, self.recorder):
            self._column.addWidget(widget)
        self._column.addLayout(self._buttons)

    def _rescale(self) -> None:
        theme = self._choices.theme
        px, tokens = theme.px, theme.tokens
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))
        self.table.setFont(theme.ui_font(13))
        self.table.horizontalHeader().setFont(theme.ui_font(11, 600))
        self.told.setFont(theme.ui_font(13))
        self.told.setMinimumHeight(px(20))
        for button in (self.change, self.add, self.reset, self.reset_all):
            button.setFont(theme.ui_font(13))
        self.table.setStyleSheet(
            f"QTableView {{ background: {tokens.raised}; border: 1px solid {tokens.line2}; outline: none;"
            f" border-radius: {px(9)}px;"
            f" selection-background-color: {tokens.selected}; selection-color: {tokens.text}; }}"
            f"QTableView:focus {{ border: 2px solid {tokens.focus}; }}"
            f"QTableView::item {{ padding: 0 {px(8)}px; }}"
            "QHeaderView { background: transparent; }"
            f"QHeaderView::section {{ background: transparent; color: {tokens.text3}; border: none;"
            f" border-bottom: 1px solid {tokens.line}; padding: {px(5)}px {px(8)}px; }}"
        )

    def _reword(self) -> None:
        """Another language, or other keys."""
        say = self._choices.words.say
        self.search.setPlaceholderText(say("settings.keys_search"))
        for widget, key in ((self.search, "keys_search"), (self.table, "page_keys"), (self.recorder, "key_field")):
            widget.setAccessibleName(say(f"settings.{key}"))
        self.change.setText(say("settings.key_change"))
        self.add.setText(say("settings.key_add"))
        self.reset.setText(say("settings.key_reset_one"))
        self.reset_all.setText(say("settings.key_reset_all"))
        for button in (self.change, self.add, self.reset, self.reset_all):
            button.setAccessibleName(button.text().replace("&", ""))
        self.model.refresh()
        self._enable()
