"""A second start reaches the window that is open, whoever was killed before; nobody else can make it do anything."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from maeditor.ui.handover import LONGEST, Reception, _server_name

ROOT = Path(__file__).resolve().parents[2]
CALL = "import sys; from pathlib import Path; from maeditor.ui.handover import hand_over; "
CALL += "sys.exit(0 if hand_over(Path(sys.argv[1]), sys.argv[2], sys.argv[3]) else 3)"


@pytest.fixture
def reception(tmp_path, qtbot):
    held = Reception(tmp_path)
    assert held.take()
    held.open()
    yield held
    held.close()


def second_start(folder, project="", link=""):
    return subprocess.Popen(
        [sys.executable, "-c", CALL, str(folder), project, link], cwd=ROOT, env={"PYTHONPATH": str(ROOT)}
    )


def test_a_second_start_is_heard_and_ends(qtbot, tmp_path, reception):
    with qtbot.waitSignal(reception.asked, timeout=20_000) as heard:
        process = second_start(tmp_path, "/projets/été.maed", "maeditor://fact/1")
    assert heard.args == ["/projets/été.maed", "maeditor://fact/1"]
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    assert process.returncode == 0


def test_only_one_has_the_place_until_it_gives_it_up(tmp_path, reception):
    later = Reception(tmp_path)
    assert not later.take()
    later.open()
    assert later._server is None
    reception.close()
    assert later.take()
    later.close()


def test_the_place_of_a_process_that_was_killed_is_free(tmp_path, qtbot):
    held = "import sys; from pathlib import Path; from maeditor.ui.handover import Reception; "
    held += "it = Reception(Path(sys.argv[1])); assert it.take(); print('held', flush=True); sys.stdin.read()"
    process = subprocess.Popen(
        [sys.executable, "-c", held, str(tmp_path)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"held\n"
    later = Reception(tmp_path)
    assert not later.take()
    process.kill()
    process.communicate()
    assert later.take()
    later.close()


@pytest.mark.parametrize(
    "sent",
    [
        b"\n",
        b"{}\n",
        b"[1]\n",
        b'{"project": 1, "link": null}\n',
        b"\xff\xfe\n",
        b"[" * 5000 + b"\n",
        b"x" * (LONGEST + 1),
    ],
)
def test_what_is_no_request_is_hung_up_on(qtbot, tmp_path, reception, sent):
    asked = []
    reception.asked.connect(lambda *request: asked.append(request))
    caller = QLocalSocket()
    caller.connectToServer(_server_name(tmp_path))
    with qtbot.waitSignal(caller.disconnected, timeout=20_000):
        caller.write(sent)
    assert asked == []
    assert caller.readAll().data() == b""


def test_where_nobody_answers_the_second_start_opens_its_own(tmp_path, monkeypatch):
    from maeditor.ui import handover

    monkeypatch.setattr(handover, "PATIENCE_MS", 120)
    assert not handover.hand_over(tmp_path, "", "")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets in the file system are Unix's")
def test_others_on_this_machine_cannot_reach_it(tmp_path, reception):
    path = Path(reception._server.fullServerName())
    assert path.stat().st_mode & 0o077 == 0
