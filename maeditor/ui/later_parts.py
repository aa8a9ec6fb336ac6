"""What of an open project nobody sees at first: made when it is first asked for, or once the first page is painted.

Loading and building it takes twice as long as the first page itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from maeditor.services.figure_memory import FigureMemory
from maeditor.services.watching import Mark
from maeditor.ui.desk import Desk
from maeditor.ui.main_window import MainWindow
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.presenter import ReaderPresenter

if TYPE_CHECKING:
    from maeditor.ui.article_commands import ArticleCommands
    from maeditor.ui.charts.pane import ChartsPane
    from maeditor.ui.charts.presenter import ChartsPresenter
    from maeditor.ui.facts.deleting import FactDeleting
    from maeditor.ui.facts.pane import FactsPane
    from maeditor.ui.facts.reasoning import Reasoning
    from maeditor.ui.highlighting import Highlighting
    from maeditor.ui.project_flow import ProjectFlow
    from maeditor.ui.reader.hedges import HedgesPresenter
    from maeditor.ui.reader.omissions import OmissionsPresenter
    from maeditor.ui.returning.pane import ReturningPane
    from maeditor.ui.returning.presenter import ReturningPresenter
    from maeditor.ui.review.pane import ReviewPane
    from maeditor.ui.review.presenter import ReviewPresenter
    from maeditor.ui.sheets.pane import SheetsPane
    from maeditor.ui.sheets.presenter import SheetsPresenter
    from maeditor.ui.timeline.presenter import TimelinePresenter
    from maeditor.ui.watching import Watching

T = TypeVar("T", bound=QObject)

LATER = (
    "omissions", "fact_deleting", "reasoning", "article_commands", "highlighting", "review_presenter",
    "charts_presenter", "sheets_presenter", "timeline", "watching", "hedges", "flow",
    "returning_presenter",
)  # fmt: skip
"""In the order in which they are made where nobody asks for them."""


class LaterParts(QObject):
    """Makes each part once."""

    made = Signal(str)
    """One of them is there."""

    def __init__(
        self,
        name: str,
        desk: Desk,
        main: MainWindow,
        facts: FactsPane,
        reader: ReaderPane,
        presenter: ReaderPresenter,
        reached: Mark,
    ) -> None:
        """``reached`` is how far the project had come before anything of it was shown."""
        super().__init__(presenter)
        self._desk, self._main = desk, main
        self._facts, self._reader, self._presenter = facts, reader, presenter
        self._name = name
        self._reached = reached
        self.memory = FigureMemory()
        self.settle: Callable[[], bool] = lambda: True
        """Saves what is typed over a fact; False keeps everything as it is."""
        desk.selection.prepare = self._prepare

    def has(self, part: str) -> bool:
        """Tell whether a part is there already."""
        return part in self.__dict__

    def make(self, part: str) -> None:
        """Make a part unless it is there."""
        getattr(self, part)

    def function(self, part: str, name: str) -> Callable[[], None]:
        """What a part does under a name, for a command: the part is made when that is called."""

        def call() -> None:
            getattr(getattr(self, part), name)()

        return call

    def makers(self) -> list[Callable[[], None]]:
        """What makes each part."""
        return [lambda part=part: self.make(part) for part in LATER]  # type: ignore[misc]

    @cached_property
    def omissions(self) -> OmissionsPresenter:
        """The figures without a fact."""
        from maeditor.ui.reader.omissions import OmissionsPresenter

        made = self._told("omissions", OmissionsPresenter(self._desk, self._reader, self._presenter, self.memory))
        # Last: it reads, which may fail, and is there by then all the same.
        made.begin()
        return made

    @cached_property
    def hedges(self) -> HedgesPresenter:
        """The words that weaken a figure."""
        from maeditor.ui.reader.hedges import HedgesPresenter

        return self._told("hedges", HedgesPresenter(self._desk, self._reader, self._presenter))

    @cached_property
    def highlighting(self) -> Highlighting:
        """Facts recorded without a question."""
        from maeditor.ui.highlighting import Highlighting

        return Highlighting(self._desk, self)

    @cached_property
    def fact_deleting(self) -> FactDeleting:
        """Facts taken out of the project."""
        from maeditor.ui.facts.deleting import FactDeleting

        return FactDeleting(self._desk, self._facts, self.settle)

    @cached_property
    def reasoning(self) -> Reasoning:
        """Why a value counts that its passage does not say."""
        from maeditor.ui.facts.reasoning import Reasoning

        return Reasoning(self._desk, self._facts, self.settle)

    @cached_property
    def article_commands(self) -> ArticleCommands:
        """What is done with a whole article."""
        from maeditor.ui.article_commands import ArticleCommands

        return ArticleCommands(self._desk, self._main, self.memory, self)

    @cached_property
    def watching(self) -> Watching:
        """What is saved elsewhere."""
        from maeditor.ui.watching import Watching

        return Watching(self._desk, self._reached, self)

    @cached_property
    def flow(self) -> ProjectFlow:
        """Files in and out."""
        from maeditor.ui.project_flow import ProjectFlow

        return self._told("flow", ProjectFlow(self._desk, self._name, self._main))

    @cached_property
    def charts(self) -> ChartsPane:
        """The charts view."""
        from maeditor.ui.charts.pane import ChartsPane

        pane = ChartsPane(self._desk.theme, self._desk.words)
        self._main.add_view("charts", pane)
        return pane

    @cached_property
    def charts_presenter(self) -> ChartsPresenter:
        """What the charts show."""
        from maeditor.ui.charts.presenter import ChartsPresenter

        return self._told("charts_presenter", ChartsPresenter(self._desk, self.charts))

    @cached_property
    def sheets(self) -> SheetsPane:
        """The sheets view."""
        from maeditor.ui.sheets.pane import SheetsPane

        pane = SheetsPane(self._desk.theme, self._desk.words)
        self._main.add_view("sheets", pane)
        # In another parent, what has a sheet above it forgets its typefaces and margins.
        pane.retranslate()
        return self._told("sheets", pane)

    @cached_property
    def sheets_presenter(self) -> SheetsPresenter:
        """What the sheets view shows and saves."""
        from maeditor.ui.sheets.presenter import SheetsPresenter

        return self._told("sheets_presenter", SheetsPresenter(self._desk, self.sheets))

    @cached_property
    def review(self) -> ReviewPane:
        """The card beside the article."""
        from maeditor.ui.focus_ring import FocusRing
        from maeditor.ui.review.pane import ReviewPane

        pane = ReviewPane(self._desk.theme, self._desk.words)
        self._main.add_beside("review", pane)
        FocusRing(self._desk.theme, pane, (pane,))
        return self._told("review", pane)

    @cached_property
    def review_presenter(self) -> ReviewPresenter:
        """What a review does."""
        from maeditor.ui.review.presenter import ReviewPresenter

        return self._told("review_presenter", ReviewPresenter(self._desk, self.review, self._reader, self._loose))

    @cached_property
    def returning(self) -> ReturningPane:
        """The corrections that came back from Excel."""
        from maeditor.ui.returning.pane import ReturningPane

        pane = ReturningPane(self._desk.theme, self._desk.words)
        self._main.add_view("corrections", pane)
        return pane

    @cached_property
    def returning_presenter(self) -> ReturningPresenter:
        """What reads and applies them, and sees that an exported workbook was saved."""
        from maeditor.ui.returning.presenter import ReturningPresenter

        made = ReturningPresenter(self._desk, self.returning)
        made.told.connect(lambda: self._main.status.show_progress(made.progress_text()))
        return made

    @cached_property
    def timeline(self) -> TimelinePresenter:
        """The history's drawer."""
        from maeditor.ui.dialogs.checkpoint_dialogs import choose_checkpoint
        from maeditor.ui.timeline.pane import TimelinePane
        from maeditor.ui.timeline.presenter import TimelinePresenter

        desk, main = self._desk, self._main
        drawer = TimelinePane(desk.theme, desk.words, main.centralWidget() or main)
        drawer.cover(self._facts, self.review)
        return TimelinePresenter(desk, drawer, lambda mark: choose_checkpoint(desk, main, mark))

    def _told(self, part: str, made: T) -> T:
        """Keep a part before it is told of: who hears of it asks for it."""
        self.__dict__[part] = made
        self.made.emit(part)
        return made

    def _loose(self, article_id: str) -> int:
        from maeditor.services.omissions import account_of

        return len(account_of(self._desk.runner, article_id, self.memory).left)

    def _prepare(self, view: str) -> None:
        if view == "corrections":
            self.make("returning_presenter")
        elif view == "review":
            self.make("review_presenter")
        elif view in {"charts", "sheets"}:
            self.make(f"{view}_presenter")
