"""Composes the window: theme, words, jobs, and for an open project its desk, panes and presenters."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from maeditor import __version__
from maeditor.assets import resource
from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.services import library, undoing
from maeditor.services.projects import SUFFIX, create_project, open_project, system_editor
from maeditor.services.runner import ActionRunner
from maeditor.services.sample import build_sample
from maeditor.services.telling import tell_action
from maeditor.ui.bulletin import Bulletin
from maeditor.ui.commands import Commands, Scope
from maeditor.ui.desk import Desk
from maeditor.ui.error_reports import ErrorReports
from maeditor.ui.jobs import Jobs
from maeditor.ui.keyboard import KeyboardFilter
from maeditor.ui.main_window import MainWindow
from maeditor.ui.selection import Selection
from maeditor.ui.settings import Settings, data_folder
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words
from maeditor.ui.workspace import Workspace
from maeditor.wording import system_language

ZOOM_STEPS = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class Window(QObject):
    """The window and what is open in it."""

    def __init__(self, settings: Settings, language: str = "", *, dark: bool | None = None) -> None:
        super().__init__()
        self.settings = settings
        chosen = language or settings.text("language") or system_language()
        self.words = Words(chosen, self)
        self.theme = Theme(dark=self._wants_dark() if dark is None else dark, scale=settings.number("zoom", 1.0))
        self.jobs = Jobs(self)
        self.main = MainWindow(self.theme, self.words, self.jobs, settings)
        self.workspace: Workspace | None = None
        self.commands = Commands(self.words, self._functions(), self.main)
        self.commands.fill(self.main.menuBar())
        self._keyboard = KeyboardFilter(
            {1: lambda: self.commands.call("view-read"), 4: lambda: self.commands.call("view-charts")}, self
        )
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.theme.apply(application)
            application.installEventFilter(self._keyboard)
            application.focusChanged.connect(lambda _old, _new: self.refresh_status())
        main = self.main
        main.welcome.asked.connect(self.commands.call)
        main.welcome.project_asked.connect(self.open)
        main.files_dropped.connect(self.import_dropped)
        main.closing.connect(self._closing)
        self.words.changed.connect(self._reword)
        self.theme.changed.connect(self._mark_choices)
        self.jobs.crashed.connect(self._tell_crash)
        main.welcome.show_recent(self._recent())
        self._mark_choices()
        self.refresh_status()

    # Projects

    def open(self, target: str) -> bool:
        """Open a project; what was open is closed first. Tells whether it worked."""
        try:
            runner = open_project(target, editor=self._editor())
        except MaeditorError as error:
            self.main.notices.error_from(error)
            return False
        self._show(runner, target)
        return True

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
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        try:
            runner = create_project(path, path.stem, editor=self._editor())
        except MaeditorError as error:
            self.main.notices.error_from(error)
            return False
        self._show(runner, str(path))
        return True

    def ask_project(self) -> None:
        """Choose a project and open it."""
        file, _kind = QFileDialog.getOpenFileName(
            self.main, self.words.say("shell.open_project_title"), "", self._project_kinds()
        )
        if file:
            self.open(file)

    def open_sample(self) -> None:
        """Open the sample project on its most telling article; built the first time."""
        path = data_folder() / f"exemple{SUFFIX}"
        try:
            if not path.exists():
                build_sample(path)
        except MaeditorError as error:
            self.main.notices.error_from(error)
            return
        if self.open(str(path)):
            self.show_first_fact()

    def show_first_fact(self) -> None:
        """Select the first fact of the open article, so that a newcomer sees what a fact is."""
        if self.workspace is not None:
            desk = self.workspace.desk
            facts = library.article_facts(desk.runner, desk.selection.article_id)
            if facts:
                telling = max(facts, key=lambda view: (len(view.evidence), -view.fact.number))
                desk.selection.show_fact(telling.fact.id)

    def close_project(self) -> None:
        """Close the project and show the welcome page."""
        if self.workspace is None:
            return
        self.jobs.finish()
        workspace, self.workspace = self.workspace, None
        self.main.close_workspace()
        workspace.close()
        self.commands.take(workspace.functions())
        self.commands.enable((Scope.ANYWHERE,))
        self.main.status.show_saved(False)
        self.main.welcome.show_recent(self._recent())
        self.refresh_status()

    def import_dropped(self, paths: list[Path]) -> None:
        """Import dropped files; a dropped project is opened instead."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open(str(projects[0]))
        else:
            self._with_project(lambda workspace: workspace.flow.import_paths(paths))

    # Inside

    def _show(self, runner: ActionRunner, target: str) -> None:
        self.close_project()
        desk = Desk(
            runner,
            Bulletin(),
            Selection(),
            self.theme,
            self.words,
            self.jobs,
            self.main.notices,
            self._act,
        )
        workspace = Workspace(desk, self.main, target)
        self.workspace = workspace
        self.settings.add_recent(str(Path(target).absolute()) if "://" not in target else target)
        self.commands.give(workspace.functions())
        self._enable()
        desk.selection.view_changed.connect(lambda _view: self._enable())
        desk.bulletin.changed.connect(lambda _done: self._enable())
        self.main.status.show_saved(True)
        workspace.open_first_article()
        self.refresh_status()

    def _act(self, call: Callable[[], Done]) -> Done | None:
        """Do something for the desk: publish it and say so with a way back, or say why it cannot be."""
        done = self._run(call)
        if done is not None:
            self._tell(done, "notice.undo", self.undo)
        return done

    def undo(self) -> None:
        """Take back this editor's last action, also one of yesterday."""
        if self.workspace is not None:
            runner = self.workspace.desk.runner
            done = self._run(lambda: undoing.undo(runner))
            if done is not None:
                self._tell(done, "notice.redo", self.redo)

    def redo(self) -> None:
        """Do again what was last taken back."""
        if self.workspace is not None:
            runner = self.workspace.desk.runner
            done = self._run(lambda: undoing.redo(runner))
            if done is not None:
                self._tell(done, "notice.undo", self.undo)

    def _run(self, call: Callable[[], Done]) -> Done | None:
        try:
            done = call()
        except MaeditorError as error:
            self.main.notices.error_from(error)
            return None
        if self.workspace is not None:
            self.workspace.desk.bulletin.publish(done)
        return done

    def _tell(self, done: Done, label_key: str, back: Callable[[], None]) -> None:
        told = tell_action(done.action, self.words.wording)
        self.main.notices.info(f"{told[:1].upper()}{told[1:]}", self.words.say(label_key), back)

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
            "close-project": self.close_project,
            "quit": lambda: self._leave(main),
            "undo": self.undo,
            "redo": self.redo,
            "larger": lambda: self._zoom(1),
            "smaller": lambda: self._zoom(-1),
            "usual-size": lambda: self._set_zoom(1.0),
            "theme-light": lambda: self._choose_theme("light"),
            "theme-dark": lambda: self._choose_theme("dark"),
            "theme-system": lambda: self._choose_theme("system"),
            "language-fr": lambda: self._choose_language("fr"),
            "language-en": lambda: self._choose_language("en"),
            "full-screen": self._toggle_full_screen,
            "toggle-sidebar": main.toggle_sidebar,
            "toggle-facts": main.toggle_facts,
            "about": self._about,
        }

    def _enable(self) -> None:
        workspace = self.workspace
        scopes = [Scope.ANYWHERE]
        if workspace is not None:
            scopes.append(Scope.PROJECT)
            if workspace.desk.selection.view == "read":
                scopes.append(Scope.READ)
        self.commands.enable(scopes)
        if workspace is not None:
            runner = workspace.desk.runner
            self.commands.actions["undo"].setEnabled(undoing.undoable(runner) is not None)
            self.commands.actions["redo"].setEnabled(undoing.redoable(runner) is not None)
        self.refresh_status()

    def refresh_status(self) -> None:
        """Show the keys that work where the focus is, and counts, zoom, language."""
        status, say = self.main.status, self.words.say
        if self.workspace is None:
            status.show_keys(
                (("↵", "status.key_sample"), ("Ctrl I", "status.key_import"), ("Ctrl O", "status.key_open"))
            )
            status.show_right(say("status.language"))
            return
        status.show_keys(self.workspace.keys())
        zoom = say("status.zoom", percent=round(100 * self.theme.scale))
        parts = [self.workspace.progress_text(), zoom, say("status.language")]
        status.show_right("      ".join(part for part in parts if part))

    def _editor(self) -> str:
        return self.settings.text("editor") or system_editor()

    def _recent(self) -> list[str]:
        return [each for each in self.settings.texts("recent") if "://" in each or Path(each).exists()]

    def _project_kinds(self) -> str:
        return f"{self.words.say('shell.project_files')} (*{SUFFIX})"

    def _leave(self, main: MainWindow) -> None:
        main.close()

    def _closing(self) -> None:
        """Let jobs stop at their next look, then close; a job that will not stop keeps the window open."""
        self.main.may_close = self.jobs.finish()
        if self.main.may_close:
            self.close_project()
        else:
            self.main.notices.info(self.words.say("notice.still_working"))

    def _zoom(self, step: int) -> None:
        nearest = min(range(len(ZOOM_STEPS)), key=lambda at: abs(ZOOM_STEPS[at] - self.theme.scale))
        self._set_zoom(ZOOM_STEPS[min(max(nearest + step, 0), len(ZOOM_STEPS) - 1)])

    def _set_zoom(self, scale: float) -> None:
        self.theme.set_scale(scale)
        self.settings.keep("zoom", scale)
        self.refresh_status()

    def _choose_theme(self, name: str) -> None:
        self.settings.keep("theme", name)
        self.theme.set_dark(self._wants_dark())
        self._mark_choices()

    def _wants_dark(self) -> bool:
        chosen = self.settings.text("theme", "system")
        if chosen == "system":
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return chosen == "dark"

    def _choose_language(self, language: str) -> None:
        self.settings.keep("language", language)
        self.words.set_language(language)
        self._mark_choices()

    def _mark_choices(self) -> None:
        theme, actions = self.settings.text("theme", "system"), self.commands.actions
        for name in ("light", "dark", "system"):
            actions[f"theme-{name}"].setChecked(theme == name)
        for language in ("fr", "en"):
            actions[f"language-{language}"].setChecked(self.words.language == language)

    def _toggle_full_screen(self) -> None:
        self.main.showNormal() if self.main.isFullScreen() else self.main.showFullScreen()
        self.commands.actions["full-screen"].setChecked(self.main.isFullScreen())

    def _about(self) -> None:
        box = QMessageBox(self.main)
        box.setWindowTitle("maeditor")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.words.say("shell.about", version=__version__))
        box.exec()

    def _reword(self) -> None:
        self._mark_choices()
        self.refresh_status()

    def _tell_crash(self, error: Exception) -> None:
        if isinstance(error, MaeditorError):
            self.main.notices.error_from(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


def run(project: str | None, language: str | None) -> int:
    """Open the window and stay until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        return 1
    application.setApplicationName("maeditor")
    application.setWindowIcon(QIcon(str(resource("icons", "maeditor.svg"))))
    reports = ErrorReports(data_folder())
    reports.install()
    window = Window(Settings(), language or "")
    translator = QTranslator(application)
    if translator.load(QLocale(window.words.language), "qtbase", "_", _qt_translations()):
        application.installTranslator(translator)
    reports.caught.connect(
        lambda told: window.main.notices.error(window.words.say("notice.crash", what=told, log=reports.log_path))
    )
    window.main.show()
    window.main.welcome.cards["open-sample"].setFocus(Qt.FocusReason.OtherFocusReason)
    if project:
        window.open(project)
    code = application.exec()
    reports.remove()
    return code


def _qt_translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
