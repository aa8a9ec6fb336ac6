"""Mentions as lines for other programs, one object a line."""

from __future__ import annotations

from decimal import Decimal

from maeditor.extraction.interface import Mention

#: Codes that other programs know by a plainer symbol.
_PLAIN = {
    "[mi_i]": "mi",
    "[ft_i]": "ft",
    "[in_i]": "in",
    "[yd_i]": "yd",
    "[nmi_i]": "nmi",
    "[sft_i]": "ft2",
    "[sin_i]": "in2",
    "[syd_i]": "yd2",
    "[smi_us]": "mi2",
    "[acr_us]": "ac",
    "[HP]": "hp",
} | {
    prefix + code: prefix + plain
    for prefix in ("", "k", "M", "G", "T", "P", "E")
    for code, plain in (("By", "B"), ("By/s", "B/s"))
}


def _number(value: Decimal | str | None) -> int | float | str | None:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def mention_line(mention: Mention, text_id: str) -> dict[str, object]:
    """Write a mention as the object of a line; ``value2`` is there for ranges only."""
    line: dict[str, object] = {
        "id": text_id,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind.value,
        "value": _number(mention.value),
        "unit": _PLAIN.get(mention.unit, mention.unit) or None,
    }
    if mention.value2 is not None:
        line["value2"] = _number(mention.value2)
    return line
