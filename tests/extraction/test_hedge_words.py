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
        ("Le groupe prévoit de construire 4 salles.", "fr", [("prévoit", "mood")]),
        ("Le site pourrait atteindre jusqu’à 386 MW.", "fr", [("pourrait", "mood"), ("jusqu’à", "bound")]),
        ("Un tiers viendrait du vent, soit environ 40 MW.", "fr", [("viendrait", "mood"), ("environ", "bound")]),
        ("The campus may reach up to 386 MW.", "en", [("may", "mood"), ("up to", "bound")]),
        ("A second hall of 9 MW is expected.", "en", [("expected", "mood")]),
        ("بقدرة لا تقل عن ٧٥ ميغاواط", "ar", [("لا تقل عن", "bound")]),
    ],
)
def test_what_hedges_a_figure(text: str, language: str, said: list[tuple[str, str]]) -> None:
    """Bounds and moods that bear on a figure, and no others."""
    assert _said(text, language) == said


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le site compte 5 salles et 40 MW.", "fr"),
        ("Il est plus de ceux qui hésitent.", "fr"),
        ("Quatre centres sont inscrits au programme national.", "fr"),
        ("Le projet et son objectif, 40 MW, selon le calendrier.", "fr"),
        ("La salle ouvrira fin 2028 avec 40 MW.", "fr"),
        ("On déclarait 40 MW, on tirait 30 MW du réseau.", "fr"),
        ("It prévoit.", "fr"),
        ("The programme has a target of 2 GW.", "en"),
        ("It will open in late 2027 with 40 MW.", "en"),
    ],
)
def test_what_hedges_no_figure(text: str, language: str) -> None:
    """Nouns, plain futures and dates say what is meant and when, not how sure it is."""
    assert _said(text, language) == []


@pytest.mark.parametrize("text", ["Environ 40\u00a0MW, qui pourrait doubler.", "d’ici 2030, plus  de 40 MW"])
def test_the_words_and_nothing_beside_them(text: str) -> None:
    """A tint ends where its words end."""
    for said, _kind in _said(text, "fr"):
        assert said == said.strip(" ,.;:")
        at = text.index(said)
        assert not text[at - 1 : at].isalnum()
        assert not text[at + len(said) : at + len(said) + 1].isalnum()


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
