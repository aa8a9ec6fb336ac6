"""Reading foreign files where they do no harm: in a process of its own, with so much time and memory and no more.

A library may hang, crash or eat all memory over a file that somebody made for that, or that a disk broke. Why a process
and not a thread: nothing else can be ended at any time, and takes nothing with it (docs/adr/0011).
"""

from __future__ import annotations

import io
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from maeditor.domain.errors import ConfinedError, MaeditorError, StoppedError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")

_TICK = 0.05
_START = 60.0
"""Seconds a process may take until it can begin; that is the machine's doing, not the file's."""

_ASIDE = 5.0
_MEGABYTE = 1 << 20
_TOO_MUCH = 86
_READY, _DONE, _TOLD, _MEMORY, _BROKEN = b"ready", b"done", b"told", b"memory", b"broken"
_PLAIN = frozenset({"bytearray", "complex", "frozenset", "range", "set", "slice"})
_STANDARD = frozenset({"datetime", "decimal", "fractions", "uuid", "pathlib", "pathlib._local"})
_OURS = ("maeditor.domain.", "maeditor.formats.")


def confined(
    function: Callable[..., T],
    /,
    *arguments: object,
    seconds: float,
    megabytes: int,
    name: str = "",
    cancelled: Callable[[], bool] | None = None,
) -> T:
    """Call a module's function in a process of its own and return what it gave: plain data and records of ours.

    It may take ``seconds`` from its beginning and ``megabytes`` on top of what Python itself takes. ``name`` is what an
    error's sentence calls the file; where there is none, the name of the first path among the arguments. The process
    has ended, whatever happens, when this returns.

    Raises the MaeditorErrors that the function raised; ConfinedError ``reading_took_too_long``,
    ``reading_took_too_much`` or ``reading_broke_off``; StoppedError once ``cancelled`` says so.
    """
    # Loaded here: no window needs it to show itself.
    from multiprocessing import get_context

    name = name or next((each.name for each in arguments if isinstance(each, Path)), "…")
    # A fork would take over the window, its threads and their locks.
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, seconds, megabytes, function, arguments), daemon=True)
    heard = _Heard(ours, 8 * megabytes * _MEGABYTE)
    try:
        with _unheard_interrupts():
            process.start()
        theirs.close()
        heard.start()
        _wait(heard, seconds, name, cancelled)
        result: T = _result(heard, process, function.__module__, name)
        return result
    finally:
        theirs.close()
        _end(process)
        if heard.ident is not None:
            heard.join(_ASIDE)
        ours.close()


class _Heard(threading.Thread):
    """Listens for what comes back, so that whoever waits for it can also look at the clock."""

    def __init__(self, source: Connection, most: int) -> None:
        super().__init__(name="confined", daemon=True)
        self._source = source
        self._most = most
        self.ready = threading.Event()
        self.over = threading.Event()
        self.kind = b""
        self.told = b""

    def run(self) -> None:
        # Whoever died in the middle of it said nothing, and so did one whose message is no message.
        with suppress(EOFError, OSError):
            if self._source.recv_bytes(len(_READY)) == _READY:
                self.ready.set()
                kind = self._source.recv_bytes(64)
                self.told = self._source.recv_bytes(self._most)
                self.kind = kind
        self.over.set()


def _wait(heard: _Heard, seconds: float, name: str, cancelled: Callable[[], bool] | None) -> None:
    begun = False
    until = time.monotonic() + _START
    while not heard.over.wait(_TICK):
        if cancelled is not None and cancelled():
            raise StoppedError("action_stopped")
        if not begun and heard.ready.is_set():
            begun, until = True, time.monotonic() + seconds
        if time.monotonic() > until:
            raise ConfinedError("reading_took_too_long", name=name)


def _result(heard: _Heard, process: SpawnProcess, module: str, name: str) -> Any:  # noqa: ANN401
    if heard.kind == _MEMORY:
        raise ConfinedError("reading_took_too_much", name=name)
    if heard.kind == _BROKEN:
        error = ConfinedError("reading_broke_off", name=name)
        error.add_note(heard.told.decode("utf-8", "replace"))
        raise error
    if heard.kind not in {_DONE, _TOLD}:
        process.join(_ASIDE)
        raise ConfinedError(_key_of(process.exitcode), name=name)
    try:
        result = _Records(heard.told, module).load()
        if heard.kind == _TOLD:
            kind, key, details = result
            told = kind(key, **details)
    except (pickle.UnpicklingError, EOFError, AttributeError, LookupError, TypeError, ValueError) as fault:
        raise ConfinedError("reading_broke_off", name=name) from fault
    if heard.kind == _TOLD:
        if not isinstance(told, MaeditorError):
            raise ConfinedError("reading_broke_off", name=name)
        raise told
    return result


def _key_of(exit_code: int | None) -> str:
    if exit_code == _TOO_MUCH:
        return "reading_took_too_much"
    if hasattr(signal, "SIGXCPU") and exit_code == -signal.SIGXCPU:
        return "reading_took_too_long"
    return "reading_broke_off"


class _Records(pickle.Unpickler):
    """Takes plain data and records only: what read a hostile file is not believed either."""

    def __init__(self, told: bytes, module: str) -> None:
        super().__init__(io.BytesIO(told))
        self._module = module

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        ours = module.startswith(_OURS) or module == self._module
        if ours or module in _STANDARD or (module == "builtins" and name in _PLAIN):
            found = super().find_class(module, name)
            if isinstance(found, type) and (not ours or _is_record(found)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _is_record(kind: type) -> bool:
    return is_dataclass(kind) or issubclass(kind, Enum | MaeditorError | tuple)


def _end(process: SpawnProcess) -> None:
    if process.pid is None:
        return
    process.kill()
    process.join(_ASIDE)
    with suppress(ValueError):  # the system itself does not let go of it
        process.close()


@contextmanager
def _unheard_interrupts() -> Iterator[None]:
    """Start no process that hears Ctrl+C: it is for whoever waits, and reaches the whole group."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    reply: Connection, seconds: float, megabytes: int, function: Callable[..., object], arguments: tuple[object, ...]
) -> None:
    """What the process does: call, answer, end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _say_nothing()
    _limit(seconds, megabytes)
    reply.send_bytes(_READY)
    try:
        kind, told = _DONE, pickle.dumps(function(*arguments), pickle.HIGHEST_PROTOCOL)
    except MaeditorError as error:
        details = {name: _plain(value) for name, value in error.details.items()}
        kind, told = _TOLD, pickle.dumps((type(error), error.key, details))
    except MemoryError:
        kind, told = _MEMORY, b""
    except BaseException:
        reply.send_bytes(_BROKEN)
        reply.send_bytes(traceback.format_exc().encode("utf-8", "replace")[-100_000:])
        raise
    reply.send_bytes(kind)
    reply.send_bytes(told)


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _say_nothing() -> None:
    """Keep what libraries print over a broken file, and their last words, out of the person's terminal."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        with suppress(OSError):
            os.dup2(nowhere, stream)
    os.close(nowhere)


def _limit(seconds: float, megabytes: int) -> None:
    """Set the limits, and end with the parent."""
    most = megabytes * _MEGABYTE
    try:
        import resource
    except ImportError:  # Windows
        threading.Thread(target=_end_with_parent, args=(None,), daemon=True).start()
        return
    taken = _address_space()
    watched = None if taken else _peak() + most
    threading.Thread(target=_end_with_parent, args=(watched,), daemon=True).start()
    if taken:
        resource.setrlimit(resource.RLIMIT_AS, (taken + most, taken + most))
    # Should nobody look at the clock any more. Where both ends are the same the signal would not say why.
    clock = int(seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (clock, clock + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    """Bytes this process has asked for; 0 where the system does not say: there its limit is none either."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _peak() -> int:
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _end_with_parent(watched: int | None) -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    while parent is not None and parent.is_alive():
        parent.join(None if watched is None else 4 * _TICK)
        if watched is not None and _peak() > watched:
            os._exit(_TOO_MUCH)
    os._exit(0)
