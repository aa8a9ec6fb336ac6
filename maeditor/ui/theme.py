"""Colours, fonts, sizes and icons as every widget asks for them; light and dark, switched while running."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from maeditor.domain.properties import Family
from maeditor.ui import fonts, icons
from maeditor.ui.out_of_sight import resting
from maeditor.ui.restyling import restyle
from maeditor.ui.style_sheet import style_sheet
from maeditor.ui.tokens import DARK, LIGHT, FamilyColours, Tokens

BASE_PIXELS = 13
DRESSED = "maeditor_dressed"
"""Marks the application whose style is set."""


class Theme(QObject):
    """What is drawn with. Sizes given to it are those of UX at 100 %; it scales them."""

    changed = Signal()

    def __init__(self, *, dark: bool = False, scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dark = dark
        self._scale = scale
        self._colours: dict[str, QColor] = {}

    @property
    def tokens(self) -> Tokens:
        """The named colours."""
        return DARK if self._dark else LIGHT

    @property
    def dark(self) -> bool:
        """Tell whether the dark theme is on."""
        return self._dark

    @property
    def scale(self) -> float:
        """By how much everything is larger than at 100 %."""
        return self._scale

    def set_dark(self, dark: bool) -> None:
        """Turn to the light or the dark theme."""
        if dark != self._dark:
            self._dark = dark
            self._changed()

    def set_scale(self, scale: float) -> None:
        """Make everything larger or smaller."""
        if scale != self._scale:
            self._scale = scale
            self._changed()

    def colour(self, name: str) -> QColor:
        """A colour by its token's name."""
        return self.colour_of(getattr(self.tokens, name))

    def colour_of(self, code: str) -> QColor:
        """A colour by its code, made once; a copy, for colours are changed in place."""
        if code not in self._colours:
            self._colours[code] = QColor(code)
        return QColor(self._colours[code])

    def family(self, family: Family) -> FamilyColours:
        """The colours of a family of properties."""
        return self.tokens.families[family]

    def px(self, size: float) -> int:
        """A size in logical pixels, scaled; never nothing."""
        return max(1, round(size * self._scale))

    def ui_font(self, px: float = BASE_PIXELS, weight: int = 400, *, tabular: bool = False) -> QFont:
        """The interface's typeface at a size of UX; ``tabular`` for figures that stand in a column."""
        return fonts.interface_font(self.px(px), weight, tabular=tabular)

    def reading_font(self, px: float = 18, weight: int = 400, language: str = "fr") -> QFont:
        """The typeface for reading in a language at a size of UX."""
        return fonts.reading_font(self.px(px), weight, language)

    def icon(self, name: str, colour: str = "text2") -> QIcon:
        """An icon in a token's colour or a colour code."""
        return icons.icon(name, self._code(colour))

    def pixmap(self, name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
        """An icon drawn at ``side`` logical pixels for a screen of ``ratio``."""
        return icons.pixmap(name, self._code(colour), side, ratio)

    def apply(self, application: QApplication) -> None:
        """Dress the application: Fusion, palette, base font, and a small style sheet for fields."""
        # Each of these goes through every widget there is: only what changed is set again.
        if application.property(DRESSED) is None:
            fusion = QStyleFactory.create("Fusion")
            if fusion is not None:
                application.setStyle(fusion)
            application.setProperty(DRESSED, True)
        font = self.ui_font()
        resized = application.font() != font
        if resized:
            application.setFont(font)
            for menu in ("QMenu", "QMenuBar", "QToolTip", "QMessageBox"):
                # A desktop's own choice for these classes would win over the application's font.
                application.setFont(font, menu)  # type: ignore[arg-type]  # it wants a str
        palette = self.palette()
        if application.palette() != palette:
            application.setPalette(palette)
        sheet = style_sheet(self.tokens, self.px, dark=self._dark)
        if application.styleSheet() != sheet:
            restyle(application, sheet, resized=resized, but=resting(application, resized=resized))

    def palette(self) -> QPalette:
        """The tokens in the roles that Qt's own widgets ask for."""
        role = QPalette.ColorRole
        palette = QPalette()
        for each, name in (
            (role.Window, "window"),
            (role.WindowText, "text"),
            (role.Base, "raised"),
            (role.AlternateBase, "panel"),
            (role.Text, "text"),
            (role.Button, "raised"),
            (role.ButtonText, "text"),
            (role.BrightText, "danger"),
            (role.ToolTipBase, "raised"),
            (role.ToolTipText, "text"),
            (role.PlaceholderText, "text3"),
            (role.Highlight, "selected"),
            (role.HighlightedText, "text"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent_hover"),
            (role.Light, "raised"),
            (role.Midlight, "line"),
            (role.Mid, "line2"),
            (role.Dark, "control"),
            (role.Shadow, "line2"),
            (role.Accent, "accent"),
        ):
            palette.setColor(each, self.colour(name))
        for each in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, each, self.colour("disabled"))
        return palette

    def _code(self, colour: str) -> str:
        return colour if colour.startswith("#") else str(getattr(self.tokens, colour))

    def _changed(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.apply(application)
        self.changed.emit()
