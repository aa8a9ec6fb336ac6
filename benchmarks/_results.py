"""Keeps what the benchmarks printed last in ``benchmarks/RESULTS.md``: a section each, the others left as they are."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

FILE = Path(__file__).with_name("RESULTS.md")
HEAD = """# What the benchmarks printed

Each section is one run of `python -m benchmarks NAME` as it was printed; ratios are of that run.
Machines are noisy: compare figures of one section, never of two.
"""
_SECTION = re.compile(r"^## (\S+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def keep(name: str, printed: str) -> None:
    """Put one benchmark's output in place of what it printed before."""
    sections = dict(_SECTION.findall(FILE.read_text("utf-8"))) if FILE.exists() else {}
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    at = datetime.now(UTC).strftime("%Y-%m-%d")
    told = f"{at}, Python {platform.python_version()}, {os.cpu_count()} cores, load {load} at the end."
    sections[name] = f"\n{told}\n\n```\n{printed.strip()}\n```\n\n"
    body = "".join(f"## {each}\n{sections[each]}" for each in sorted(sections))
    FILE.write_text(f"{HEAD}\n{body.rstrip()}\n", "utf-8")
