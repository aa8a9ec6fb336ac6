"""What the charts' tests stand on: invented facts, a shown pane, and where its marks are in pixels."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import count

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.articles import Passage
from maeditor.domain.facts import Fact, Lifecycle, Role, State
from maeditor.domain.properties import Family, Kind, Property
from maeditor.domain.values import Comparator
from maeditor.services.figures import CapacityFigure, Grouping, figure_of
from maeditor.services.library import EvidenceView, FactView
from maeditor.ui.charts.excerpt import Excerpt
from maeditor.ui.charts.pane import ChartsPane
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

POWER = Property(
    "p", 1, "capacity_power", "Puissance", "Power", Kind.QUANTITY, Family.CAPACITY, "power", ("MW", "GW"), "MW"
)
IN_MEGAWATTS = {"MW": Decimal(1), "GW": Decimal(1000), "kW": Decimal("0.001")}
LANGUAGES = {"a1": "fr", "a2": "en-GB", "a3": "ar"}


def fact(
    place: str,
    amount: str,
    comparator: Comparator = Comparator.EQUAL,
    *,
    to: str = "",
    unit: str = "MW",
    lifecycle: Lifecycle = Lifecycle.OPERATIONAL,
    state: State = State.ACCEPTED,
    look: str = "",
    conflicted: bool = False,
    article: str = "a1",
    number: int = 0,
) -> FactView:
    """A power fact of a place with one passage."""
    each = number or next(_numbers)
    factor = IN_MEGAWATTS[unit]
    low, high = Decimal(amount), Decimal(to or amount)
    ranged = comparator is Comparator.RANGE
    one = Fact(
        f"f{each}",
        1,
        each,
        article,
        "campus de calcul",
        "capacity_power",
        f"{amount} {unit}",
        state,
        comparator=comparator,
        amount=None if ranged else low,
        lower=low if ranged else None,
        upper=high if ranged else None,
        unit=unit,
        norm_amount=None if ranged else low * factor,
        norm_lower=low * factor if ranged else None,
        norm_upper=high * factor if ranged else None,
        norm_unit="MW",
        place=place,
        lifecycle=lifecycle,
        confidence=0.9,
        needs_look=look,
    )
    passage = Passage(f"q{each}", 1, article, "t1", 10, 20, f"{amount} {unit}", "", "")
    return FactView(one, POWER, (EvidenceView(f"e{each}", Role.SUPPORTS, passage, f"Titre {article}"),), conflicted)


_numbers = count(1)


def some_facts() -> list[FactView]:
    """Ten facts in eight rows: every way a value can be bounded, planned and running, reviewed and not."""
    of, life, state = Comparator, Lifecycle, State
    return [
        fact("Nador", "2", unit="GW", lifecycle=life.PLANNED, number=1),
        fact(
            "Nador",
            "20.5",
            unit="GW",
            lifecycle=life.UNKNOWN,
            state=state.PROPOSED,
            look="glued_cell",
            article="a2",
            number=2,
        ),
        fact("Ifrane", "500", of.AT_MOST, number=3),
        fact("Settat", "0.5", unit="GW", state=state.PROPOSED, article="a2", number=4),
        fact("Safi", "500", of.LESS, lifecycle=life.PLANNED, number=5),
        fact("Safi", "80", of.RANGE, to="120", lifecycle=life.UNDER_CONSTRUCTION, number=6),
        fact("Oujda", "40", of.RANGE, to="386", lifecycle=life.PLANNED, article="a3", number=7),
        fact("Essaouira", "12", of.AT_LEAST, conflicted=True, number=8),
        fact("Larache", "8", of.ABOUT, number=9),
        fact("Taza", "7500", of.MORE, unit="kW", lifecycle=life.ANNOUNCED, number=10),
    ]


def figure(views: Iterable[FactView] | None = None, grouping: Grouping = Grouping.PLACE) -> CapacityFigure:
    """The figure of some facts."""
    return figure_of(some_facts() if views is None else views, grouping)


def excerpt(view: FactView) -> Excerpt:
    """A fact's passage in a paragraph of its article."""
    text = f"Le premier bâtiment 🏗️ ouvrira avec {view.fact.raw} en 2027, selon la demande."
    start = text.index(view.fact.raw)
    marked = ((start, start + len(view.fact.raw)),)
    return Excerpt(
        view, view.fact.article_id, "Un titre", "Le Journal", "2026-03-12", "fr", text, marked, start, marked[0][1]
    )


def open_pane(
    qtbot: QtBot,
    views: list[FactView] | None = None,
    *,
    dark: bool = False,
    language: str = "fr",
    size: tuple[int, int] = (1388, 845),
) -> ChartsPane:
    """A shown pane that draws facts and shows the passage of whichever is chosen."""
    views = some_facts() if views is None else views
    pane = ChartsPane(Theme(dark=dark), Words(language))
    qtbot.addWidget(pane)
    pane.resize(*size)
    by_id = {view.fact.id: view for view in views}
    pane.fact_chosen.connect(lambda chosen: pane.show_excerpt(excerpt(by_id[chosen]) if chosen else None))
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_figure(figure(views), LANGUAGES)
    settle()
    pane.take_focus()
    return pane


def point_of(pane: ChartsPane, fact_id: str) -> QPoint:
    """Where a fact's mark is, in the plot's pixels."""
    assert pane.plot is not None
    placed = pane.plot.placed(fact_id)
    assert placed is not None
    return pane.plot.spot(placed).toPoint()
