"""The inspector: the fact in full, its passages, and what needs a look."""

from __future__ import annotations

from dataclasses import replace

import pytest
from facts_setting import passage_on, power
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from maeditor.catalogue import load_catalogue
from maeditor.ui.facts.inspector import Inspector
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


@pytest.fixture
def inspector(qtbot: QtBot, theme: Theme, words: Words) -> Inspector:
    made = Inspector(theme, words)
    qtbot.addWidget(made)
    made.set_properties(load_catalogue())
    made.resize(404, 336)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shown(inspector: Inspector) -> str:
    return "\n".join(label.text() for label in inspector.findChildren(QLabel) if label.isVisible())


def test_without_a_fact_it_says_how_to_get_one(inspector: Inspector, words: Words) -> None:
    inspector.show_fact(None)
    assert words.say("facts.none_chosen") in shown(inspector)
    assert words.say("facts.none_chosen_hint", next_fact="J", previous_fact="K", new_fact="N") in shown(inspector)


def test_it_names_the_fact_and_its_base_unit(inspector: Inspector) -> None:
    inspector.show_fact(power())
    assert "F-0001" in shown(inspector)
    assert "2\u202f000\u00a0MW" in shown(inspector)
    assert inspector.form.property_list.currentText() == "Capacité électrique"


@pytest.mark.parametrize("key", ["glued_cell", "differs_from_passage", "unit_not_of_property"])
def test_it_says_why_a_person_should_look(inspector: Inspector, words: Words, key: str) -> None:
    inspector.show_fact(power(needs_look=key))
    assert words.say(f"look.{key}") in shown(inspector)
    inspector.show_fact(power())
    assert words.say(f"look.{key}") not in shown(inspector)


def test_conflict_missing_passage_and_other_readings_are_said(qtbot: QtBot, inspector: Inspector, words: Words) -> None:
    others = {"alternatives": ["20.5 GW", "2 GW"]}
    inspector.show_fact(power(conflicted=True, quotes=(), needs_look="glued_cell", qualifiers=others))
    for key in ("facts.conflict_hint", "facts.without_passage_hint"):
        assert words.say(key) in shown(inspector)
    assert "20,5\u00a0GW, 2\u00a0GW" in shown(inspector)
    assert inspector.split.isVisible()
    with qtbot.waitSignal(inspector.asked) as caught:
        QTest.keyClick(inspector.split, Qt.Key.Key_Space)
    assert caught.args == ["split"]
    inspector.show_fact(power())
    assert not inspector.split.isVisible()
    inspector.show_fact(power(qualifiers=others))
    assert not inspector.split.isVisible(), "its doubt is settled: there is nothing to split any more"


def test_a_quote_opens_its_passage_and_delete_detaches_it(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.show_fact(power())
    quote = inspector.evidence.quotes[0]
    assert "Sa puissance doit atteindre 2 gigawatts en une seule tranche." in quote.accessibleName()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(inspector.passage_asked) as caught:
            QTest.keyClick(quote, key)
        assert caught.args == ["a1", quote._link.passage.start, quote._link.passage.end]
    with qtbot.waitSignal(inspector.evidence_removed):
        QTest.keyClick(quote, Qt.Key.Key_Delete)


def test_a_narrow_pane_gives_quotes_more_lines(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.show_fact(power())
    QApplication.processEvents()
    wide = inspector.evidence.quotes[0].height()
    inspector.resize(inspector.minimumSizeHint().width(), 336)
    inspector.resize(330, 336)
    QApplication.processEvents()
    inspector.evidence.setFixedWidth(200)
    qtbot.waitUntil(lambda: inspector.evidence.quotes[0].height() > wide)


def test_buttons_say_their_key_and_ask(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.show_fact(power())
    for name, button in inspector.buttons.items():
        with qtbot.waitSignal(inspector.asked) as caught:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert caught.args == [name]
        assert button.width() >= button.minimumSizeHint().width()


def test_theme_and_zoom_keep_the_ground_and_move_everything(qtbot: QtBot, inspector: Inspector, theme: Theme) -> None:
    inspector.show_fact(power())
    for dark, scale in ((True, 1.0), (True, 1.5), (False, 1.0)):
        theme.set_dark(dark)
        theme.set_scale(scale)
        QApplication.processEvents()
        image = inspector.grab().toImage()
        for x, y in ((3, 60), (3, inspector.height() - 8), (theme.px(10), inspector.height() // 2)):
            assert image.pixelColor(x, y) == theme.colour("panel"), (dark, scale, x, y)


def test_an_arabic_passage_runs_from_the_right_beside_its_bar(inspector: Inspector, theme: Theme) -> None:
    text = "تبلغ القدرة الإجمالية 30 ميغاواط قرب المدينة."
    view = power()
    link = replace(view.evidence[0], passage=passage_on("30", text))
    inspector.show_fact(replace(view, evidence=(link,)))
    QApplication.processEvents()
    quote = inspector.evidence.quotes[0]
    picture = quote.grab().toImage()
    family = theme.colour_of(theme.family(view.property.family).line)
    middle = quote.height() // 2
    assert picture.pixelColor(quote.width() - 2, middle) == family
    assert picture.pixelColor(1, middle) != family
    inspector.show_fact(view)
    QApplication.processEvents()
    quote = inspector.evidence.quotes[0]
    assert quote.grab().toImage().pixelColor(1, quote.height() // 2) == family
