"""Colours: without contrast an editor with tired or weak eyes cannot read what the window says."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from maeditor.assets import resource
from maeditor.domain.properties import Family
from maeditor.ui.tokens import DARK, LIGHT, Tokens

TEXT, MARK = 4.5, 3.0
GROUNDS = ("window", "panel", "paper", "raised", "hover", "selected")
PAIRS = (
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("ok", "ok_bg"),
    ("warn", "warn_bg"),
    ("danger", "danger_bg"),
    ("on_danger", "danger"),
    ("text", "sel_text"),
    ("paper", "text"),
    ("paper", "text2"),
    ("text3", "warn_bg"),
    *((ink, ground) for ink in ("text", "text2") for ground in ("warn_bg", "danger_bg", "ok_bg")),
    *((ink, ground) for ink in ("danger", "warn", "ok") for ground in GROUNDS[1:]),
)
"""What is written on what: notices are inverted; the doubts and the reason asked for stand on the warning's ground; a
word that hedges is under the marker also where a review dims its paragraph. What is disabled is written in a colour of
its own that is fainter than this: WCAG 1.4.3 asks nothing of it, and nothing is said by it alone.
"""
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(code: str) -> float:
    channels = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@BOTH
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= TEXT


@BOTH
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_is_readable_on_its_own_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= TEXT


@BOTH
@pytest.mark.parametrize("family", Family)
def test_families_are_told_apart_from_the_page(tokens: Tokens, family: Family) -> None:
    colours = tokens.families[family]
    assert contrast(colours.line, tokens.paper) >= MARK
    assert contrast(colours.ink, colours.wash) >= TEXT
    for ink in ("text", "text2", "text3"):
        assert contrast(getattr(tokens, ink), colours.wash) >= TEXT, "the selected passage, also where it is dimmed"
    for ground in ("raised", "panel", "paper"):
        assert contrast(colours.line, getattr(tokens, ground)) >= MARK


@BOTH
def test_the_frame_of_words_that_hedge_a_figure_is_seen(tokens: Tokens) -> None:
    """The frame tells "about" from a selected passage, whose wash is as warm but has none."""
    for ground in (tokens.paper, tokens.warn_bg, *(each.wash for each in tokens.families.values())):
        assert contrast(tokens.warn, ground) >= MARK


@BOTH
@pytest.mark.parametrize("ground", ["raised", "panel", "paper"])
def test_a_field_is_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.control, getattr(tokens, ground)) >= MARK


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_ring_is_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.focus, getattr(tokens, ground)) >= MARK


@pytest.mark.parametrize(("name", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_the_arrow_of_a_choice_has_the_colour_of_its_theme(name: str, tokens: Tokens) -> None:
    drawn: Path = resource("icons", f"down-{name}.svg")
    assert tokens.text2 in drawn.read_text("utf-8")


@BOTH
def test_every_colour_that_text_is_written_in_is_checked(tokens: Tokens) -> None:
    """A new token for text must come with the grounds that it stands on; lines and grounds are no text."""
    inks = {"text", "text2", "text3", "accent"} | {ink for ink, _ground in PAIRS}
    grounds = {*GROUNDS, *(ground for _ink, ground in PAIRS)}
    no_text = {"line", "line2", "control", "focus", "disabled", "families"}
    assert {each.name for each in fields(tokens)} - inks - grounds - no_text == set()
