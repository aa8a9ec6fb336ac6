"""Composes the window: theme, words, jobs, and for an open project its desk, panes and presenters."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from maeditor.domain.errors import MaeditorError
from maeditor.services.naming import SUFFIX
from maeditor.ui import clipboard, context_keys
from maeditor.ui.bulletin import Bulletin
from maeditor.ui.choices import Choices
from maeditor.ui.command_table import Scope
from maeditor.ui.commands import Commands
from maeditor.ui.held_project import cannot_open
from maeditor.ui.help_pages import HelpPages
from maeditor.ui.jobs import Jobs
from maeditor.ui.keyboard import KeyboardFilter
from maeditor.ui.main_window import MainWindow
from maeditor.ui.preferences import Preferences
from maeditor.ui.remembering import is_there, keep_layout, keep_place, restore_place
from maeditor.ui.selection import Selection
from maeditor.ui.settings import Settings, data_folder
from maeditor.ui.unproposed import take_up
from maeditor.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from maeditor.services.runner import ActionRunner
    from maeditor.ui.history import History
    from maeditor.ui.workspace import Workspace

VIEW_SCOPES = {
    "read": (Scope.READING, Scope.READ),
    "review": (Scope.READING, Scope.REVIEW),
    "charts": (Scope.CHARTS,),
    "sheets": (Scope.SHEETS,),
}
"""Beside what works in every view of a project."""


class Window(QObject):
    """The window and what is open in it."""

    def __init__(self, settings: Settings, language: str = "", *, dark: bool | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.choices = Choices(settings, self, language=language, dark=dark)
        self.words, self.theme = self.choices.words, self.choices.theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Before there are widgets: a menu bar that is there already does not take the font of its class.
            self.theme.apply(application)
        self.jobs = Jobs(self)
        self.main = MainWindow(self.theme, self.words, self.jobs, settings)
        self.workspace: Workspace | None = None
        self.history: History | None = None
        self._preferences = Preferences(self.choices, settings, self.main, lambda: self.workspace)
        self.help = HelpPages(self.theme, self.words, self.main, self.open_sample)
        self.commands = Commands(self.words, self._functions(), self.main)
        self.parts = WindowParts(self.theme, self.words, self.commands, self.main)
        self.commands.give({"keys": self.parts.show_keys, "about": self.parts.show_about})
        self.commands.fill(self.main.menuBar())
        self._keyboard = KeyboardFilter(self.commands.call_keys, self)
        self._listening = False
        self._listen(to_application=True)
        main = self.main
        main.welcome.asked.connect(self.commands.call)
        main.welcome.project_asked.connect(self.open)
        main.files_dropped.connect(self.import_dropped)
        main.closing.connect(self._closing)
        main.folded.connect(self._mark)
        main.status.usual_size_asked.connect(lambda: self.choices.set_zoom(1.0))
        main.status.language_asked.connect(self._other_language)
        self.commands.recent_asked.connect(self.open)
        self.choices.changed.connect(self._mark)
        self.jobs.crashed.connect(self._tell_crash)
        self._show_recent()
        self._mark()

    # Projects

    def open(self, target: str) -> bool:
        """Open a project; what was open is closed first. Tells whether it worked."""
        if self.workspace is not None and self.workspace.target == target:
            return True
        from maeditor.services.projects import open_to_show

        try:
            runner = open_to_show(target, editor=self.choices.editor, former_names=self.choices.former_names)
        except MaeditorError as error:
            cannot_open(self, target, error)
            return False
        return self._show(runner, target)

    def new_project(self) -> None:
        """Choose where, and make an empty project there."""
        say = self.words.say
        file, _kind = QFileDialog.getSaveFileName(
            self.main, say("shell.new_project_title"), say("shell.new_project_name"), self._project_kinds()
        )
        if file:
            self.create(Path(file))

    def create(self, path: Path) -> bool:
        """Make an empty project and open it."""
        from maeditor.services.projects import create_project

        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        try:
            runner = create_project(path, path.stem, editor=self.choices.editor)
        except MaeditorError as error:
            self.main.notices.error_from(error)
            return False
        return self._show(runner, str(path))

    def ask_project(self) -> None:
        """Choose a project and open it."""
        file, _kind = QFileDialog.getOpenFileName(
            self.main, self.words.say("shell.open_project_title"), "", self._project_kinds()
        )
        if file:
            self.open(file)

    def open_sample(self) -> None:
        """Open the sample project on its most telling article; built the first time."""
        from maeditor.services.sample import build_sample

        path = data_folder() / f"exemple{SUFFIX}"
        try:
            if not path.exists():
                build_sample(path)
        except MaeditorError as error:
            self.main.notices.error_from(error)
            return
        if self.open(str(path)) and self.workspace is not None and not self.workspace.desk.selection.fact_id:
            self.show_first_fact()

    def show_first_fact(self) -> None:
        """Select a telling fact of the open article, so that a newcomer sees what a fact is."""
        if self.workspace is not None:
            self.workspace.choose_telling_fact()

    def close_project(self) -> bool:
        """Close the project and show the welcome page; a job that will not stop keeps it open, which it tells."""
        if self.workspace is None:
            return True
        if not self.workspace.may_close():
            return False
        if not self.jobs.finish():
            self.main.notices.hint(self.words.say("notice.still_working"))
            return False
        keep_layout(self.workspace, self.settings)
        keep_place(self.workspace, self.settings)
        workspace, self.workspace, self.history = self.workspace, None, None
        self.main.close_workspace()
        workspace.close()
        self.commands.take(workspace.functions())
        self.commands.enable((Scope.ANYWHERE,))
        self.main.status.show_saved(False)
        self._show_recent()
        self._mark()
        return True

    def import_dropped(self, paths: list[Path]) -> None:
        """Import dropped files; a dropped project is opened instead."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open(str(projects[0]))
        else:
            self._with_project(lambda workspace: workspace.flow.import_paths(paths))

    # Inside

    def _show(self, runner: ActionRunner, target: str) -> bool:
        if not self.close_project():
            runner.store.close()
            return False
        # The store and the panes of a project: loaded at the first one, not for the first page.
        from maeditor.ui.desk import Desk
        from maeditor.ui.history import History
        from maeditor.ui.workspace import VIEWS, Workspace

        bulletin, notices = Bulletin(), self.main.notices
        self.history = History(runner, bulletin, notices, self.words, self.jobs)
        desk = Desk(runner, bulletin, Selection(), self.theme, self.words, self.jobs, notices, self.history.act)
        self.history.large = lambda: desk.large
        workspace = Workspace(desk, self.main, target)
        self.workspace = workspace
        self.settings.add_recent(str(Path(target).absolute()) if "://" not in target else target)
        self.commands.give(workspace.functions())
        workspace.reader.menu_wanted.connect(lambda place: self.parts.reader_menu.open_at(place, desk.selection))
        workspace.facts.menu_wanted.connect(self.parts.ask_about_fact)
        workspace.sidebar.menu_wanted.connect(self.parts.ask_about_article)
        workspace.sidebar.search_asked.connect(self._search)
        workspace.facts_presenter.listing.asked_changed.connect(self._mark)
        workspace.reader.noise_toggled.connect(self._mark)
        self._enable()
        desk.selection.view_changed.connect(lambda _view: self._enable())
        desk.selection.article_changed.connect(lambda _article: self.refresh_status())
        desk.bulletin.changed.connect(lambda _done: self._enable())
        self.main.status.show_saved(True, read_only=runner.store.read_only)
        workspace.waking.after(self._enable)
        workspace.waking.after(lambda: take_up(workspace.flow, target, self.settings))
        self._preferences.prepare(workspace)
        if not restore_place(workspace, self.settings, VIEWS):
            workspace.open_first_article()
        self._show_recent()
        self._mark()
        if not self.choices.editor_known:
            self._preferences.tell_name()
        return True

    def undo(self) -> None:
        """Take back this editor's last action."""
        if self.history is not None:
            self.history.undo()

    def redo(self) -> None:
        """Do again what was last taken back."""
        if self.history is not None:
            self.history.redo()

    def _with_project(self, do: Callable[[Workspace], None]) -> None:
        """Do something with the open project; without one a new one is made first."""
        if self.workspace is None:
            self.new_project()
        if self.workspace is not None:
            do(self.workspace)

    def _functions(self) -> dict[str, Callable[[], None]]:
        """The commands that work with or without a project."""
        main = self.main
        return {
            "new-project": self.new_project,
            "open-project": self.ask_project,
            "open-sample": self.open_sample,
            "import-files": lambda: self._with_project(lambda workspace: workspace.flow.ask_files()),
            "import-folder": lambda: self._with_project(lambda workspace: workspace.flow.ask_folder()),
            "paste-article": lambda: self._with_project(lambda workspace: workspace.flow.paste()),
            "close-project": lambda: self._ignore(self.close_project()),
            "quit": lambda: self._ignore(main.close()),
            "undo": self.undo,
            "redo": self.redo,
            "full-screen": self._toggle_full_screen,
            "toggle-sidebar": main.toggle_sidebar,
            "toggle-facts": main.toggle_facts,
            **self._preferences.functions(),
            **self.help.functions(),
            "search": self._search,
            **self.choices.functions(),
            **clipboard.functions(),
        }

    def _enable(self) -> None:
        workspace = self.workspace
        scopes = [Scope.ANYWHERE]
        if workspace is not None:
            scopes.append(Scope.PROJECT)
            scopes += VIEW_SCOPES.get(workspace.desk.selection.view, ())
        self.commands.enable(scopes)
        if self.history is not None:
            self.commands.actions["undo"].setEnabled(self.history.undoable)
            self.commands.actions["redo"].setEnabled(self.history.redoable)
        self.refresh_status()

    def refresh_status(self) -> None:
        """Show the keys that work where the focus is, and counts, zoom, language."""
        status = self.main.status
        if self.workspace is None:
            status.show_keys(context_keys.caps(context_keys.START, self.words))
            status.show_progress("")
            return
        status.show_keys(self.workspace.keys())
        status.show_progress(self.workspace.progress_text())

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A method and no lambda: the application outlives this window, and Qt lets go of methods by itself."""
        self._keyboard.follow(new or self.main)
        self.refresh_status()

    def _recent(self) -> list[str]:
        return [each for each in self.settings.texts("recent") if "://" in each or is_there(Path(each))]

    def _project_kinds(self) -> str:
        return f"{self.words.say('shell.project_files')} (*{SUFFIX})"

    def _show_recent(self) -> None:
        recent = self._recent()
        self.main.welcome.show_recent(recent)
        self.commands.show_recent(recent)

    def _closing(self) -> None:
        """Let jobs stop at their next look, then close; a job that will not stop keeps the window open."""
        self.main.may_close = self.close_project() and self.jobs.finish()
        if self.main.may_close:
            self._listen(to_application=False)

    def _listen(self, *, to_application: bool) -> None:
        """Follow the application's keys and focus, or let go of them: it outlives this window."""
        application = QApplication.instance()
        if not isinstance(application, QApplication) or to_application is self._listening:
            return
        self._listening = to_application
        if to_application:
            application.focusChanged.connect(self._follow_focus)
            self._keyboard.follow(application.focusWidget() or self.main)
        else:
            self._keyboard.follow(None)
            application.focusChanged.disconnect(self._follow_focus)

    def _ignore(self, _worked: bool) -> None:
        """A command needs no answer: what went wrong was told."""

    def _mark(self) -> None:
        """Put marks and status in line with what is chosen and shown."""
        sidebar, facts = self.main.panes_shown
        marks = {"toggle-sidebar": sidebar, "toggle-facts": facts, "focus-mode": self.main.concentrated}
        if self.workspace is not None:
            marks |= self.workspace.marks()
        self.commands.mark({**self.choices.checked(), **marks})
        self.refresh_status()

    def _other_language(self) -> None:
        self.choices.choose_language("en" if self.words.language == "fr" else "fr")

    def _search(self) -> None:
        """Search and commands over the window, with the project that is open."""
        workspace = self.workspace
        if workspace is None:
            self.parts.palette.open(None, None)
        else:
            visited = tuple(reversed(workspace.reader_presenter.places()))
            self.parts.palette.open(workspace.desk, workspace.reader, visited)

    def _toggle_full_screen(self) -> None:
        self.main.showNormal() if self.main.isFullScreen() else self.main.showFullScreen()
        self.commands.mark({"full-screen": self.main.isFullScreen()})

    def _tell_crash(self, error: Exception) -> None:
        if isinstance(error, MaeditorError):
            self.main.notices.error_from(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
