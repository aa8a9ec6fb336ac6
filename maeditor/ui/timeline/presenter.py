"""The drawer's work: reads the history in pages, opens a step, takes it back or says what stands on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from maeditor.domain.changes import Done
from maeditor.domain.errors import BlockedRevertError, MaeditorError
from maeditor.services import library, listing, retracing, undoing
from maeditor.services.retracing import PAGE, Scope, Step
from maeditor.ui import fact_text
from maeditor.ui.announcing import announce
from maeditor.ui.desk import Desk
from maeditor.ui.timeline.model import Said
from maeditor.ui.timeline.pane import TimelinePane

ALL, MINE, EDITOR = "all", "mine", "editor:"
ARTICLE, FACT, NOTICES = "article", "fact", "notices"
MOST_READ = 2000
"""Steps read again at once after a change; below them the list is read page by page anew."""


class TimelinePresenter(QObject):
    """Opens over the work and gives the keyboard back when it goes."""

    def __init__(self, desk: Desk, pane: TimelinePane, return_to: Callable[[str], None]) -> None:
        super().__init__(pane)
        self._desk, self.pane = desk, pane
        self._return_to = return_to
        self._came_from: QWidget | None = None
        pane.model.read_more = self._page_below
        pane.model.describe = self._describe
        pane.model.describe_several = self._describe_several
        pane.closed.connect(self.close)
        pane.opened.connect(self.open_step)
        pane.turned.connect(self._turn)
        pane.sought.connect(self.seek)
        pane.record_wanted.connect(self._show_record)
        pane.scope_changed.connect(self._filter)
        desk.bulletin.changed.connect(self._follow)
        desk.words.changed.connect(self._reword)

    @property
    def shown(self) -> bool:
        """Tell whether the drawer is open."""
        return self.pane.isVisible()

    @property
    def has_focus(self) -> bool:
        """Tell whether the keyboard is in the drawer."""
        focus = QApplication.focusWidget()
        return self.shown and focus is not None and self.pane.isAncestorOf(focus)

    def toggle(self) -> None:
        """Open the drawer on all of the project's actions; where it has the keyboard already, close it."""
        if self.has_focus:
            self.close()
        else:
            self._open()

    def close(self) -> None:
        """Close the drawer; the keyboard goes back to where it was."""
        if not self.shown:
            return
        self.pane.hide()
        back, self._came_from = self._came_from, None
        if back is not None and _is_there(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_step(self, action_id: str) -> None:
        """Show what an action changed."""
        desk = self._desk
        steps = retracing.retell(desk.runner, desk.words.wording, [action_id])
        if steps:
            self.pane.show_detail(steps[0], retracing.trace(desk.runner, action_id, desk.words.wording))

    def seek(self, action_id: str) -> None:
        """Go to an action, however far down: with all actions listed, and opened."""
        desk = self._desk
        wanted = retracing.retell(desk.runner, desk.words.wording, [action_id])
        if not wanted:
            return
        if self.pane.model.row_of(action_id) < 0:
            self.pane.scope.who.setCurrentIndex(0)
            self.pane.scope.choose_about(ALL)
            seq = wanted[0].action.seq
            steps = retracing.history_page(desk.runner, desk.words.wording, down_to=seq, limit=_ENDLESS)
            more = retracing.history_page(desk.runner, desk.words.wording, before=seq)
            self.pane.show_steps((*steps, *more), action_id, complete=len(more) < PAGE)
        self.pane.choose(action_id)
        self.open_step(action_id)

    def _show_record(self, fact_id: str, article_id: str) -> None:
        """Turn to what was changed, behind the drawer; what is gone by now is said to be."""
        desk = self._desk
        try:
            if fact_id:
                view = library.fact_view(desk.runner, fact_id)
                place = view.evidence[0].passage if view.evidence else None
                if place is not None:
                    desk.selection.show_passage(place.article_id, place.start, place.end, fact_id)
                    return
                article_id = view.fact.article_id
            if article_id:
                library.open_article(desk.runner, article_id)
                desk.selection.show_view("read")
                desk.selection.show_article(article_id)
            if fact_id:
                desk.selection.show_fact(fact_id)
        except MaeditorError as error:
            desk.notices.error_from(error)

    def _open(self) -> None:
        if not self.has_focus:
            self._came_from = QApplication.focusWidget()
        self.pane.show_list()
        self._offer()
        self.pane.scope.who.setCurrentIndex(0)
        self.pane.scope.choose_about(ALL)
        self._read("")
        self.pane.place()
        self.pane.show()
        self.pane.raise_()
        # A notice is read whole, also above the drawer.
        self.pane.stackUnder(self._desk.notices)
        self.pane.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offer(self) -> None:
        desk, say = self._desk, self._desk.words.say
        who = [(ALL, say("timeline.who_all")), (MINE, say("timeline.who_mine"))]
        who += [(EDITOR + name, name) for name in retracing.editors(desk.runner) if name not in desk.runner.names]
        about = [(ALL, say("timeline.about_all"))]
        if desk.selection.article_id:
            about.append((ARTICLE, say("timeline.about_article")))
        if desk.selection.fact_id:
            try:
                label = library.fact_view(desk.runner, desk.selection.fact_id).fact.label
            except MaeditorError:
                label = ""
            if label:
                about.append((FACT, say("timeline.about_fact", fact=label)))
        about.append((NOTICES, say("timeline.about_notices")))
        self.pane.scope.offer(who, about)

    def _scope(self) -> Scope:
        desk, scope = self._desk, self.pane.scope
        who, about = str(scope.who.currentData() or ALL), str(scope.about.currentData() or ALL)
        if who == MINE:
            editors: tuple[str, ...] = desk.runner.names
        else:
            editors = (who.removeprefix(EDITOR),) if who.startswith(EDITOR) else ()
        return Scope(
            editors,
            desk.selection.fact_id if about == FACT else "",
            desk.selection.article_id if about == ARTICLE else "",
        )

    def _filter(self) -> None:
        self._read("")

    def _read(self, chosen: str, count: int = PAGE) -> None:
        desk = self._desk
        if self.pane.scope.about.currentData() == NOTICES:
            self.pane.show_said([Said(each.text, each.at, each.error) for each in reversed(desk.notices.past)])
            return
        steps = retracing.history_page(desk.runner, desk.words.wording, self._scope(), limit=count)
        self.pane.show_steps(steps, chosen, complete=len(steps) < count)

    def _page_below(self, last: Step) -> Sequence[Step]:
        desk = self._desk
        return retracing.history_page(desk.runner, desk.words.wording, self._scope(), last.action.seq)

    def _describe(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """What facts are, in a few words: value, property, subject."""
        words = self._desk.words.wording
        return {
            view.fact.number: " · ".join(
                part
                for part in (
                    fact_text.isolated(fact_text.value_text(view, words)),
                    view.property.label(words.language),
                    fact_text.isolated(view.fact.subject) if view.fact.subject else "",
                )
                if part
            )
            for view in listing.views(self._desk.runner, numbers)
        }

    def _describe_several(self, numbers: Sequence[int]) -> str:
        """The title of the article that facts stand in, or of how many they are."""
        articles = listing.articles_of(self._desk.runner, numbers)
        if len(articles) == 1:
            return fact_text.isolated(articles[0].title)
        return self._desk.words.say("timeline.articles", count=len(articles)) if articles else ""

    def _turn(self, action_id: str) -> None:
        """Take a step back, or bring it back; what stands on it is named instead."""
        desk = self._desk
        (step,) = retracing.retell(desk.runner, desk.words.wording, [action_id])
        if step.is_checkpoint:
            self._return_to(action_id)
            return
        turn, title = (undoing.take_back, "job.undoing") if step.stands else (undoing.bring_back, "job.redoing")
        size = undoing.weight(desk.runner, action_id)
        desk.large.do(title, size, lambda watch: turn(desk.runner, action_id, watch), failed=self._blocked)

    def _blocked(self, error: MaeditorError) -> None:
        desk = self._desk
        if not isinstance(error, BlockedRevertError) or not error.blocking:
            desk.notices.error_from(error)
            return
        told = retracing.retell(desk.runner, desk.words.wording, [each.id for each in error.blocking])
        self.pane.show_blocked(told)
        announce(self.pane, self.pane.blocked.text.text())

    def _follow(self, _done: Done) -> None:
        """Something was done: the list and the opened step say so at once."""
        if self.shown:
            self._again()

    def _reword(self) -> None:
        if self.shown:
            self._offer()
            self._again()

    def _again(self) -> None:
        pane = self.pane
        opened = pane.step.action.id if pane.in_detail and pane.step is not None else ""
        chosen = pane.list.currentIndex()
        step = pane.model.step_at(chosen.row())
        # The newest stays chosen while things are done; another one is what the person looks at.
        keep = step.action.id if step is not None and chosen.row() > 1 else ""
        self._read(opened or keep, min(max(len(pane.model.steps), PAGE), MOST_READ))
        if opened:
            focus = QApplication.focusWidget()
            self.open_step(opened)
            pane.blocked.show_steps(())
            if focus is pane.button:
                pane.button.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_there(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return bool(isValid(widget)) and widget.isVisible() and widget.isEnabled()


_ENDLESS = 2**31 - 1
