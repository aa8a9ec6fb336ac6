"""The one table of commands: what each is called, its keys, its menu, where it works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QAction

Role = QAction.MenuRole


class Scope(StrEnum):
    """Where a command's keys work."""

    ANYWHERE = "anywhere"
    PROJECT = "project"
    READ = "read"
    READING = "reading"
    """Read and Review: wherever an article is in front."""
    REVIEW = "review"
    CHARTS = "charts"
    SHEETS = "sheets"


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table: ``menu`` may name a submenu (``view/theme``), ``group`` parts a menu by lines.

    Its text is ``command.ID``.
    """

    id: str
    menu: str
    group: int
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.PROJECT
    checkable: bool = False
    role: QAction.MenuRole = Role.NoRole

    @property
    def text_key(self) -> str:
        """Where its text stands."""
        return f"command.{self.id}"


MENUS = ("file", "edit", "view", "article", "fact", "review", "data", "help")

COMMANDS: tuple[Command, ...] = (
    Command("new-project", "file", 0, ("Ctrl+N",), Scope.ANYWHERE),
    Command("open-project", "file", 0, ("Ctrl+O",), Scope.ANYWHERE),
    Command("open-sample", "file", 0, (), Scope.ANYWHERE),
    Command("import-files", "file", 1, ("Ctrl+I",), Scope.ANYWHERE),
    Command("import-folder", "file", 1, (), Scope.ANYWHERE),
    Command("import-facts", "file", 1),
    Command("paste-article", "file", 1, ("Ctrl+V",), Scope.ANYWHERE),
    Command("export-workbook", "file", 2, ("Ctrl+E",)),
    Command("corrections", "file", 2, ("Ctrl+Shift+E",)),
    Command("new-sheet", "file/sheet", 2, ("N",), Scope.SHEETS),
    Command("duplicate-sheet", "file/sheet", 2, ("D",), Scope.SHEETS),
    Command("rename-sheet", "file/sheet", 2, ("F2",), Scope.SHEETS),
    Command("sheet-up", "file/sheet", 2, ("Alt+Up",), Scope.SHEETS),
    Command("sheet-down", "file/sheet", 2, ("Alt+Down",), Scope.SHEETS),
    Command("export-sheet", "file/sheet", 2, (), Scope.SHEETS),
    Command("delete-sheet", "file/sheet", 2, ("Del",), Scope.SHEETS),
    Command("export-csv", "file/formats", 2),
    Command("export-annotations", "file/formats", 2),
    Command("export-qda", "file/formats", 2),
    Command("export-copy", "file/formats", 2),
    Command("export-fact-sheet", "file/formats", 2),
    Command("export-chart-png", "file", 2),
    Command("export-chart-svg", "file", 2),
    Command("checkpoint", "file", 3, ("Ctrl+S",)),
    Command("return-to-checkpoint", "file", 3),
    Command("print", "file", 4, ("Ctrl+P",), Scope.READING),
    Command("close-project", "file", 5, ("Ctrl+W",)),
    Command("quit", "file", 5, ("Ctrl+Q",), Scope.ANYWHERE, role=Role.QuitRole),
    Command("undo", "edit", 0, ("Ctrl+Z",)),
    Command("redo", "edit", 0, ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("history", "edit", 0, ("Ctrl+Shift+H",)),
    Command("cut", "edit", 1, ("Ctrl+X",), Scope.ANYWHERE),
    Command("copy", "edit", 1, ("Ctrl+C",), Scope.ANYWHERE),
    Command("copy-with-source", "edit", 1, ("Ctrl+Shift+C",), Scope.READING),
    Command("paste", "edit", 1, (), Scope.ANYWHERE),
    Command("select-all", "edit", 1, ("Ctrl+A",), Scope.ANYWHERE),
    Command("search", "edit", 2, ("Ctrl+K",), Scope.ANYWHERE),
    Command("find", "edit", 2, ("Ctrl+F",), Scope.READING),
    Command("find-next", "edit", 2, ("F3",), Scope.READING),
    Command("find-previous", "edit", 2, ("Shift+F3",), Scope.READING),
    Command("project-facts", "edit", 2, ("Ctrl+Shift+F",)),
    Command("editor-name", "edit", 3, (), Scope.ANYWHERE),
    Command("settings", "edit", 3, ("Ctrl+,",), Scope.ANYWHERE, role=Role.PreferencesRole),
    Command("view-read", "view", 0, ("Ctrl+1", "G, A")),
    Command("view-review", "view", 0, ("Ctrl+2", "G, R")),
    Command("view-charts", "view", 0, ("Ctrl+4", "G, G")),
    Command("view-sheets", "view", 0, ("Ctrl+5", "G, F")),
    Command("toggle-sidebar", "view", 1, ("Ctrl+B",), checkable=True),
    Command("toggle-facts", "view", 1, ("Ctrl+Shift+B",), Scope.READ, checkable=True),
    Command("focus-mode", "view", 1, ("F",), Scope.READ, checkable=True),
    Command("next-pane", "view", 1, ("F6",)),
    Command("previous-pane", "view", 1, ("Shift+F6",)),
    Command("back", "view", 2, ("Alt+Left",)),
    Command("forward", "view", 2, ("Alt+Right",)),
    Command("page-down", "view", 2, ("Space",), Scope.READ),
    Command("page-up", "view", 2, ("Shift+Space",), Scope.READ),
    Command("larger", "view/text", 3, ("Ctrl++", "Ctrl+="), Scope.ANYWHERE),
    Command("smaller", "view/text", 3, ("Ctrl+-",), Scope.ANYWHERE),
    Command("usual-size", "view/text", 3, ("Ctrl+0",), Scope.ANYWHERE),
    Command("theme-light", "view/theme", 3, (), Scope.ANYWHERE, checkable=True),
    Command("theme-dark", "view/theme", 3, (), Scope.ANYWHERE, checkable=True),
    Command("theme-system", "view/theme", 3, (), Scope.ANYWHERE, checkable=True),
    Command("language-fr", "view/language", 3, (), Scope.ANYWHERE, checkable=True),
    Command("language-en", "view/language", 3, (), Scope.ANYWHERE, checkable=True),
    Command("toggle-rejected", "view", 4, (), Scope.READ, checkable=True),
    Command("toggle-noise", "view", 4, (), Scope.READ, checkable=True),
    Command("toggle-omissions", "view", 4, (), Scope.READING, checkable=True),
    Command("toggle-hedges", "view", 4, (), Scope.READING, checkable=True),
    Command("chart-table", "view", 4, ("T",), Scope.CHARTS),
    Command("full-screen", "view", 5, ("F11",), Scope.ANYWHERE, checkable=True),
    Command("previous-article", "article", 0, ("Ctrl+PgUp", "Shift+K")),
    Command("next-article", "article", 0, ("Ctrl+PgDown", "Shift+J")),
    Command("next-omission", "article", 1, ("F8",), Scope.READING),
    Command("previous-omission", "article", 1, ("Shift+F8",), Scope.READING),
    Command("article-details", "article", 2, ("F2",), Scope.READING),
    Command("open-source", "article", 2, ("O",), Scope.READING),
    Command("propose-again", "article", 2),
    Command("finish-article", "article", 2),
    Command("delete-article", "article", 3),
    Command("new-fact", "fact", 0, ("N",), Scope.READ),
    Command("highlight", "fact", 0, ("H",), Scope.READ),
    Command("link-selection", "fact", 0, ("L",), Scope.READ),
    Command("dismiss-figure", "fact", 0, ("D",), Scope.READ),
    Command("grow-selection", "fact", 0, ("M",), Scope.READ),
    Command("shrink-selection", "fact", 0, ("Shift+M",), Scope.READ),
    Command("end-left", "fact/bounds", 0, ("Alt+Shift+Left",), Scope.READING),
    Command("end-right", "fact/bounds", 0, ("Alt+Shift+Right",), Scope.READING),
    Command("start-sooner", "fact/bounds", 0, ("Alt+Shift+Home",), Scope.READING),
    Command("start-later", "fact/bounds", 0, ("Alt+Shift+End",), Scope.READING),
    Command("next-fact", "fact", 1, ("J",), Scope.READ),
    Command("previous-fact", "fact", 1, ("K",), Scope.READ),
    Command("accept-fact", "fact", 2, ("A",), Scope.READ),
    Command("reject-fact", "fact", 2, ("R", "X"), Scope.READ),
    Command("defer-fact", "fact", 2, (), Scope.READ),
    Command("reopen-fact", "fact", 2, (), Scope.READ),
    Command("edit-fact", "fact", 3, ("E", "Return"), Scope.READ),
    Command("review-all-fields", "fact/field", 3, ("E",), Scope.REVIEW),
    Command("review-value", "fact/field", 3, ("V",), Scope.REVIEW),
    Command("review-comparator", "fact/field", 3, ("Q",), Scope.REVIEW),
    Command("review-unit", "fact/field", 3, ("U",), Scope.REVIEW),
    Command("review-property", "fact/field", 3, ("P",), Scope.REVIEW),
    Command("review-subject", "fact/field", 3, ("S",), Scope.REVIEW),
    Command("review-status", "fact/field", 3, ("T",), Scope.REVIEW),
    Command("review-date", "fact/field", 3, ("D",), Scope.REVIEW),
    Command("review-bounds", "fact/field", 3, ("B",), Scope.REVIEW),
    Command("split-fact", "fact", 3, (), Scope.READ),
    Command("merge-facts", "fact", 3, (), Scope.READ),
    Command("duplicate-fact", "fact", 3, (), Scope.READ),
    Command("remove-evidence", "fact", 3, ("Del",), Scope.READ),
    Command("compare", "fact", 4, ("C",), Scope.READING),
    Command("fact-history", "fact", 4, ("I",), Scope.READING),
    Command("delete-fact", "fact", 4, ("Ctrl+Del",), Scope.READING),
    Command("review", "review", 0, ("Ctrl+R",)),
    Command("review-scope", "review", 0, (), Scope.REVIEW, checkable=True),
    Command("review-accept", "review", 1, ("A",), Scope.REVIEW),
    Command("review-reject", "review", 1, ("R", "X"), Scope.REVIEW),
    Command("review-later", "review", 1, ("Space",), Scope.REVIEW),
    Command("review-undo", "review", 1, ("Z", "Backspace"), Scope.REVIEW),
    Command("review-next", "review", 2, ("J",), Scope.REVIEW),
    Command("review-previous", "review", 2, ("K",), Scope.REVIEW),
    Command("review-link", "review", 3, ("L",), Scope.REVIEW),
    Command("review-split", "review", 3, ("Y",), Scope.REVIEW),
    Command("review-reading-1", "review/reading", 3, ("1",), Scope.REVIEW),
    Command("review-reading-2", "review/reading", 3, ("2",), Scope.REVIEW),
    Command("review-reading-3", "review/reading", 3, ("3",), Scope.REVIEW),
    Command("review-reading-4", "review/reading", 3, ("4",), Scope.REVIEW),
    Command("review-reason", "review", 3, ("W",), Scope.READING),
    Command("review-auto-advance", "review", 4, (), Scope.PROJECT, checkable=True),
    Command("single-keys", "review", 4, (), Scope.ANYWHERE, checkable=True),
    Command("add-property", "data", 0),
    Command("check-project", "data", 1),
    Command("back-up", "data", 1),
    Command("keys", "help", 0, ("F1", "?"), Scope.ANYWHERE),
    Command("getting-started", "help", 0, (), Scope.ANYWHERE),
    Command("open-log", "help", 0, (), Scope.ANYWHERE),
    Command("about", "help", 0, (), Scope.ANYWHERE, role=Role.AboutRole),
)
