"""The figures that no fact accounts for: an editor would miss one, or lose their place, if these failed."""

from __future__ import annotations

import pytest
from omissions_setting import Control, Key, Shift, hold, left, marked, open_article, presenter, press, strip
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from reader_setting import make_theme, make_words

from maeditor.services import library, reviewing
from maeditor.ui.facts.popover import FactPopover
from maeditor.ui.reader import omissions as presenting
from maeditor.ui.reader.omission_strip import OmissionStrip, StripState
from maeditor.ui.window import Window

pytestmark = pytest.mark.usefixtures("figures_counted")


def test_the_strip_counts_the_figures_without_a_fact(window: Window) -> None:
    assert strip(window) == f"{len(left(window))} chiffres sans fait"
    assert window.workspace.reader.omissions.isVisible()  # type: ignore[union-attr]


def test_f8_goes_from_figure_to_figure_and_round_and_shift_f8_back(window: Window) -> None:
    all_of_them = left(window)
    seen = []
    for _each in all_of_them:
        press(window, Key.Key_F8)
        seen.append(marked(window))
    assert seen == all_of_them
    assert strip(window).endswith(f"{len(all_of_them)} sur {len(all_of_them)}")
    press(window, Key.Key_F8)
    assert marked(window) == all_of_them[0]
    hold(window, Key.Key_F8, Shift)
    assert marked(window) == all_of_them[-1]
    hold(window, Key.Key_F8, Shift)
    assert marked(window) == all_of_them[-2]


def test_f8_brings_the_figure_into_view_and_the_keyboard_to_the_text(window: Window) -> None:
    window.workspace.facts.list.setFocus()  # type: ignore[union-attr]
    hold(window, Key.Key_F8, Shift)
    reader = window.workspace.reader  # type: ignore[union-attr]
    assert reader.page.surface.hasFocus()
    span = window.workspace.desk.selection.span  # type: ignore[union-attr]
    assert span is not None
    box = reader.span_box(*span)
    assert reader.page.surface.viewport().rect().contains(reader.page.surface.viewport().mapFromGlobal(box.center()))


def test_f8_begins_where_one_reads(window: Window) -> None:
    reader = window.workspace.reader  # type: ignore[union-attr]
    reader.drop_selection()
    last = presenter(window).account.left[-1]
    reader.page.surface.verticalScrollBar().setValue(reader.page.surface.verticalScrollBar().maximum())
    press(window, Key.Key_F8)
    top = reader.reading_place()[0]
    assert marked(window) == last.text or window.workspace.desk.selection.span[0] >= top  # type: ignore[union-attr,index]


def test_what_f8_marks_is_said_aloud(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(str(event.message())) if hasattr(event, "message") else None,
    )
    press(window, Key.Key_F8)
    assert any(marked(window) in each and "sans fait" in each for each in said)


def test_n_makes_a_fact_of_the_figure_and_the_dots_go(window: Window) -> None:
    before = left(window)
    press(window, Key.Key_F8, Key.Key_F8, Key.Key_F8)
    figure = marked(window)
    press(window, "n")
    popover = window.main.findChild(FactPopover)
    assert popover.isVisible()
    press(window, Key.Key_Escape)
    assert not popover.isVisible()
    assert marked(window) == figure
    assert left(window) == before
    press(window, Key.Key_F8, Key.Key_F8, Key.Key_F8)
    figure = marked(window)
    press(window, "n", Key.Key_Return)
    assert not popover.isVisible()
    assert left(window) == [each for at, each in enumerate(before) if at != 5]
    assert strip(window) == f"{len(before) - 1} chiffres sans fait"
    press(window, Key.Key_F8)
    assert marked(window) == before[6], "F8 goes on from the fact just made"


def ring(window: Window) -> tuple[bool, int | None]:
    card = next(
        card
        for card in window.workspace.sidebar.model.cards  # type: ignore[union-attr]
        if card.id == window.workspace.desk.selection.article_id  # type: ignore[union-attr]
    )
    return card.done, card.unattached


def test_an_article_is_done_when_facts_and_figures_are(window: Window) -> None:
    open_article(window, "L’eau, l’électricité")
    desk = window.workspace.desk  # type: ignore[union-attr]
    views = library.article_facts(desk.runner, desk.selection.article_id)
    desk.act(
        lambda: reviewing.accept_facts(
            desk.runner, [(view.fact.id, None) for view in views if view.fact.reviewer == ""]
        )
    )
    assert ring(window) == (False, 3)
    press(window, Key.Key_F8, "d", "r", "d", "r", "d", "r")
    assert ring(window) == (True, 0)
    hold(window, Key.Key_Z, Control)
    assert ring(window) == (False, 1)


def test_articles_not_open_are_counted_behind_the_window(window: Window, qtbot: QtBot) -> None:
    desk = window.workspace.desk  # type: ignore[union-attr]
    other = next(card for card in library.articles(desk.runner) if "L’eau" in card.title)
    views = library.article_facts(desk.runner, other.id)
    desk.act(
        lambda: reviewing.accept_facts(
            desk.runner, [(view.fact.id, None) for view in views if view.fact.reviewer == ""]
        )
    )
    cards = window.workspace.sidebar.model  # type: ignore[union-attr]

    def counted() -> bool:
        return next(card.unattached for card in cards.cards if card.id == other.id) == 3

    qtbot.waitUntil(counted, timeout=10_000)
    assert "3 chiffres sans fait" in str(cards.index(cards.row_of(other.id), 0).data())


def test_a_long_article_is_counted_behind_the_window(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenting, "AT_ONCE", 10)
    monkeypatch.setattr(presenting, "MANY", 1)
    told: list[bool] = []
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    tell = bar.tell
    monkeypatch.setattr(bar, "tell", lambda state: (told.append(state.counting), tell(state)))
    open_article(window, "Vingt-trois")
    assert told[0], "it does not say that figures are being sought"
    qtbot.waitUntil(lambda: "sans fait" in strip(window), timeout=10_000)
    before = left(window)
    press(window, Key.Key_F8, "d", "r")
    qtbot.waitUntil(lambda: marked(window) == before[1], timeout=10_000)
    assert left(window) == before[1:]


def test_the_strip_keeps_its_place_while_figures_are_not_counted_yet(qtbot: QtBot) -> None:
    """The page would jump under the eyes of who has begun to read."""
    strip_alone = OmissionStrip(make_theme(), make_words())
    qtbot.addWidget(strip_alone)
    assert strip_alone.isHidden()
    strip_alone.expect()
    assert (strip_alone.isHidden(), strip_alone.text.text()) == (False, "")
    strip_alone.tell(StripState(reading=True))
    assert (strip_alone.isHidden(), strip_alone.text.text()) == (False, "Aucun chiffre dans cet article")
    strip_alone.tell(StripState(passed=2, reading=True))
    assert strip_alone.text.text() == "Chaque chiffre est un fait, ou écarté"
    strip_alone.tell(StripState())
    assert strip_alone.isHidden()
    strip_alone.expect()
    assert not strip_alone.isHidden()
