"""A row of one place would not say which of its values is the campus and which its first phase."""

from __future__ import annotations

from dataclasses import replace

from charts_scenes import fact

from maeditor.services.figures import Grouping, figure_of
from maeditor.services.library import FactView
from maeditor.ui.charts.excerpt import excerpt_text
from maeditor.ui.charts.legend import _places
from maeditor.ui.charts.marks import LONGEST, Mark, rows_of
from maeditor.wording import Wording


def of(subject: str, amount: str, place: str = "Maroc") -> FactView:
    view = fact(place, amount)
    return replace(view, fact=replace(view.fact, subject=subject))


def marks(*views: FactView, grouping: Grouping = Grouping.PLACE) -> list[Mark]:
    (row,) = rows_of(figure_of(views, grouping), Wording("fr"))
    return list(row.marks)


def test_marks_of_one_place_say_what_they_are_of() -> None:
    phase, whole = marks(of("phase 1", "40"), of("Maroc", "20"))
    assert phase.remark == " · phase 1"
    assert phase.label == f"{phase.value}{phase.remark}"
    assert whole.remark == "", "the row's name says it"


def test_where_all_are_of_the_same_nothing_is_added() -> None:
    assert [each.remark for each in marks(of("campus", "40"), of("Campus", "20"))] == ["", ""]


def test_rows_of_subjects_tell_the_places() -> None:
    told = marks(of("parc", "40", "Fès"), of("parc", "20", "Agadir"), grouping=Grouping.SUBJECT)
    assert [each.remark for each in told] == [" · Fès", " · Agadir"]


def test_a_long_name_is_cut_beside_the_mark() -> None:
    long, _other = marks(of("x" * 80, "40"), of("", "20"))
    assert long.remark.endswith("…")
    assert len(long.remark) == LONGEST + len(" · ")


def test_an_excerpt_begins_with_its_first_word() -> None:
    text = "Avant.\n  • ⚡ Leur puissance atteint 2 GW.\nAprès."
    start = text.index("2 GW")
    shown, inside = excerpt_text(text, ((start, start + 4),))
    assert shown == "Leur puissance atteint 2 GW."
    assert shown[inside[0][0] : inside[0][1]] == "2 GW"
    quoted = "« On vend 2 GW », dit-elle."
    assert excerpt_text(quoted, ((10, 14),))[0] == quoted
    assert excerpt_text("• • 5 MW", ((0, 8),))[0] == "• • 5 MW", "what is marked stays"


def test_a_legend_takes_no_more_lines_than_it_must() -> None:
    in_columns = _places([50, 50, 50, 50], 20, 120)
    assert in_columns == [(0, 0), (0, 70), (1, 0), (1, 70)]
    needs = [100, 20, 20, 20, 100]
    set_loosely = _places(needs, 20, 200)
    assert [line for line, _ in set_loosely] == [0, 0, 0, 1, 1]
    assert all(x + need <= 200 for (_, x), need in zip(set_loosely, needs, strict=True))
