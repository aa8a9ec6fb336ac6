"""Finding in the open article: from what is typed to the hit gone to; a long article is counted between events."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPointF, Qt, QTimer

from maeditor.services.finding import pattern_of, spans
from maeditor.ui.reader.find_bar import FindBar
from maeditor.ui.reader.find_marks import FindMarks
from maeditor.ui.reader.found import Found
from maeditor.ui.reader.page import Page
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

AT_ONCE, A_SLICE = 0.03, 0.012
"""Seconds of counting before the first hit is shown alone, and between two events from then on."""
_LOOKED_AT = 256
"""Hits between two looks at the clock."""
_MOST_SELECTED = 100


class Searching(QObject):
    """Joins the bar, the page and the marks. Positions are code points of the article's text."""

    def __init__(self, theme: Theme, words: Words, page: Page, bar: FindBar) -> None:
        super().__init__(page)
        self._words, self._page, self.bar = words, page, bar
        self.marks = FindMarks(theme, page)
        self._query = ""
        self._pattern: re.Pattern[str] | None = None
        self._origin = 0
        self._left: Iterator[tuple[int, int]] | None = None
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(lambda: self._count(A_SLICE))
        bar.typed.connect(self._type)
        bar.next_wanted.connect(self.next)
        bar.previous_wanted.connect(self.previous)
        bar.closed.connect(self.close)
        words.changed.connect(self._tell)

    @property
    def counting(self) -> bool:
        """Tell whether hits are still being counted."""
        return self._left is not None

    # Commands

    def open(self) -> None:
        """Begin, with what is chosen in the text if that is a few words, else with what was sought last."""
        if not self._page.view.article_id:
            return
        span = self._page.choosing.span()
        chosen = self._page.view.text[slice(*span)].strip() if span else ""
        self._origin = span[0] if span else self._top()
        query = chosen if chosen and "\n" not in chosen and len(chosen) <= _MOST_SELECTED else self._query
        self.bar.ask(query)
        self._search(query)

    def next(self) -> None:
        """Go to the next hit; after the last, to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before; from the first, to the last."""
        self._step(-1)

    def close(self) -> None:
        """Leave; the text has the keyboard again, its caret at the hit gone to."""
        if self.bar.isHidden():
            return
        current = self._found.current
        self.bar.hide()
        self._forget()
        surface = self._page.surface
        if current is not None:
            self._page.choosing.choose(current[0], current[0])
        surface.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.repaint_all()

    def again(self) -> None:
        """Another article, or other lines of it, are shown: look there; what is read stays in place."""
        if self.bar.isVisible():
            self._origin = 0
            self._search(self._query, go=False)
        else:
            self._forget()

    # Inside

    @property
    def _found(self) -> Found:
        return self._page.surface.sheet.found

    def _top(self) -> int:
        return self._page.text_position(QPointF(0, 1))

    def _type(self, query: str) -> None:
        current = self._found.current
        if current is not None:
            self._origin = current[0]
        self._search(query)

    def _search(self, query: str, *, go: bool = True) -> None:
        self._forget()
        self._query, self._pattern = query, pattern_of(query)
        if self._pattern is not None:
            if go:
                self._go(self._first(self._origin, len(self._page.view.text)) or self._first(0, self._origin))
            if not go or self._found.current is not None:
                self._left = spans(self._pattern, self._page.view.text)
                self._count(AT_ONCE)
        self._tell()
        self._show()

    def _forget(self) -> None:
        self._more.stop()
        self._left = self._pattern = None
        self._found.clear()
        self.marks.show_hits(False)

    def _first(self, start: int, end: int) -> tuple[int, int] | None:
        """The first hit between two places that is shown."""
        if self._pattern is None:
            return None
        found = spans(self._pattern, self._page.view.text, start, end)
        return next((span for span in found if self._is_shown(span)), None)

    def _is_shown(self, span: tuple[int, int]) -> bool:
        shown = self._page.shown
        return shown is not None and (not shown.hidden or shown.is_shown(*span))

    def _count(self, seconds: float) -> None:
        """Take hits until the time is up; between two slices keys and paints have their turn."""
        until = time.perf_counter() + seconds
        if self._left is None:
            return
        found = self._found
        for number, span in enumerate(self._left, 1):
            if self._is_shown(span):
                found.add(*span)
            if number % _LOOKED_AT == 0 and time.perf_counter() > until:
                self._more.start()
                return
        self._more.stop()
        self._left = None
        self._tell()
        self._show()

    def _step(self, step: int) -> None:
        if self.bar.isHidden() and not self._query:
            self.open()
            return
        if self.bar.isHidden():
            self._origin = self._caret()
            self.bar.field.setText(self._query)
            self.bar.show()
            self._search(self._query, go=step > 0)
            if step > 0:
                return
        if self._left is not None:
            self._count(float("inf"))
        found = self._found
        if not len(found):
            self._tell()
            return
        at = found.number(found.current[0]) if found.current is not None else None
        at = self._nearest(step) if at is None else (at + step) % len(found)
        self._go((found.starts[at], found.ends[at]))
        self._tell()
        self._show()

    def _nearest(self, step: int) -> int:
        """From nowhere: the first hit after what is read, or the last before it."""
        found, here = self._found, self._caret()
        after = next((at for at, start in enumerate(found.starts) if start >= here), 0)
        return after if step > 0 else (after - 1) % len(found)

    def _caret(self) -> int:
        span = self._page.choosing.span()
        return span[0] if span else self._top()

    def _go(self, span: tuple[int, int] | None) -> None:
        self._found.current = span
        self._found.changed()
        if span is not None:
            self._page.scroll_to(span[0])

    def _tell(self) -> None:
        say, found = self._words.say, self._found
        count = len(found)
        if self._pattern is None:
            self.bar.tell("")
        elif self._left is not None:
            self.bar.tell(say("find.counting"), many=True)
        elif not count:
            self.bar.tell(say("find.none"), failed=True)
        elif found.current is None:
            self.bar.tell(say("find.found", count=count), many=True)
        else:
            number = found.number(found.current[0])
            self.bar.tell(say("find.at", number=(number or 0) + 1, count=count), many=True)

    def _show(self) -> None:
        self._found.changed()
        self.marks.show_hits(bool(len(self._found)))
        self._page.surface.viewport().update()
