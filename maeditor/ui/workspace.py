"""An open project in the window: its panes, its presenters, and what the commands call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from maeditor.domain.properties import Family
from maeditor.services import library, watching
from maeditor.ui import context_keys, publishing, upkeep, views_here
from maeditor.ui.catching_up import make_searchable
from maeditor.ui.command_table import COMMANDS, Scope
from maeditor.ui.desk import Desk
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.facts.presenter import FactsPresenter
from maeditor.ui.keys_here import keys_here
from maeditor.ui.later_dialogs import choose_checkpoint, edit_article, name_checkpoint, new_property
from maeditor.ui.later_parts import LaterParts
from maeditor.ui.main_window import MainWindow
from maeditor.ui.occupied import is_occupied
from maeditor.ui.pane_keys import BOUNDS
from maeditor.ui.pane_round import PaneRound
from maeditor.ui.reader.beside import PassagePlace
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.presenter import ReaderPresenter
from maeditor.ui.sidebar.pane import SidebarPane
from maeditor.ui.sidebar.presenter import SidebarPresenter
from maeditor.ui.waking import Waking

if TYPE_CHECKING:
    from maeditor.ui.charts.pane import ChartsPane
    from maeditor.ui.charts.presenter import ChartsPresenter
    from maeditor.ui.highlighting import Highlighting
    from maeditor.ui.project_flow import ProjectFlow
    from maeditor.ui.reader.hedges import HedgesPresenter
    from maeditor.ui.reader.omissions import OmissionsPresenter
    from maeditor.ui.review.pane import ReviewPane
    from maeditor.ui.review.presenter import ReviewPresenter
    from maeditor.ui.timeline.presenter import TimelinePresenter
    from maeditor.ui.watching import Watching

VIEWS = ("read", "review", "charts", "sheets")
"""The views that there are."""
ELSEWHERE = ("review-auto-advance",)
SHEETS = tuple(each.id for each in COMMANDS if each.scope is Scope.SHEETS)
"""The commands of the sheets view."""
PANE_KEYS_OF = {"review": (Scope.REVIEW, Scope.READING), "sheets": (Scope.SHEETS,)}
"""Whose keys a pane hands over, where it is not the article's."""
REVIEWS = ("view-review", *(each.id for each in COMMANDS if each.id.startswith("review") and each.id not in ELSEWHERE))
"""The commands of a review."""


class Workspace(QObject):
    """The panes of one project and how they are joined; they know each other only through the desk."""

    def __init__(self, desk: Desk, main: MainWindow, target: str) -> None:
        super().__init__(main)
        self.desk, self._main, self.target = desk, main, target
        reached = watching.reached(desk.runner)
        totals = library.totals(desk.runner)
        name = totals.name or Path(target).stem
        theme, words = desk.theme, desk.words
        self.sidebar, self.reader = SidebarPane(theme, words), ReaderPane(theme, words)
        self.facts = FactsPane(theme, words)
        main.show_workspace(name, self.sidebar, self.reader, {"read": self.facts}, {})
        self.reader_presenter = ReaderPresenter(desk, self.reader, self)
        later = self.later = LaterParts(name, desk, main, self.facts, self.reader, self.reader_presenter, reached)
        self.sidebar_presenter = SidebarPresenter(desk, self.sidebar, later.memory)
        self.facts_presenter = FactsPresenter(desk, self.facts, PassagePlace(self.reader))
        later.settle = self.facts_presenter.draft.settle
        self.round = PaneRound(lambda: views_here.panes(self), main.status, self)
        self._join()
        self.waking = Waking(desk, self)
        begun = self.facts_presenter.learned.begin, self.sidebar_presenter.completeness.begin
        for begin in (*later.makers(), *begun, lambda: make_searchable(desk)):
            self.waking.after(begin)

    # What is there once it is asked for

    @property
    def watching(self) -> Watching:
        """What is saved elsewhere."""
        return self.later.watching

    @property
    def flow(self) -> ProjectFlow:
        """Files in and out."""
        return self.later.flow

    @property
    def charts(self) -> ChartsPane:
        """The charts view."""
        return self.later.charts

    @property
    def charts_presenter(self) -> ChartsPresenter:
        """What the charts show."""
        return self.later.charts_presenter

    @property
    def review(self) -> ReviewPane:
        """The card beside the article."""
        return self.later.review

    @property
    def review_presenter(self) -> ReviewPresenter:
        """What a review does."""
        return self.later.review_presenter

    @property
    def timeline(self) -> TimelinePresenter:
        """The history's drawer."""
        return self.later.timeline

    @property
    def omissions(self) -> OmissionsPresenter:
        """The figures without a fact."""
        return self.later.omissions

    @property
    def hedges(self) -> HedgesPresenter:
        """The words that weaken a figure."""
        return self.later.hedges

    @property
    def highlighting(self) -> Highlighting:
        """Facts recorded without a question."""
        return self.later.highlighting

    def functions(self) -> dict[str, Callable[[], None]]:
        """What the commands can call while this project is open."""
        facts, reader, show = self.facts_presenter, self.reader_presenter, self.desk.selection.show_view
        later = self.later.function
        return {
            "back": self.reader_presenter.back,
            "forward": self.reader_presenter.forward,
            "export-workbook": self._export,
            "history": later("timeline", "toggle"),
            "import-facts": later("flow", "ask_facts"),
            "checkpoint": lambda: name_checkpoint(self.desk, self._main),
            "return-to-checkpoint": lambda: choose_checkpoint(self.desk, self._main),
            "corrections": later("returning_presenter", "open"),
            **{f"export-chart-{kind}": later("charts_presenter", f"export_{kind}") for kind in ("png", "svg")},
            "view-read": lambda: show("read"),
            "view-charts": lambda: show("charts"),
            "view-sheets": lambda: show("sheets"),
            **publishing.functions(self.desk, self._main, lambda: self.reader_presenter.opened),
            "next-pane": lambda: self.round.turn(1),
            "previous-pane": lambda: self.round.turn(-1),
            "page-down": lambda: self.reader.page.turn(forward=True),
            "page-up": lambda: self.reader.page.turn(forward=False),
            "chart-table": later("charts", "toggle_table"),
            **{name: lambda way=way: self._move_bound(*way) for name, way in BOUNDS.items()},  # type: ignore[misc]
            "previous-article": lambda: self.sidebar_presenter.step(-1),
            "next-article": lambda: self.sidebar_presenter.step(1),
            "toggle-noise": lambda: self.reader.show_noise(not self.reader.noise_shown),
            "article-details": lambda: edit_article(self.desk, self._main),
            "propose-again": later("flow", "propose_again"),
            "toggle-omissions": later("omissions", "toggle"),
            "toggle-hedges": later("hedges", "toggle"),
            "focus-mode": lambda: self._main.concentrate(not self._main.concentrated),
            "next-omission": later("omissions", "next"),
            "previous-omission": later("omissions", "previous"),
            "dismiss-figure": later("omissions", "dismiss"),
            "find": self.reader.searching.open,
            "find-next": self.reader.searching.next,
            "find-previous": self.reader.searching.previous,
            "new-fact": facts.new_fact,
            "highlight": later("highlighting", "highlight"),
            "link-selection": facts.link,
            "grow-selection": reader.grow_selection,
            "shrink-selection": reader.shrink_selection,
            "next-fact": facts.commands()["next-fact"],
            "previous-fact": facts.commands()["previous-fact"],
            "accept-fact": facts.accept,
            "reject-fact": facts.reject,
            "reopen-fact": facts.reopen,
            "delete-fact": self._delete_fact,
            "delete-article": later("article_commands", "delete"),
            "finish-article": later("article_commands", "finish"),
            "edit-fact": facts.edit,
            "remove-evidence": lambda: facts.remove_evidence(reader.evidence_in_hand()),
            "defer-fact": facts.defer,
            "split-fact": facts.more.split,
            "merge-facts": facts.more.merge,
            "duplicate-fact": facts.more.duplicate,
            "compare": self._compare,
            "fact-history": facts.more.show_history,
            "open-source": facts.more.open_source,
            "project-facts": self._project_facts,
            "toggle-rejected": facts.listing.toggle_rejected,
            "add-property": lambda: new_property(self.desk, self._main),
            "check-project": lambda: upkeep.check(self.desk, self._main),
            "back-up": lambda: upkeep.back_up(self.desk, self._main),
            **{name: lambda name=name: self.review_presenter.functions()[name]() for name in REVIEWS},  # type: ignore[misc]
            **{name: lambda name=name: self.later.sheets_presenter.functions()[name]() for name in SHEETS},  # type: ignore[misc]
            "review-reason": self._give_reason,
        }

    def marks(self) -> dict[str, bool]:
        """Which of the commands that are choices are on."""
        return {
            "review-scope": self.later.has("review_presenter") and self.review_presenter.whole,
            "toggle-omissions": not self.later.has("omissions") or self.omissions.visible,
            "toggle-hedges": self.later.has("hedges") and self.hedges.visible,
            "toggle-noise": self.reader.noise_shown,
            "toggle-rejected": self.facts_presenter.listing.asked.rejected,
        }

    def open_first_article(self) -> None:
        """Open the project's first article."""
        cards = library.articles(self.desk.runner)
        if cards:
            self.desk.selection.show_article(cards[0].id)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_telling_fact(self) -> None:
        """Select the open article's capacity with the most passages, or whatever has the most."""
        selection = self.desk.selection
        views = library.article_facts(self.desk.runner, selection.article_id) if selection.article_id else ()
        if views:
            telling = max(views, key=lambda view: (view.property.family is Family.CAPACITY, len(view.evidence)))
            selection.show_fact(telling.fact.id)

    def keys(self) -> list[tuple[str, str]]:
        """The keys worth showing where the focus is, as they now are."""
        return context_keys.caps(keys_here(self), self.desk.words)

    def _tell_keys(self) -> None:
        """What is marked, or what is left to mark, has changed: other keys serve."""
        self._main.status.show_keys(self.keys())

    def _tell_drawn(self) -> None:
        """The chart, or a sheet, shows other facts, or none that could be gone through."""
        if self.desk.selection.view in {"charts", "sheets"}:
            self._tell_keys()
            self._main.status.show_progress(self.progress_text())

    def progress_text(self) -> str:
        """How far the work in the view in front is."""
        return views_here.progress_text(self)

    def may_close(self) -> bool:
        """Save what is typed and not saved yet; tell whether the project may be closed."""
        reviewed = not self.later.has("review_presenter") or self.review_presenter.may_close()
        return reviewed and self.facts_presenter.may_close()

    def close(self) -> None:
        """Let go of the project."""
        self.waking.finish()
        self.facts_presenter.close()
        if self.later.has("sheets_presenter"):
            self.later.sheets_presenter.close()
        if self.later.has("watching"):
            self.watching.finish()
        if self.later.has("timeline"):
            self.timeline.pane.deleteLater()
        self.desk.runner.store.close()
        self.deleteLater()

    def _project_facts(self) -> None:
        """The facts of the whole project, ready to be narrowed by a text; the pane comes back if it was folded."""
        self.desk.selection.show_view("read")
        if not self._main.panes_shown[1]:
            self._main.toggle_facts()
        self.facts_presenter.listing.open_text()

    def _join(self) -> None:
        selection, reader = self.desk.selection, self.reader
        reader.new_fact_wanted.connect(lambda _start, _end: self.facts_presenter.new_fact())
        reader.review_wanted.connect(lambda: selection.show_view("review"))
        reader.nothing_to_drop.connect(lambda: self._main.concentrate(False))
        reader.edit_wanted.connect(self._return_pressed)
        selection.marked.connect(self._tell_keys)
        reader.omissions.told.connect(self._tell_keys)
        for pane in (reader, self.facts):
            pane.key_pressed.connect(self._pane_key)
        self.later.made.connect(self._follow)
        selection.view_changed.connect(self._main.show_view)
        # Queued: whoever takes the keyboard when its view goes or comes has done so by then.
        selection.view_changed.connect(self.round.land, Qt.ConnectionType.QueuedConnection)
        self._main.folded.connect(self.round.land, Qt.ConnectionType.QueuedConnection)
        reader.import_wanted.connect(self.sidebar.import_asked)
        self.sidebar.import_asked.connect(self.later.function("flow", "ask_files"))
        self.sidebar.rail_asked.connect(self._main.toggle_sidebar)

    def _follow(self, part: str) -> None:
        """Join what was made later to the others."""
        if part == "review":
            self.review.key_pressed.connect(self._pane_key)
            self.facts_presenter.learned.follow(self.review.card)
        elif part == "review_presenter":
            self.review_presenter.turned.connect(self._tell_keys)
        elif part == "charts_presenter":
            self.charts_presenter.drawn.connect(self._tell_drawn)
        elif part == "sheets":
            self.later.sheets.panel.list.key_pressed.connect(self._pane_key)
        elif part == "sheets_presenter":
            self.later.sheets_presenter.shown.connect(self._tell_drawn)
        elif part == "flow":
            self.flow.occupied = lambda: is_occupied(self)
        elif part == "omissions":
            self.omissions.counted.connect(self.sidebar_presenter.completeness.tell)

    def _return_pressed(self) -> None:
        """Return in the article: change the selected fact, or in a review keep what is being changed."""
        if self.desk.selection.view == "review":
            self.review_presenter.keep()
        else:
            self.facts_presenter.edit()

    def _pane_key(self, keys: str) -> None:
        """A key that no shortcut may have, handed over by the pane that it was pressed in."""
        view = self.desk.selection.view
        if view == "review" and keys == "Return":
            self.review_presenter.keep()
            return
        scopes = PANE_KEYS_OF.get(view, (Scope.READ, Scope.READING))
        function = self.functions().get(self.desk.words.keys.at_pane(keys, *scopes))
        if function is not None:
            function()

    def _export(self) -> None:
        """The sheet in front; in any other view everything."""
        (self.later.sheets_presenter if self.desk.selection.view == "sheets" else self.flow).export()

    def _move_bound(self, last: bool, forward: bool) -> None:
        """Of what is chosen in the text; in a review of the card's passage, once that is begun."""
        if self.desk.selection.view != "review" or self.reader.selected_span() is not None:
            self.reader.move_bound(last, forward)

    def _compare(self) -> None:
        """What contradicts the fact: in a review on the table, else in the article."""
        reviewing = self.desk.selection.view == "review"
        (self.review_presenter.compare if reviewing else self.facts_presenter.more.compare)()

    def _delete_fact(self) -> None:
        """What is selected goes; in a review what is on the table, and the next card comes."""
        reviewing = self.desk.selection.view == "review"
        (self.review_presenter.deciding.delete if reviewing else self.later.fact_deleting.delete)()

    def _give_reason(self) -> None:
        """Say why the selected fact's value counts; in a review that of the card, or of the last one corrected."""
        reviewing = self.desk.selection.view == "review"
        (self.review_presenter.deciding.give_reason if reviewing else self.later.reasoning.give)()
