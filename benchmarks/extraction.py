"""How fast figures are read: mentions and proposals in characters a second from 10 kB to 5 MB, hostile texts, peers.

Run: ``python -m benchmarks extraction``, or ``python -m benchmarks.extraction QUICK`` up to 100 kB. Peers are measured
in the same run where they are installed. They need not share an environment with the program, which reads with the
standard library alone: ``python -m venv DIR``, then ``DIR/bin/pip install quantulum3 recognizers-text-suite text2num
"emoji<2"`` (Recognizers-Text needs the older one) and ``DIR/bin/python -m benchmarks extraction``.
"""

from __future__ import annotations

import importlib.util
import logging
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator

from benchmarks._articles import articles
from maeditor.extraction.mentions import mentions
from maeditor.extraction.proposals import propose

SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
_PEER_SIZE = 5_000
_HOSTILE = {
    "no full stop": "le parc de 120 MW et la salle de 300 hectares coûtent 2 millions ",
    "figures": "7",
    "blanks": " ",
    "brackets": "(",
    "commas": ",",
    "counting": "",
    "capitals": "A",
    "number words": "deux cent ",
    "line breaks": "\n",
    "a chain": "10-20-30-",
}
_MEMORY = """
import importlib, sys, tracemalloc
tracemalloc.start()
importlib.import_module(sys.argv[1])
print(tracemalloc.get_traced_memory()[0])
"""


def main() -> None:
    """Print rates and how they change with length, peers, and what the import costs."""
    sizes = SIZES[:2] if "QUICK" in sys.argv[1:] else SIZES
    for language in ("fr", "en"):
        for name, read in (("mentions", mentions), ("proposals", propose)):
            _growth(
                f"{name}, {language}", sizes, lambda size, read=read, language=language: _read(read, size, language)
            )
    _hostile(10_000, 1_000_000 if sizes is SIZES else 40_000)
    if sizes is SIZES:
        _longest_mentions()
    _peers()
    _import("maeditor.extraction.mentions")


def _read(read: Callable[[str, str], object], size: int, language: str) -> Callable[[], object]:
    text = articles(size, language)
    return lambda: read(text, language)


def _growth(name: str, sizes: tuple[int, ...], work: Callable[[int], Callable[[], object]]) -> None:
    """Lengths are measured in turn, again and again, so that a busy minute falls on all of them."""
    prepared = {size: work(size) for size in sizes}
    prepared[sizes[0]]()
    best = dict.fromkeys(sizes, float("inf"))
    for turn in range(3):
        for size, call in prepared.items():
            for _ in range(max(1, min(20, 200_000 // size)) if size < sizes[-1] or turn == 0 else 1):
                best[size] = min(best[size], _seconds(call))
    costs = {size: best[size] / size for size in sizes}
    for size in sizes:
        print(f"{name:14s} {size:>9,} characters  {1 / costs[size]:>10,.0f} characters/s")
    print(f"{name:14s} slowest to fastest time a character: {max(costs.values()) / min(costs.values()):.2f}")


def _hostile(small: int, large: int) -> None:
    for name in _HOSTILE:
        found = [_cost_of(name, mentions, small, large), _cost_of(name, propose, small, min(large, 100_000))]
        print(f"hostile: {name:14s} mentions {found[0]}; proposals {found[1]}")


def _cost_of(name: str, read: Callable[[str, str], object], small: int, large: int) -> str:
    costs = []
    for length in (small, large):
        text = _hostile_text(name, length)
        costs.append(min(_seconds(lambda text=text: read(text, "fr")) for _ in range(2)) / length)  # type: ignore[misc]
    return f"{1 / costs[1]:>10,.0f} characters/s, {costs[1] / costs[0]:4.2f} × the time a character"


def _longest_mentions() -> None:
    for name in _HOSTILE:
        taken = _seconds(lambda name=name: mentions(_hostile_text(name, SIZES[-1]), "fr"))  # type: ignore[misc]
        print(f"hostile, {SIZES[-1]:,} characters: {name:14s} mentions {SIZES[-1] / taken:>12,.0f} characters/s")


def _hostile_text(name: str, size: int) -> str:
    piece = _HOSTILE[name]
    if not piece:
        return " ".join(map(str, range(1, size // 4)))[:size]
    return (piece * (size // len(piece) + 1))[:size]


def _peers() -> None:
    text = articles(_PEER_SIZE, "en")
    ours = _rate(lambda: mentions(text, "en"), len(text))
    print(f"on {len(text):,} English characters, mentions: {ours:,.0f} characters/s")
    logging.disable(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, call in _installed(text):
            rate = _rate(call, len(text))
            print(f"  {name:34s} {rate:>12,.0f} characters/s; mentions are {ours / rate:.2f} × as fast")


def _installed(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    if importlib.util.find_spec("quantulum3"):
        from quantulum3 import parser

        yield "quantulum3", lambda: parser.parse(text)
    if importlib.util.find_spec("recognizers_suite"):
        import recognizers_suite as suite

        kinds = (suite.recognize_number, suite.recognize_ordinal, suite.recognize_percentage, suite.recognize_currency)
        kinds = (*kinds, suite.recognize_dimension, suite.recognize_datetime)
        yield "Recognizers-Text, six kinds", lambda: [kind(text, "en-us") for kind in kinds]
    if importlib.util.find_spec("text_to_num"):
        from text_to_num import alpha2digit

        yield "text2num (Rust), number words only", lambda: alpha2digit(text, "en")


def _rate(call: Callable[[], object], size: int) -> float:
    call()
    return size / min(_seconds(call) for _ in range(3))


def _seconds(call: Callable[[], object]) -> float:
    """Time of this process, which other programs do not add to."""
    start = time.process_time()
    call()
    return time.process_time() - start


def _started(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def _import(module: str) -> None:
    bare, ours = (min(_started(code) for _ in range(5)) for code in ("pass", f"import {module}"))
    told = subprocess.run([sys.executable, "-c", _MEMORY, module], check=True, capture_output=True, text=True).stdout
    print(
        f"import {(ours - bare) * 1000:.0f} ms over a bare interpreter's {bare * 1000:.0f} ms; "
        f"{int(told) / 1e6:.1f} MB of objects"
    )


if __name__ == "__main__":
    main()
