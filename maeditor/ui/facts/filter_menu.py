"""The funnel's menu: what to list, in which order, in which sections. It stays open while things are ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from maeditor.domain.facts import Lifecycle, State
from maeditor.domain.listing import FactFilter, Group, Listing, Origin, Sort, Sureness
from maeditor.domain.properties import Family, Property
from maeditor.ui.wording import Words

SETS: tuple[tuple[str, str, Sequence[Any]], ...] = (
    ("states", "state", tuple(State)),
    ("families", "family", tuple(Family)),
    ("lifecycles", "lifecycle", tuple(Lifecycle)),
    ("sureness", "sureness", tuple(Sureness)),
    ("origins", "origin", tuple(Origin)),
)
"""Filters of which several can be ticked: the field, what its sentences are called, what there is."""
FLAGS = ("conflict", "doubt", "without_passage")


class FilterMenu(QMenu):
    """Made anew each time it opens, from the listing as it is then."""

    listing_wanted = Signal(object)
    """A Listing."""
    text_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._listing = Listing()

    def fill(self, listing: Listing, properties: Sequence[Property]) -> None:
        """Offer what can be asked for; ``properties`` are those of the project."""
        say = self._words.say
        self._listing = listing
        self.clear()
        for old in self.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.deleteLater()
        self.addAction(say("facts.filter_text"), self.text_wanted.emit)
        self.addSeparator()
        for name, key, members in SETS:
            self._add_set(name, [(each, say(f"facts.{key}_{each.value}")) for each in members])
        language = self._words.language
        labels = sorted(((each.key, each.label(language)) for each in properties), key=lambda each: each[1].casefold())
        self._add_set("properties", labels)
        self.addSeparator()
        for name in FLAGS:
            self._add_tick(self, say(f"facts.filter_{name}"), getattr(listing.filter, name), partial(self._flag, name))
        self._add_tick(self, say("facts.filter_rejected"), listing.rejected, self._set_rejected)
        self.addSeparator()
        self._add_choice("sort", Sort)
        self._add_tick(self, say("facts.descending"), listing.descending, self._set_descending)
        self._add_choice("group", Group)
        self.addSeparator()
        clear = self.addAction(say("facts.clear_filters"), self._clear)
        clear.setEnabled(listing.filter.count > 0)

    def _add_set(self, name: str, members: Sequence[tuple[str, str]]) -> None:
        menu = _StayingMenu(self._words.say(f"facts.filter_{name}"), self)
        self.addMenu(menu)
        chosen = getattr(self._listing.filter, name)
        for member, told in members:
            self._add_tick(menu, told.replace("&", "&&"), member in chosen, partial(self._tick, name, member))

    def _add_choice(self, name: str, kind: type[Sort] | type[Group]) -> None:
        menu = _StayingMenu(self._words.say(f"facts.{name}_by"), self)
        self.addMenu(menu)
        group = QActionGroup(menu)
        for each in kind:
            action = menu.addAction(self._words.say(f"facts.{name}_{each.value}"))
            action.setCheckable(True)
            action.setChecked(getattr(self._listing, name) is each)
            group.addAction(action)
            action.triggered.connect(partial(self._choose, name, each))

    def _add_tick(self, menu: QMenu, told: str, on: bool, changed: Callable[[bool], None]) -> None:
        action = menu.addAction(told)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(changed)

    def _choose(self, name: str, member: object, _on: bool) -> None:
        chosen: dict[str, Any] = {name: member}
        self._tell(replace(self._listing, **chosen))

    def _tick(self, name: str, member: object, on: bool) -> None:
        chosen = getattr(self._listing.filter, name)
        self._ask({name: chosen | {member} if on else chosen - {member}})

    def _flag(self, name: str, on: bool) -> None:
        self._ask({name: on})

    def _set_rejected(self, on: bool) -> None:
        self._tell(replace(self._listing, rejected=on))

    def _set_descending(self, on: bool) -> None:
        self._tell(replace(self._listing, descending=on))

    def _clear(self) -> None:
        self._tell(self._listing.without_filter())

    def _ask(self, changed: dict[str, Any]) -> None:
        asked: FactFilter = replace(self._listing.filter, **changed)
        self._tell(replace(self._listing, filter=asked))

    def _tell(self, listing: Listing) -> None:
        self._listing = listing
        self.listing_wanted.emit(listing)


class _StayingMenu(QMenu):
    """A submenu in which Space and a click tick without closing; Enter ticks and closes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ticks."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
            return
        super().mouseReleaseEvent(event)
