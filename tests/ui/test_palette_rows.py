"""Commands are found by the beginnings of their words, however they are accented."""

from __future__ import annotations

from pytestqt.modeltest import ModelTester

from maeditor.domain.properties import Family
from maeditor.ui.palette.model import PaletteModel
from maeditor.ui.palette.rows import CommandText, Group, Heading, Row, matching

COMMANDS = [
    CommandText("export", "Exporter vers Excel…", ("Ctrl E",)),
    CommandText("language", "Français", ()),
    CommandText("sample", "Ouvrir l’exemple", ()),
]


def ids(typed: str) -> list[str]:
    return [command.id for command, _hits in matching(COMMANDS, typed)]


def test_words_begin_as_typed_in_any_order() -> None:
    assert ids("exc exp") == ["export"]
    assert ids("FRANCAIS") == ["language"]
    assert ids("ex") == ["export", "sample"], "first what begins so"
    assert ids("") == ["export", "language", "sample"]
    assert ids("porter") == []


def test_what_was_typed_is_marked() -> None:
    assert matching(COMMANDS, "exc")[0][1] == ((14, 17),)
    assert matching(COMMANDS, "exem")[0][1] == ((9, 13),)


def test_the_model_is_sound_and_headings_cannot_be_chosen(qtmodeltester: ModelTester) -> None:
    model = PaletteModel()
    qtmodeltester.check(model)
    row = Row(Group.FACTS, "1", "2 GW", "Capacité, 2 gigawatts", "capacity", family=Family.CAPACITY)
    model.show([Heading(Group.FACTS, "Faits"), row])
    qtmodeltester.check(model)
    assert model.choosable() == [1]
    assert model.entry(2) is None
    assert not model.flags(model.index(0, 0))
