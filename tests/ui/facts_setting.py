"""Facts to look at, made without a project: a property, a value, a passage."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shell_setting import settle

from maeditor.catalogue import load_catalogue
from maeditor.domain.articles import Passage
from maeditor.domain.facts import Fact, Lifecycle, Role, State, normalised
from maeditor.domain.properties import Kind, Property
from maeditor.domain.values import Comparator, Quantity
from maeditor.services.library import EvidenceView, FactView
from maeditor.ui.window import Window

TEXT = (
    "Le parc de la baie est prévu pour 2027. Sa puissance doit atteindre 2 gigawatts en une seule tranche. "
    "Le reste viendra."
)


def press(window: Window, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the window."""
    QTest.keyClick(window.main.windowHandle(), key, modifiers)
    settle()


def property_of(kind: Kind, dimension: str = "") -> Property:
    """The first built-in property of a kind."""
    return next(each for each in load_catalogue() if each.kind is kind and dimension in {"", each.dimension})


def passage_on(quote: str, text: str = TEXT, article: str = "a1") -> Passage:
    """The passage on the first place where a quote stands, with 32 characters kept on each side."""
    start = text.index(quote)
    end = start + len(quote)
    return Passage(
        f"p{start}", 1, article, "t1", start, end, quote, text[max(0, start - 32) : start], text[end : end + 32]
    )


def power(
    amount: str = "2",
    unit: str = "GW",
    *,
    comparator: Comparator = Comparator.EQUAL,
    quotes: tuple[str, ...] = ("2 gigawatts",),
    conflicted: bool = False,
    number: int = 1,
    **details: object,
) -> FactView:
    """A capacity, accepted, planned, sure; anything else by name."""
    return view_of(
        property_of(Kind.QUANTITY, "power"),
        Quantity.of(Decimal(amount), unit, comparator),
        quotes=quotes,
        conflicted=conflicted,
        number=number,
        **details,
    )


def view_of(
    definition: Property,
    quantity: Quantity | None = None,
    *,
    text: str = "",
    quotes: tuple[str, ...] = ("2 gigawatts",),
    conflicted: bool = False,
    number: int = 1,
    **details: object,
) -> FactView:
    """A fact of any property."""
    fact = Fact(
        f"f{number}",
        1,
        number,
        "a1",
        "Maroc",
        definition.key,
        "",
        State.ACCEPTED,
        text_value=text,
        lifecycle=Lifecycle.PLANNED,
        confidence=0.9,
    )
    if quantity is not None:
        fact = replace(
            fact,
            comparator=quantity.comparator,
            amount=quantity.amount,
            lower=quantity.lower,
            upper=quantity.upper,
            unit=quantity.unit,
        )
    fact = normalised(replace(fact, **details), definition)  # type: ignore[arg-type]
    evidence = tuple(
        EvidenceView(f"e{quote}", Role.SUPPORTS, passage_on(quote), "Le parc de la baie") for quote in quotes
    )
    return FactView(fact, definition, evidence, conflicted)
