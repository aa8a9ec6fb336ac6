"""The pages of plain choices: each row a name, a field, and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from maeditor.ui.choices import THEMES, ZOOM_STEPS, Choices
from maeditor.ui.reader.columns import MEASURES
from maeditor.ui.tick_box import GAP, SIDE, TickBox
from maeditor.wording import LANGUAGES

FIELD_WIDTH, UNDER = 300, SIDE + GAP + 2
NAMES = {"fr": "Français", "en": "English"}
"""A language is written in itself: who reads no other finds it."""


class SettingsPage(QWidget):
    """A column of rows; each refreshes from the choices, so that a key or a menu used meanwhile shows here too."""

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        self._labels: list[tuple[QLabel, str]] = []
        self._hints: list[tuple[QLabel, str]] = []
        self._fields: list[tuple[QWidget, str]] = []
        self._refreshers: list[Callable[[], None]] = []
        self._column = QVBoxLayout(self)
        self._build()
        self._column.addStretch(1)
        choices.theme.changed.connect(self._rescale)
        choices.words.changed.connect(self._reword)
        choices.changed.connect(self._refresh)
        self._rescale()
        self._reword()

    def _build(self) -> None:
        """Add the rows."""

    def _text(self, name: str, read: Callable[[], str], write: Callable[[str], None]) -> QLineEdit:
        field = QLineEdit(self)
        field.editingFinished.connect(lambda: write(field.text()) if field.text().strip() != read() else None)

        def refresh() -> None:
            if not field.hasFocus():
                field.setText(read())

        field.setText(read())
        self._add(name, field, refresh)
        return field

    def _choice(
        self,
        name: str,
        options: Callable[[], Sequence[tuple[str, str]]],
        read: Callable[[], str],
        write: Callable[[str], None],
    ) -> QComboBox:
        field = QComboBox(self)

        def refresh() -> None:
            blocked = QSignalBlocker(field)
            shown = [(field.itemText(at), str(field.itemData(at))) for at in range(field.count())]
            wanted = [(text, value) for value, text in options()]
            if shown != wanted:
                field.clear()
                for text, value in wanted:
                    field.addItem(text, value)
            field.setCurrentIndex(max(field.findData(read()), 0))
            blocked.unblock()

        field.currentIndexChanged.connect(lambda _at: write(str(field.currentData())))
        self._add(name, field, refresh)
        return field

    def _switch(self, name: str, read: Callable[[], bool], write: Callable[[bool], None]) -> QCheckBox:
        field = TickBox(self._choices.theme, self)

        def refresh() -> None:
            blocked = QSignalBlocker(field)
            field.setChecked(read())
            blocked.unblock()

        field.toggled.connect(write)
        self._fields.append((field, name))
        self._refreshers.append(refresh)
        self._column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        self._hint(name)
        return field

    def _add(self, name: str, field: QWidget, refresh: Callable[[], None]) -> None:
        label = QLabel(self)
        label.setBuddy(field)
        self._labels.append((label, f"settings.{name}"))
        self._fields.append((field, name))
        self._refreshers.append(refresh)
        self._column.addWidget(label)
        self._column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        self._hint(name)

    def _hint(self, name: str) -> None:
        key = f"settings.{name}_hint"
        if not self._choices.words.wording.knows(key):
            return
        hint = QLabel(self)
        hint.setWordWrap(True)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hints.append((hint, key))
        self._column.addWidget(hint)

    def _rescale(self) -> None:
        theme = self._choices.theme
        px = theme.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(16))
        self._column.setSpacing(px(6))
        for label, _key in self._labels:
            label.setFont(theme.ui_font(13, 600))
            label.setContentsMargins(0, px(8), 0, 0)
        switches = {name for field, name in self._fields if isinstance(field, QCheckBox)}
        for hint, key in self._hints:
            hint.setFont(theme.ui_font(12))
            # Under the word of a box, not under the box; some room before the next one.
            under = key.removeprefix("settings.").removesuffix("_hint") in switches
            hint.setContentsMargins(px(UNDER) if under else 0, 0, 0, px(10) if under else 0)
            hint.setStyleSheet(f"color: {theme.tokens.text3};")
        for field, _name in self._fields:
            if isinstance(field, QCheckBox):
                field.setFont(theme.ui_font(13, 600))
            else:
                field.setFixedWidth(px(FIELD_WIDTH))

    def _reword(self) -> None:
        say = self._choices.words.say
        for label, key in self._labels:
            label.setText(say(key))
        for label, key in self._hints:
            label.setText(self._hinted(key))
        for field, name in self._fields:
            if isinstance(field, QCheckBox):
                field.setText(say(f"settings.{name}"))
            field.setAccessibleName(say(f"settings.{name}").replace("&", ""))
            hint = f"settings.{name}_hint"
            field.setAccessibleDescription(self._hinted(hint) if self._choices.words.wording.knows(hint) else "")
        self._refresh()

    def _hinted(self, key: str) -> str:
        """A hint, with the keys that it may speak of."""
        words = self._choices.words
        return words.say(key, next_fact=words.called("review-next"), previous_fact=words.called("review-previous"))

    def _refresh(self) -> None:
        for refresh in self._refreshers:
            refresh()


class GeneralPage(SettingsPage):
    """Name, language, theme, text size, line length."""

    def _build(self) -> None:
        choices, say = self._choices, self._choices.words.say
        self._text("name", lambda: choices.editor, choices.name_editor)
        self._choice(
            "language",
            lambda: [(each, NAMES[each]) for each in LANGUAGES],
            lambda: choices.words.language,
            choices.choose_language,
        )
        self._choice(
            "theme",
            lambda: [(each, say(f"settings.theme_{each}")) for each in THEMES],
            lambda: choices.theme_name,
            choices.choose_theme,
        )
        self._choice(
            "zoom",
            lambda: [(str(each), say("settings.percent", percent=round(100 * each))) for each in ZOOM_STEPS],
            lambda: str(choices.theme.scale),
            lambda scale: choices.set_zoom(float(scale)),
        )
        self._choice(
            "measure",
            lambda: [(each, say(f"reader.measure_{each}")) for each in MEASURES],
            lambda: choices.measure,
            choices.choose_measure,
        )


class ReadingPage(SettingsPage):
    """What the reader shows when an article opens."""

    def _build(self) -> None:
        choices = self._choices
        for name in ("show_noise", "show_omissions", "show_hedges"):
            self._switch(
                name,
                lambda name=name: choices.switched(name),  # type: ignore[misc]
                lambda on, name=name: choices.switch(name, on),  # type: ignore[misc]
            )


class ReviewPage(SettingsPage):
    """How a review goes."""

    def _build(self) -> None:
        choices = self._choices
        self._switch(
            "review_auto_advance",
            lambda: choices.switched("review_auto_advance"),
            lambda on: choices.switch("review_auto_advance", on),
        )
        self._switch("single_keys", lambda: choices.single_keys, choices.choose_single_keys)
