"""Our unit codes as UCUM has them: what leaves with a unit that no other program knows would say nothing.

Source: UCUM 2.1, case-sensitive codes.
"""

from __future__ import annotations

import re

from maeditor.domain.unit_table import CURRENCIES

_RENAMED = {
    "Wh": "W.h",
    "VA": "V.A",
    "Wp": "W{peak}",
    "var": "V.A{reactive}",
    "ha": "har",
}
"""Units of ours that stand for a product or carry a remark in UCUM, without their prefixes."""

_NOT_THERE = re.compile(r"\{(?:toe|Mtoe|MMBtu|pp|bp)\}|[kA-Z]?FLOPS")
"""What UCUM has no word for: its braces are remarks, so ``{toe}`` would read as the number one."""

_PREFIXED = re.compile(r"([kMGTPE]?)(Wh|VA|Wp|var|ha)")


def ucum(code: str) -> str:
    """The UCUM code of a unit; empty where there is none, as for currencies and what is counted in them."""
    parts = code.split("/")
    if not code or any(_NOT_THERE.fullmatch(part) or part in CURRENCIES for part in parts):
        return ""
    return "/".join(_part(part) for part in parts)


def unit_code(code: str) -> str:
    """A unit as schema.org's ``unitCode`` takes it, with the list it stems from before it; empty where none has it."""
    if code in CURRENCIES:
        return f"iso4217:{code}"
    found = ucum(code)
    return f"ucum:{found}" if found else ""


def _part(part: str) -> str:
    match = _PREFIXED.fullmatch(part)
    return match[1] + _RENAMED[match[2]] if match else part
