"""A row would be cut exactly where the word stands that was looked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maeditor.services import searching
from maeditor.ui.palette.eliding import kept_in_sight


def cut_to(room: int):  # type: ignore[no-untyped-def]
    """Letters all of one width, cut as Qt cuts them."""
    return lambda text: text if len(text) <= room else text[: max(room - 1, 0)].rstrip() + "…"


def test_what_fits_is_shown_as_it_is() -> None:
    assert kept_in_sight("Capacité · Dakhla", ((11, 17),), cut_to(40)) == ("Capacité · Dakhla", ((11, 17),))


def test_the_end_goes_first() -> None:
    shown, hits = kept_in_sight("Dakhla, ce qui est prévu", ((0, 6),), cut_to(14))
    assert shown == "Dakhla, ce qu…"
    assert hits == ((0, 6),)


def test_words_before_what_was_found_go_rather_than_it() -> None:
    text = "Une note fixe un plafond pour Dakhla en 2032"
    shown, hits = kept_in_sight(text, searching.hits(text, ("dakhla",)), cut_to(18))
    assert shown.startswith("… ")
    assert [shown[start:end] for start, end in hits] == ["Dakhla"]


def test_nothing_found_in_it_is_cut_at_its_end() -> None:
    assert kept_in_sight("Une note fixe un plafond", (), cut_to(10)) == ("Une note…", ())


@given(st.text("ab é", max_size=40), st.integers(0, 40))
def test_hits_never_point_beside_what_is_shown(text: str, room: int) -> None:
    shown, hits = kept_in_sight(text, searching.hits(text, ("a",)), cut_to(room))
    assert all(0 <= start < end <= len(shown) for start, end in hits)
    assert all(shown[start:end].startswith("a") for start, end in hits)
