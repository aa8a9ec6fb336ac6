"""The chart's colours and typefaces, taken from the theme; taken again when it changes, for pyqtgraph never asks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from maeditor.domain.facts import Lifecycle
from maeditor.domain.properties import Family
from maeditor.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Inks:
    """All that a chart is drawn with."""

    paper: QColor
    grid: QColor
    grid_faint: QColor
    axis: QColor
    text: QColor
    text2: QColor
    text3: QColor
    now: QColor
    planned: QColor
    unknown: QColor
    wash: QColor
    hover: QColor
    warn: QColor
    danger: QColor
    focus: QColor
    label: QFont
    label_strong: QFont
    row: QFont
    tick: QFont
    title: QFont
    note: QFont
    size: float
    _widths: dict[str, float] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, theme: Theme) -> Inks:
        """Take them from a theme."""
        capacity = theme.family(Family.CAPACITY)
        faint = _between(theme.colour("paper"), theme.colour("line"), 0.5)
        return cls(
            theme.colour("paper"),
            theme.colour("line"),
            faint,
            theme.colour("line2"),
            theme.colour("text"),
            theme.colour("text2"),
            theme.colour("text3"),
            theme.colour("accent"),
            theme.colour_of(capacity.line),
            theme.colour("text3"),
            theme.colour_of(capacity.wash),
            theme.colour("hover"),
            theme.colour("warn"),
            theme.colour("danger"),
            theme.colour("focus"),
            theme.ui_font(12, 500),
            theme.ui_font(12, 600),
            theme.ui_font(12, 600),
            theme.ui_font(11, 500),
            theme.ui_font(18, 600),
            theme.ui_font(12),
            theme.scale,
        )

    @property
    def bar(self) -> float:
        """How opaque the bar of a range is: dark paper swallows more of it."""
        return 0.46 if self.paper.lightnessF() < 0.5 else 0.34

    def for_svg(self) -> Inks:
        """The same with weights as weights: an SVG knows no axes, and its reader may lack our typefaces."""
        return replace(
            self,
            label=_weighted(self.label),
            label_strong=_weighted(self.label_strong),
            row=_weighted(self.row),
            tick=_weighted(self.tick),
            title=_weighted(self.title),
            note=_weighted(self.note),
            _widths={},
        )

    def of_lifecycle(self, lifecycle: Lifecycle) -> QColor:
        """The colour that says how far a thing is; its shape says it too."""
        if lifecycle is Lifecycle.OPERATIONAL:
            return self.now
        if lifecycle in {Lifecycle.UNKNOWN, Lifecycle.CANCELLED}:
            return self.unknown
        return self.planned

    def label_width(self, text: str) -> float:
        """How wide a label is, at its boldest, so that selecting it moves nothing."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = QFontMetricsF(self.label_strong).horizontalAdvance(text) + 1.0
        return width


def _weighted(font: QFont) -> QFont:
    tag = QFont.Tag("wght")
    plain = QFont(font)
    if plain.isVariableAxisSet(tag):
        plain.setWeight(QFont.Weight(round(plain.variableAxisValue(tag))))
        plain.unsetVariableAxis(tag)
    plain.setFamilies([*font.families(), "sans-serif"])
    return plain


def _between(ground: QColor, ink: QColor, share: float) -> QColor:
    mixed = [round(a + (b - a) * share) for a, b in zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True)]  # type: ignore[index]
    return QColor(*mixed)
