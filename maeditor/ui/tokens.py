"""The colours of the window, light and dark: one table, checked for contrast by a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from maeditor.domain.properties import Family


@dataclass(frozen=True, slots=True)
class FamilyColours:
    """The three colours of a family of properties: underline, text or icon, ground."""

    line: str
    ink: str
    wash: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Named colours as ``#RRGGBB``; ``focus`` is the accent."""

    window: str
    panel: str
    paper: str
    raised: str
    hover: str
    selected: str
    line: str
    line2: str
    control: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    focus: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    danger: str
    danger_bg: str
    on_danger: str
    sel_text: str
    families: Mapping[Family, FamilyColours]


LIGHT = Tokens(
    window="#F1F3F1",
    panel="#F7F8F6",
    paper="#FDFDFB",
    raised="#FFFFFF",
    hover="#E7EAE7",
    selected="#D9E8E4",
    line="#E1E4E0",
    line2="#CDD2CD",
    control="#858D87",
    text="#1B211E",
    text2="#47504B",
    text3="#5B645F",
    disabled="#9AA29D",
    accent="#0B665F",
    accent_hover="#085049",
    on_accent="#FFFFFF",
    focus="#0B665F",
    ok="#1B7340",
    ok_bg="#DFF0E4",
    warn="#8F5200",
    warn_bg="#FBEBD0",
    danger="#B0341B",
    danger_bg="#FBE3DC",
    on_danger="#FFFFFF",
    sel_text="#BFDDD6",
    families=MappingProxyType(
        {
            Family.CAPACITY: FamilyColours("#B45F06", "#7A3E00", "#FBE8CC"),
            Family.COUNT: FamilyColours("#1F63C4", "#174A94", "#DDE9FB"),
            Family.RANK: FamilyColours("#7A49BE", "#57308F", "#EBE2FA"),
            Family.PLACE: FamilyColours("#2E7D32", "#1F5A23", "#DDF0DC"),
            Family.ACTOR: FamilyColours("#B52E60", "#8A1F47", "#FADFE9"),
            Family.ATTRIBUTE: FamilyColours("#5B6673", "#3D4754", "#E5E9EE"),
        }
    ),
)

DARK = Tokens(
    window="#151817",
    panel="#191D1B",
    paper="#1C201F",
    raised="#242927",
    hover="#272D2A",
    selected="#203D38",
    line="#2A302D",
    line2="#3A423E",
    control="#76807B",
    text="#E3E7E4",
    text2="#B4BCB7",
    text3="#9CA5A0",
    disabled="#626B66",
    accent="#63C7BA",
    accent_hover="#82D6CB",
    on_accent="#08211D",
    focus="#63C7BA",
    ok="#6CCB8F",
    ok_bg="#1D3527",
    warn="#E9B35C",
    warn_bg="#3A2D16",
    danger="#FF9A80",
    danger_bg="#40211A",
    on_danger="#2B0D05",
    sel_text="#2C5049",
    families=MappingProxyType(
        {
            Family.CAPACITY: FamilyColours("#E3A04A", "#F3C98E", "#42311A"),
            Family.COUNT: FamilyColours("#7FB0F5", "#B4D0FA", "#1F3150"),
            Family.RANK: FamilyColours("#B896EC", "#D5C0F6", "#35284D"),
            Family.PLACE: FamilyColours("#7CC47F", "#AEDDB0", "#213A24"),
            Family.ACTOR: FamilyColours("#EE89AE", "#F7B8CF", "#4A2233"),
            Family.ATTRIBUTE: FamilyColours("#A3AEBA", "#C9D1DA", "#2F363E"),
        }
    ),
)
