"""Every figure of a text: one that is not found is one that an editor misses."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.extraction.figures import FigureKind, Passed, figures
from maeditor.extraction.mentions import mentions

PIECES = st.sampled_from(
    [
        "2 GW",
        " ",
        "12",
        "\n",
        "mégawatts",
        "vingt-trois",
        "٣٠ ميغاواط",
        "مئة",
        "premier",
        "(GW)20.5",
        "en 2028",
        ".",
        "🏗️",
    ]
)


def found(text: str, language: str = "fr") -> list[tuple[str, FigureKind, Passed | None]]:
    return [(text[each.start : each.end], each.kind, each.passed) for each in figures(text, language)]


def kept(text: str, language: str = "fr") -> list[str]:
    return [written for written, _kind, passed in found(text, language) if passed is None]


def test_numbers_words_ranks_and_dates_are_figures() -> None:
    text = "Le premier site de 2 GW emploiera vingt-trois personnes en 2028."
    assert found(text) == [
        ("premier", FigureKind.RANK, None),
        ("2 GW", FigureKind.NUMBER, None),
        ("vingt-trois", FigureKind.NUMBER, None),
        ("2028", FigureKind.DATE, None),
    ]


def test_a_unit_without_a_number_is_one() -> None:
    assert found("Puissance (GW) : combien de mégawatts ?") == [
        ("GW", FigureKind.UNIT, None),
        ("mégawatts", FigureKind.UNIT, None),
    ]
    assert kept("Il a travaillé des heures, en dirhams et en mètres, au prix du m2.") == []


def test_digits_glued_to_a_word_are_not_missed() -> None:
    assert kept("Kénitra3 et Maroc2") == ["3", "2"]


def test_words_for_how_many_times_are_figures() -> None:
    assert kept("La capacité double, puis a triplé ; c’est à double sens.") == ["double", "triplé"]
    assert kept("It grew tenfold, twice as fast, and will double.", "en") == ["tenfold", "twice", "double"]


def test_arabic_numbers_in_words_with_their_unit() -> None:
    text = "مئة ميغاواط وثلاثة مراكز في المرتبة الخامسة بجامعة الحسن الثاني"
    assert [(written, kind) for written, kind, _ in found(text, "ar")] == [
        ("مئة ميغاواط", FigureKind.NUMBER),
        ("ثلاثة", FigureKind.NUMBER),
        ("الخامسة", FigureKind.RANK),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Un campus à Nador\n\nPar Nadia Idrissi, le 4 mars 2026\n\nLe texte commence ici.", Passed.BYLINE),
        ("La salle ouvre à 14h30.", Passed.TIME),
        ("La loi n° 43-20 protège les données.", Passed.NAME),
        ("Le réseau 5G et la puce H100.", Passed.NAME),
        ("1. Ouvrir le dossier", Passed.NAME),
    ],
)
def test_what_says_no_fact_is_passed_over_and_told(text: str, reason: Passed) -> None:
    assert kept(text) == []
    assert {passed for _, _, passed in found(text)} == {reason}


def test_in_a_long_text_only_its_head_has_bylines() -> None:
    line = "La centrale produit assez pour la ville et ses faubourgs.\n\n"
    text = f"Un campus à Nador\n\nPar Nadia Idrissi, le 4 mars 2026\n\n{line * 600}Publié le 5 mai 2026\n"
    assert [passed for _, _, passed in found(text)] == [Passed.BYLINE, None]


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60))
def test_figures_are_in_order_apart_and_hold_every_mention(text: str) -> None:
    all_of_them = figures(text, "fr")
    assert all(one.end <= other.start for one, other in pairwise(all_of_them))
    assert all(0 <= each.start < each.end <= len(text) for each in all_of_them)
    spans = {(each.start, each.end) for each in all_of_them}
    assert {(each.start, each.end) for each in mentions(text, "fr")} <= spans


def test_a_long_text_is_read_in_pieces_and_nothing_falls_between(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Le site de 20 MW ouvre en 2028 avec 300 emplois.\n" * 12 + "Il y a 12 GW. " * 40 + "x" * 90
    whole = figures(text, "fr")
    for size in (60, 90, 131):
        monkeypatch.setattr("maeditor.extraction.figures.PIECE", size)
        assert figures(text, "fr") == whole
