"""How fast mentions are found, in characters a second, against two floors measured in the same run.

Run: ``python -m benchmarks.mentions [CHARACTERS]`` (1,000,000 by default). The floors: one bare regular expression for
figures, and text2num, which rewrites number words only (Rust; compared where it is installed).
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import time
from collections.abc import Callable

from maeditor.extraction.mentions import mentions

_ARTICLE = (
    "La ville portuaire accueillera en 2027 un campus de 48 MW, extensible à 120 MW, annonce l’opérateur. "
    "Le chantier, estimé à 3,4 milliards de dirhams (environ 340 millions d’euros), mobilisera près de mille deux "
    "cents ouvriers pendant dix-huit mois. La première tranche ouvrira au deuxième trimestre 2027 ; la seconde suivra "
    "fin 2028. Le gouvernement vise 45 % d’énergies renouvelables d’ici 2030, contre un tiers aujourd’hui, et rappelle "
    "que le pays compte une vingtaine de salles, réparties entre les grandes métropoles et quelques zones franches. "
    "Les riverains, eux, s’inquiètent de la consommation d’eau, que les études disent modeste, sans la chiffrer. "
)
_BARE = re.compile(r"\d+(?:[ .,\u00a0\u202f]\d+)*")


def main() -> None:
    """Print the rate at three lengths, the floors, and what the import costs."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    mentions(_ARTICLE, "fr")  # lexicons are opened once, out of the measure
    rates = []
    for size in (length // 100, length // 10, length):
        text = _text(size)
        taken, found = _timed(lambda text=text: len(mentions(text, "fr")))  # type: ignore[misc]
        rates.append(size / taken)
        print(f"mentions, {size:>9,} characters  {size / taken:>12,.0f} characters/s, {found:,} mentions")
    print(f"longest against shortest: {rates[-1] / rates[0]:.2f} × the rate (1.00 is linear)")
    text = _text(length)
    taken, _ = _timed(lambda: len(_BARE.findall(text)))
    _floor("bare expression for figures", length / taken, rates[-1])
    if importlib.util.find_spec("text_to_num") is not None:
        from text_to_num import alpha2digit

        taken, _ = _timed(lambda: len(alpha2digit(text, "fr")))
        _floor("text2num, number words only", length / taken, rates[-1])
    bare, ours = _start("pass"), _start("import maeditor.extraction.mentions")
    print(f"import {(ours - bare) * 1000:.0f} ms over a bare interpreter's {bare * 1000:.0f} ms")


def _floor(name: str, rate: float, ours: float) -> None:
    print(f"{name:30s}  {rate:>12,.0f} characters/s, {rate / ours:.1f} × ours")


def _text(size: int) -> str:
    return (_ARTICLE * (size // len(_ARTICLE) + 1))[:size]


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    best, result = float("inf"), 0
    for _ in range(3):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    return best, result


def _start(statement: str) -> float:
    command = [sys.executable, "-c", statement]
    return _timed(lambda: subprocess.run(command, check=True).returncode)[0]


if __name__ == "__main__":
    main()
