"""Reads sheets and previews when the view is in front and something they show has changed; saves what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from maeditor.domain.changes import Done
from maeditor.domain.sheets import Sheet
from maeditor.services import library, previewing, sheets
from maeditor.services.since_export import SinceExport, last_export_of_each
from maeditor.ui.announcing import announce
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import JobHandle, Jobs
from maeditor.ui.sheets import prepared
from maeditor.ui.sheets.cards import SheetCard
from maeditor.ui.sheets.changes_page import SheetChange
from maeditor.ui.sheets.moments import moment_text
from maeditor.ui.sheets.pane import SheetsPane
from maeditor.ui.workbook_export import WorkbookExport

if TYPE_CHECKING:
    from maeditor.domain.sheets import Export
    from maeditor.services.previewing import SheetPreview

VIEW = "sheets"
ROWS = 200
SHOWN = ("facts", "evidence", "passages", "articles", "properties", "sheets", "dismissals")
"""The tables that a preview reads."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands beside the preview."""

    counts: dict[str, int]
    exports: dict[str, Export]
    since: SinceExport | None
    changes: list[SheetChange]


class SheetsPresenter(QObject):
    """Between the project and the sheets pane."""

    shown = Signal()
    """Another sheet is in front, or none, or its facts are counted."""

    def __init__(self, desk: Desk, pane: SheetsPane) -> None:
        super().__init__(pane)
        self._desk, self._pane = desk, pane
        self._sheets: tuple[Sheet, ...] = ()
        self._counts: dict[str, int] = {}
        self._exports: dict[str, Export] = {}
        self._chosen = ""
        self._stale, self._round = True, 0
        # Of its own: previews only read, and do not wait for an import to end.
        self._jobs = Jobs(self)
        self._jobs.crashed.connect(desk.jobs.crashed)
        self.out = WorkbookExport(desk, pane)
        self.out.exported.connect(self._look_around)
        self._join()
        self._view_changed(desk.selection.view)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet in front."""
        return next((each for each in self._sheets if each.id == self._chosen), None)

    @property
    def resting(self) -> bool:
        """Tell whether all that is to be shown is shown."""
        return not self._jobs.running

    def count_text(self) -> str:
        """How many facts the sheet in front holds, for the status bar."""
        count = self._counts.get(self._chosen)
        return "" if count is None else self._desk.words.say("shell.facts", count=count)

    def functions(self) -> dict[str, Callable[[], None]]:
        """What the commands of this view call."""
        return {
            "new-sheet": self.new,
            "duplicate-sheet": self.duplicate,
            "rename-sheet": self._pane.panel.rename,
            "delete-sheet": self.delete,
            "sheet-up": lambda: self._move_by(-1),
            "sheet-down": lambda: self._move_by(1),
            "export-sheet": self.export,
        }

    def refresh(self) -> None:
        """Read the sheets again, and the workbook of the one in front behind the window."""
        self._stale = False
        row = next((at for at, each in enumerate(self._sheets) if each.id == self._chosen), 0)
        self._sheets = sheets.sheets(self._desk.runner)
        if self.sheet is None:
            # The one in front is gone: what has come into its place.
            self._chosen = self._sheets[min(row, len(self._sheets) - 1)].id if self._sheets else ""
        self._show()
        self._prepare()

    def new(self) -> None:
        """A sheet of what is accepted so far or not decided yet, under a title that no other has."""
        title = self._free_title(self._desk.words.say("sheets.new_title"))
        self._added(lambda: sheets.add_sheet(self._desk.runner, title), rename=True)

    def duplicate(self) -> None:
        """Another sheet like the one in front, right after it."""
        sheet = self.sheet
        if sheet is not None:
            title = self._free_title(self._desk.words.say("sheets.copy_title", title=sheet.title))
            self._added(lambda: sheets.duplicate_sheet(self._desk.runner, sheet.id, title))

    def delete(self) -> None:
        """Take the sheet in front out of the project; no question, for that can be taken back."""
        sheet = self.sheet
        if sheet is not None:
            self._desk.act(lambda: sheets.delete_sheet(self._desk.runner, sheet.id))

    def export(self) -> None:
        """Ask where, and write the workbook of the sheet in front."""
        self._pane.side.choices.settle()
        sheet = self.sheet
        if sheet is None:
            self._desk.notices.hint(self._desk.words.say("sheets.none"))
            return
        last = self._exports.get(sheet.id)
        self.out.ask(sheet.title, sheet, last.path if last is not None else "")

    def close(self) -> None:
        """The project is about to be closed: let what runs come to its end."""
        self._round += 1
        self._jobs.finish()

    def choose(self, sheet_id: str) -> None:
        """Bring a sheet to the front; what was typed over the one before is saved."""
        if sheet_id == self._chosen:
            return
        self._pane.side.choices.settle()
        self._chosen = sheet_id
        self._pane.workbook.show_tabs(())
        self._show()
        self._prepare()
        if self.sheet is not None:
            announce(self._pane, self.sheet.title)

    def _added(self, add: Callable[[], tuple[Done, str]], *, rename: bool = False) -> None:
        made: list[str] = []

        def call() -> Done:
            done, sheet_id = add()
            made.append(sheet_id)
            return done

        if self._desk.act(call) is not None:
            self.choose(made[0])
            self._pane.take_focus()
            if rename:
                self._pane.panel.rename()

    def _change(self, wanted: Sheet) -> None:
        if self._desk.act(lambda: sheets.change_sheet(self._desk.runner, wanted)) is None:
            # Refused: what stands in the fields is what is saved.
            self.refresh()

    def _rename(self, sheet_id: str, title: str) -> None:
        found = next((each for each in self._sheets if each.id == sheet_id), None)
        if found is not None:
            self._change(replace(found, title=title))

    def _set_columns(self, columns: tuple[str, ...]) -> None:
        if self.sheet is not None and columns != self.sheet.columns:
            self._change(replace(self.sheet, columns=columns))

    def _move_by(self, step: int) -> None:
        row = next((at for at, each in enumerate(self._sheets) if each.id == self._chosen), -1)
        if row >= 0 and 0 <= row + step < len(self._sheets):
            self._move(self._chosen, row + step)

    def _move(self, sheet_id: str, place: int) -> None:
        self._desk.act(lambda: sheets.move_sheet(self._desk.runner, sheet_id, place))

    def _open_fact(self, fact_id: str) -> None:
        view = library.fact_view(self._desk.runner, fact_id)
        selection = self._desk.selection
        if view.evidence:
            passage = view.evidence[0].passage
            selection.show_passage(passage.article_id, passage.start, passage.end, fact_id)
        else:
            selection.show_view("read")
            selection.show_article(view.fact.article_id or selection.article_id)
            selection.show_fact(fact_id)

    def _free_title(self, wanted: str) -> str:
        """A title that no sheet has: with the first number that makes it one."""
        taken = {each.title for each in self._sheets}
        numbered = (f"{wanted} {number}" for number in range(2, len(taken) + 3))
        return next(each for each in (wanted, *numbered) if each not in taken)

    def _show(self) -> None:
        cards = [
            SheetCard(each, self._counts.get(each.id), self._exports[each.id].at if each.id in self._exports else "")
            for each in self._sheets
        ]
        pane, sheet = self._pane, self.sheet
        pane.show_cards(cards, self._chosen)
        if sheet is not None:
            pane.side.show_sheet(sheet, tuple(library.properties(self._desk.runner)))
            pane.workbook.show_title(sheet.title, self._note(sheet))
        self.shown.emit()

    def _note(self, sheet: Sheet) -> str:
        words = self._desk.words
        count = self._counts.get(sheet.id)
        columns = sum(each.on for each in self._pane.side.columns.columns.choices)
        parts = [words.say("shell.facts", count=count)] if count is not None else []
        parts += [words.say("sheets.columns_count", count=columns)]
        parts += [words.say(f"sheets.in_{sheet.language or words.language}")]
        return " · ".join(parts)

    def _prepare(self) -> None:
        """Read the workbook of the sheet in front, then what stands beside it."""
        self._round += 1
        number, sheet = self._round, self.sheet
        for job in self._jobs.running:
            job.cancel()
        if sheet is None:
            return
        runner, wording = self._desk.runner, self._desk.words.wording

        def read(handle: JobHandle) -> SheetPreview | None:
            return None if handle.cancelled() else previewing.preview(runner, sheet, wording, ROWS)

        def show(preview: SheetPreview | None) -> None:
            if preview is not None and number == self._round:
                self._pane.workbook.show_tabs(preview.tabs)

        self._jobs.start("sheets.preparing", read, show, self._desk.notices.error_from)
        self._look_around()

    def _look_around(self) -> None:
        number, sheet, every = self._round, self.sheet, self._sheets
        runner, wording = self._desk.runner, self._desk.words.wording
        if sheet is None:
            return

        def read(handle: JobHandle) -> _Around | None:
            if handle.cancelled():
                return None
            since = sheets.changed_since_export(runner, sheet.id, wording)
            changes = prepared.changes_of(runner, since, wording) if since is not None else []
            counts = prepared.counts_of(runner, every, wording.language)
            return _Around(counts, last_export_of_each(runner), since, changes)

        def show(around: _Around | None) -> None:
            if around is not None and number == self._round:
                self._counts, self._exports = around.counts, around.exports
                self._pane.side.show_changes(self._since_text(around), around.changes)
                self._show()

        self._jobs.start("sheets.preparing", read, show, self._desk.notices.error_from)

    def _since_text(self, around: _Around) -> str:
        words, since = self._desk.words, around.since
        if since is None:
            return words.say("sheets.not_yet", export=words.called("export-workbook"))
        when, name = moment_text(since.at, words.wording), since.path.replace("\\", "/").rpartition("/")[2]
        if since.same:
            return words.say("sheets.same_since", when=when, name=name)
        all_of_them = len(since.added) + len(since.changed) + len(since.gone)
        return words.say("sheets.changed_since", count=all_of_them, when=when, name=name)

    def _changed(self, done: Done) -> None:
        if not done.touches(*SHOWN):
            return
        self._stale = True
        if self._desk.selection.view != VIEW:
            return
        moved = done.record_ids("sheets")
        self.refresh()
        if len(moved) == 1 and not self._desk.bulletin.foreign and any(each.id == moved[0] for each in self._sheets):
            # Brought back, or changed out of turn: the person sees what became of it.
            self.choose(moved[0])

    def _view_changed(self, view: str) -> None:
        if view != VIEW:
            self._pane.side.choices.settle()
            return
        if self._stale:
            self.refresh()
        self._pane.take_focus()

    def _join(self) -> None:
        desk, pane = self._desk, self._pane
        desk.bulletin.changed.connect(self._changed)
        desk.selection.view_changed.connect(self._view_changed)
        desk.words.changed.connect(self._reworded)
        pane.new_wanted.connect(self.new)
        pane.panel.chosen.connect(self.choose)
        pane.panel.wanted.connect(lambda name: self.functions()[name]())
        pane.panel.moved.connect(self._move)
        # Queued: what was typed over a title is still being put away.
        pane.panel.model.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        pane.workbook.export_wanted.connect(self.export)
        pane.side.choices.wanted.connect(self._change)
        pane.side.columns_wanted.connect(self._set_columns)
        pane.side.refused.connect(lambda key: desk.notices.hint(desk.words.say(key)))
        pane.side.changes.list.opened.connect(self._open_fact)

    def _reworded(self) -> None:
        """Another language: headings and labels are other ones."""
        self._stale = True
        if self._desk.selection.view == VIEW:
            self.refresh()
