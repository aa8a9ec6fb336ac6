"""A real X server with a French keyboard: keys that only fire in a simulation would cost a French editor every view."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic

import pytest
from window_articles import FRENCH
from witness import ROOT, Witness

TOOLS = ("Xvfb", "xdotool", "setxkbmap")
PATIENCE = 40.0
DOUBTED = "Le fonds des Émirats investira 80 millions de dirhams à Tanger."
"""Dirhams of which country: two readings, a key each."""

SHOW = """
import json, sys
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window

application = QApplication(sys.argv[:1])
settings = Settings(QSettings(sys.argv[2], QSettings.Format.IniFormat))
settings.keep("editor", "x")
window = Window(settings, "fr", dark=False)
window.main.show()
window.open(sys.argv[1])
window.show_first_fact()
last = []

def tell():
    selection = window.workspace.desk.selection
    popup, front = application.activeModalWidget(), application.activeWindow()
    dialog = type(popup).__name__ if popup else ""
    if popup is not None and popup is not front:
        dialog += " without the keyboard"
    focus = application.focusWidget()
    now = {
        "view": selection.view, "article": selection.article_id, "fact": selection.fact_id,
        "scale": window.theme.scale, "dialog": dialog,
        "focus": focus.accessibleName() if focus else "", "active": front is not None,
        "id": int(window.main.winId()),
        "readings": window.workspace.review.card.doubts.count if selection.view == "review" else 0,
    }
    if [now] != last:
        last[:] = [now]
        print(json.dumps(now), flush=True)

timer = QTimer()
timer.timeout.connect(tell)
timer.start(10)
sys.exit(application.exec())
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is no X server on this system"),
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="needs Xvfb, xdotool and setxkbmap"),
]


class Screen:
    """A window of the program on a screen of its own."""

    def __init__(self, display: str, lines: Queue[str]) -> None:
        self._environment, self._lines = {**os.environ, "DISPLAY": display}, lines
        self.state: dict[str, object] = {}

    def press(self, *keys: str) -> None:
        """Press keys by the signs that the layout writes on them."""
        subprocess.run(["xdotool", "key", *keys], env=self._environment, check=True, timeout=PATIENCE)

    def focus(self) -> None:
        """There is no window manager: give the window the keyboard."""
        command = ["xdotool", "windowfocus", "--sync", str(self.state["id"])]
        subprocess.run(command, env=self._environment, check=True, timeout=PATIENCE)

    def wait(self, **wanted: object) -> None:
        """Look until the window is so."""
        deadline = monotonic() + PATIENCE
        while not all(self.state.get(name) == value for name, value in wanted.items()):
            try:
                self.state = json.loads(self._lines.get(timeout=max(deadline - monotonic(), 0.01)))
            except Empty:
                raise AssertionError(f"never {wanted}: {self.state}") from None

    def wait_for_change(self, name: str) -> None:
        """Look until something is otherwise."""
        before, deadline = self.state[name], monotonic() + PATIENCE
        while self.state[name] == before:
            try:
                self.state = json.loads(self._lines.get(timeout=max(deadline - monotonic(), 0.01)))
            except Empty:
                raise AssertionError(f"{name} stays {before}") from None


@pytest.fixture
def screen(request: pytest.FixtureRequest, witness: Witness, tmp_path: Path) -> Iterator[Screen]:
    """A French (or other) keyboard, and a project with two articles."""
    for name, text in (("a.txt", f"{DOUBTED}\n\n{FRENCH}"), ("b.txt", f"Encore.\n\n{FRENCH}")):
        (tmp_path / name).write_text(text, "utf-8")
    project = tmp_path / "p.maed"
    assert witness.run("import", project, tmp_path / "a.txt", tmp_path / "b.txt").returncode == 0
    assert witness.run("propose", project).returncode == 0
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    environment.pop("WAYLAND_DISPLAY", None)
    subprocess.run(["setxkbmap", request.param], env=environment, check=True, timeout=PATIENCE)
    program = subprocess.Popen(
        [sys.executable, "-c", SHOW, str(project), str(tmp_path / "settings.ini")],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    lines: Queue[str] = Queue()

    def read_on() -> None:
        assert program.stdout is not None
        for line in program.stdout:
            lines.put(line)

    reader = Thread(target=read_on)
    reader.start()
    made = Screen(display, lines)
    try:
        made.wait(view="read")
        made.focus()
        made.wait(active=True)
        yield made
    finally:
        program.terminate()
        program.wait(PATIENCE)
        reader.join(PATIENCE)
        assert program.stdout is not None
        program.stdout.close()
        server.terminate()
        server.wait(PATIENCE)


@pytest.mark.parametrize("screen", ["fr"], indirect=True)
def test_a_french_keyboard_reaches_views_text_size_keys_and_settings(screen: Screen) -> None:
    # Above the letters an AZERTY keyboard writes & é " ' ( - è _ ç à where others write 1 to 0.
    screen.press("ctrl+apostrophe")
    screen.wait(view="charts")
    screen.press("ctrl+ampersand")
    screen.wait(view="read")
    screen.press("g", "g")
    screen.wait(view="charts")
    screen.press("g", "a")
    screen.wait(view="read")
    for key in ("j", "k"):
        screen.press(key)
        screen.wait_for_change("fact")
    screen.press("shift+j")
    screen.wait_for_change("article")
    screen.press("ctrl+equal")
    screen.wait(scale=1.15)
    screen.press("ctrl+minus")
    screen.wait(scale=1.0)
    screen.press("question")
    screen.wait(dialog="KeysDialog")
    screen.press("Escape")
    screen.wait(dialog="")
    screen.focus()
    screen.wait(active=True)
    screen.press("ctrl+comma")
    screen.wait(dialog="SettingsDialog")


@pytest.mark.parametrize(("screen", "second"), [("fr", "eacute"), ("fr", "2"), ("us", "2")], indirect=["screen"])
def test_the_digit_row_chooses_a_reading_with_shift_or_without(screen: Screen, second: str) -> None:
    screen.press("ctrl+r")
    screen.wait(view="review")
    while not screen.state["readings"]:
        screen.press("k")
        screen.wait_for_change("fact")
    doubted = screen.state["fact"]
    screen.press(second)
    screen.wait_for_change("fact")
    screen.press("z")
    screen.wait(fact=doubted, readings=2)


@pytest.mark.parametrize("screen", ["us"], indirect=True)
def test_an_american_keyboard_reaches_the_same(screen: Screen) -> None:
    screen.press("ctrl+4")
    screen.wait(view="charts")
    screen.press("ctrl+1")
    screen.wait(view="read")
    screen.press("question")
    screen.wait(dialog="KeysDialog")
