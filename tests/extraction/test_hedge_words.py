"""A reader who asks what hedges the figures would miss a word, or see words tinted that hedge nothing."""

from __future__ import annotations

from itertools import chain

import pytest

from maeditor.extraction import hedge_words as hedging
from maeditor.extraction.hedge_words import HedgeKind, hedge_words


def _said(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.kind.value) for each in chain(*hedge_words(text, language))]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("La puissance n’excède pas 500 MW.", "fr", [("n’excède pas", "bound")]),
        ("Environ 120 MW et plus de 3 sites.", "fr", [("Environ", "bound"), ("plus de", "bound")]),
        ("Le groupe prévoit 40 MW.", "fr", [("prévoit", "mood")]),
        ("Le site pourrait atteindre jusqu’à 386 MW.", "fr", [("pourrait", "mood"), ("jusqu’à", "bound")]),
        ("The campus may reach up to 386 MW.", "en", [("may reach", "mood"), ("up to", "bound")]),
        ("Le site compte 5 salles et 40 MW.", "fr", []),
        ("Il est plus de ceux qui hésitent.", "fr", []),
    ],
)
def test_what_hedges_a_figure(text: str, language: str, said: list[tuple[str, str]]) -> None:
    """Bounds and moods that bear on a figure, and no others."""
    assert _said(text, language) == said


def test_long_texts_are_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A book is read a few pages at a time, its hedges where they are in the whole."""
    monkeypatch.setattr(hedging, "PIECE", 80)
    text = "Une ligne sans rien qui compte, pour remplir.\n" * 5 + "Plus de 40 MW sont attendus.\n" + "Fin.\n" * 9
    pieces = list(hedge_words(text, "fr"))
    assert len(pieces) > 3
    found = [each for each in chain(*pieces) if each.kind is HedgeKind.BOUND]
    assert [text[each.start : each.end] for each in found] == ["Plus de"]


def test_a_line_longer_than_a_piece_is_cut_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text without line feeds is read to its end."""
    monkeypatch.setattr(hedging, "PIECE", 50)
    text = "mot " * 40 + "environ 40 MW" + "x" * 120
    assert [said for said, _kind in _said(text, "fr")] == ["environ"]
