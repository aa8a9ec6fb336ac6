"""The keys a person chose: one that calls two things, or none, costs an editor facts every hour."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as some

from maeditor.ui.command_table import COMMANDS, Command, Scope
from maeditor.ui.key_map import KeyMap, clash, is_single, overlap, portable, refused

ROWS = (
    Command("accept", "fact", 0, ("A",), Scope.READ),
    Command("next", "fact", 0, ("J", "Ctrl+J"), Scope.READ),
    Command("yes", "review", 0, ("A",), Scope.REVIEW),
    Command("charts", "view", 0, ("G, G", "Ctrl+4"), Scope.PROJECT),
    Command("help", "help", 0, ("F1", "?"), Scope.ANYWHERE),
)
NAMES = [each.id for each in ROWS]


def test_no_two_commands_that_work_at_once_share_a_key() -> None:
    assert KeyMap(COMMANDS).clashes() == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.id)
def test_the_table_keeps_its_own_rules(command: Command) -> None:
    for keys in command.keys:
        assert KeyMap(COMMANDS).refused(command.id, keys) == ""
        assert portable(keys) == keys
        assert keys not in {"Ctrl+H", "Ctrl+M"}, "on a Mac it hides or folds the window"


@pytest.mark.parametrize(
    ("one", "other", "clashing"),
    [
        ("A", "A", True),
        ("G", "G, A", True),
        ("G, A", "G, R", False),
        ("A", "Shift+A", False),
        ("Ctrl+A", "A", False),
        ("F1", "F1", True),
    ],
)
def test_one_key_that_begins_another_is_in_its_way(one: str, other: str, clashing: bool) -> None:
    assert clash(one, other) is clash(other, one) is clashing


def test_only_two_views_that_are_never_in_front_together_share_keys() -> None:
    assert not overlap(Scope.READ, Scope.REVIEW)
    assert all(overlap(Scope.ANYWHERE, each) and overlap(each, each) for each in Scope)
    assert overlap(Scope.READING, Scope.READ)
    assert overlap(Scope.READING, Scope.REVIEW)
    assert not any(overlap(Scope.CHARTS, each) for each in (Scope.READ, Scope.READING, Scope.REVIEW))


def test_a_change_is_known_with_what_it_is_in_the_way_of() -> None:
    keys = KeyMap(ROWS)
    assert keys.in_the_way("accept", "J") == ["next"]
    assert keys.in_the_way("accept", "G") == ["charts"]
    assert keys.in_the_way("help", "A") == ["accept", "yes"]
    assert keys.in_the_way("yes", "J") == []
    keys.change("accept", ["Ctrl+Return", "Space"])
    assert keys.keys("accept") == ("Ctrl+Return", "Space")
    assert keys.window_keys("accept") == ("Ctrl+Return",)
    assert keys.changes == {"accept": ["Ctrl+Return", "Space"]}
    keys.reset("accept")
    assert (keys.keys("accept"), keys.changes) == (("A",), {})


def test_single_keys_are_turned_off_and_the_others_stay() -> None:
    keys = KeyMap(ROWS)
    keys.singles = False
    assert [keys.keys(name) for name in NAMES] == [(), ("Ctrl+J",), (), ("Ctrl+4",), ("F1",)]
    assert keys.chosen("accept") == ("A",)
    assert all(map(is_single, ("A", "Shift+A", "?", "G, A", "1")))
    assert not any(map(is_single, ("F8", "Ctrl+A", "Del", "Alt+Left", "Backspace", "Space")))


@pytest.mark.parametrize(
    "keys",
    [
        "[",
        "]",
        "/",
        ".",
        "Ctrl+.",
        "Ctrl+Alt+A",
        "Meta+A",
        "Space",
        "Return",
        "Enter",
        "Tab",
        "Esc",
        "Left",
        "Shift+Up",
        "",
    ],
)
def test_what_no_keyboard_can_spare_is_refused_with_a_sentence(keys: str) -> None:
    assert refused(keys).startswith("keys.refused_")


@pytest.mark.parametrize("keys", ["Ctrl+Return", "PgUp", "PgDown", "Home", "End", "Alt+3"])
def test_what_lists_and_fields_use_themselves_is_refused(keys: str) -> None:
    """Else a command of the window takes away what a list, a field or the popover does with it."""
    assert refused(keys) == refused(keys, pane=True) == "keys.refused_reserved"
    assert KeyMap(ROWS, {"accept": [keys]}).chosen("accept") == ()


@pytest.mark.parametrize(
    "keys", ["Space", "Shift+Space", "Return", "Del", "Backspace", "Alt+Shift+Left", "Alt+Shift+Home"]
)
def test_what_panes_hand_over_is_for_commands_of_these_panes_and_no_shortcut(keys: str) -> None:
    """A shortcut on Space would press no button any more; for a command of the window no pane could hand it over."""
    assert refused(keys)
    map_ = KeyMap(ROWS, {"accept": [keys], "help": [keys]})
    assert map_.chosen("accept") == (keys,)
    assert map_.window_keys("accept") == ()
    assert map_.at_pane(keys, Scope.READ) == "accept"
    assert map_.at_pane(keys, Scope.REVIEW) == ""
    assert map_.chosen("help") == ()


def test_the_keypads_enter_is_enter() -> None:
    assert portable("Enter") == portable("Num+Enter") == "Return"


def test_the_keys_of_a_mac_stay_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert refused("Ctrl+H") == refused("Ctrl+M") == "keys.refused_system"


@pytest.mark.parametrize(
    "kept",
    [
        {"nobody": ["A"]},
        {"accept": "A"},
        {"accept": [1, None]},
        {"accept": ["J"]},
        {"accept": ["PgUp"], "next": {}},
        {"help": ["A", "Ctrl+4"]},
    ],
)
def test_a_damaged_file_of_keys_leaves_no_clash(kept: dict[str, object]) -> None:
    keys = KeyMap(ROWS, kept)
    assert keys.clashes() == []
    assert keys.keys("next") == ("J", "Ctrl+J")


def test_two_commands_that_changed_places_are_still_so_the_next_day() -> None:
    keys = KeyMap(ROWS, {"accept": ["J"], "next": ["A"]})
    assert (keys.keys("accept"), keys.keys("next")) == (("J",), ("A",))


KEYS = some.sampled_from(["A", "B", "J", "G", "G, G", "Ctrl+J", "F1", "?", "Ctrl+4", "Shift+B"])


@given(some.lists(some.tuples(some.sampled_from(NAMES), some.lists(KEYS, max_size=3)), max_size=12))
def test_what_is_kept_comes_back_as_it_was(changes: list[tuple[str, list[str]]]) -> None:
    keys = KeyMap(ROWS)
    for name, wanted in changes:
        keys.change(name, [each for each in wanted if not keys.in_the_way(name, each)])
    assert keys.clashes() == []
    again = KeyMap(ROWS, keys.changes)
    assert [again.keys(name) for name in NAMES] == [keys.keys(name) for name in NAMES]
