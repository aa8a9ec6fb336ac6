"""The funnel's menu: what to list, in which order, in which sections. It stays open while things are ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
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


class _StayingMenu(QMenu):
    """A menu in which Space and a click tick without closing; Enter ticks and closes."""

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


class FilterMenu(_StayingMenu):
    """Made once and kept: deleting a menu after use crashed PySide6 6.11 when its actions were freed."""

    listing_wanted = Signal(object)
    """A Listing."""
    text_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._listing = Listing()
        self._texts: list[tuple[QAction, Callable[[], str]]] = []
        self._ticks: list[tuple[QAction, Callable[[], bool]]] = []
        self._properties: dict[str, QAction] = {}
        self._add(self, "facts.filter_text", self.text_wanted.emit)
        self.addSeparator()
        for name, key, members in SETS:
            menu = self._add_menu(f"facts.filter_{name}")
            for each in members:
                self._add_member(menu, name, each, partial(words.say, f"facts.{key}_{each.value}"))
        self._of_property = self._add_menu("facts.filter_properties")
        self.addSeparator()
        for name in FLAGS:
            self._add_tick(self, f"facts.filter_{name}", partial(self._is_asked, name), partial(self._flag, name))
        self._add_tick(self, "facts.filter_rejected", lambda: self._listing.rejected, self._set_rejected)
        self.addSeparator()
        self._add_choice("sort", Sort)
        self._add_tick(self, "facts.descending", lambda: self._listing.descending, self._set_descending)
        self._add_choice("group", Group)
        self.addSeparator()
        self._clear_all = self._add(self, "facts.clear_filters", self._clear)

    def fill(self, listing: Listing, properties: Sequence[Property]) -> None:
        """Tick what is asked for; ``properties`` are those of the project."""
        self._listing = listing
        language = self._words.language
        labels = {each.key: each.label(language) for each in properties}
        for key in sorted(labels, key=lambda each: labels[each].casefold()):
            if key not in self._properties:
                self._properties[key] = self._add_member(self._of_property, "properties", key, lambda: "")
        for key, action in self._properties.items():
            action.setVisible(key in labels)
            action.setText(labels.get(key, key).replace("&", "&&"))
        for action, told in self._texts:
            if told():
                action.setText(told())
        for action, on in self._ticks:
            action.setChecked(on())
        self._clear_all.setEnabled(listing.filter.count > 0)

    def _add(self, menu: QMenu, key: str, do: Callable[[], object]) -> QAction:
        action = menu.addAction("")
        action.triggered.connect(lambda _on=False: do())
        self._texts.append((action, partial(self._words.say, key)))
        return action

    def _add_menu(self, key: str) -> QMenu:
        menu = _StayingMenu(self)
        self._texts.append((self.addMenu(menu), partial(self._words.say, key)))
        return menu

    def _add_tick(self, menu: QMenu, key: str, on: Callable[[], bool], changed: Callable[[bool], None]) -> QAction:
        action = menu.addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda on=False: changed(on))
        self._texts.append((action, partial(self._words.say, key)))
        self._ticks.append((action, on))
        return action

    def _add_member(self, menu: QMenu, name: str, member: object, told: Callable[[], str]) -> QAction:
        action = menu.addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda on=False: self._tick(name, member, on))
        self._texts.append((action, told))
        self._ticks.append((action, lambda: member in getattr(self._listing.filter, name)))
        return action

    def _add_choice(self, name: str, kind: type[Sort] | type[Group]) -> None:
        menu = self._add_menu(f"facts.{name}_by")
        group = QActionGroup(menu)
        for each in kind:
            action = self._add_tick(
                menu,
                f"facts.{name}_{each.value}",
                partial(self._is_chosen, name, each),
                partial(self._choose, name, each),
            )
            group.addAction(action)

    def _is_asked(self, name: str) -> bool:
        return bool(getattr(self._listing.filter, name))

    def _is_chosen(self, name: str, member: object) -> bool:
        return getattr(self._listing, name) is member

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
