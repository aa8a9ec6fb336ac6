"""Where commands speak: answers on standard output, everything else on standard error, in the person's language."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from decimal import Decimal
from typing import TextIO

from maeditor.domain.errors import MaeditorError
from maeditor.wording import Wording


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams and the language."""

    wording: Wording
    out: TextIO
    err: TextIO

    @classmethod
    def standard(cls, wording: Wording) -> Console:
        """The process's own streams, writing UTF-8 whatever the system's default."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(encoding="utf-8", errors="backslashreplace")
        return cls(wording, sys.stdout, sys.stderr)

    def say(self, key: str, **details: object) -> None:
        """Answer with a sentence."""
        print(self.wording.say(key, **details), file=self.out)

    def warn(self, key: str, **details: object) -> None:
        """Tell something that is not the answer."""
        print(self.wording.say(key, **details), file=self.err)

    def progress(self, share: float) -> None:
        """Show how much is done, from 0 to 1, to somebody who looks; what is said next takes its place."""
        if self.err.isatty():
            print(f"{round(100 * share):3}\u00a0%", end="\r", file=self.err, flush=True)

    def fail(self, error: MaeditorError) -> None:
        """Tell what went wrong, in one sentence."""
        print(self.sentence(error), file=self.err)

    def sentence(self, error: MaeditorError) -> str:
        """Word an error."""
        return self.wording.say(f"error.{error.key}", **error.details)

    def line(self, record: object) -> None:
        """Print one machine-readable line of JSON; decimals become JSON numbers."""
        print(to_json(record), file=self.out)


def to_json(record: object) -> str:
    """Write one line of JSON, keys in the order given, characters as they are."""
    return json.dumps(_plain(record), ensure_ascii=False, allow_nan=False)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        # The shortest float that reads back the same digits: exact for every figure of up to 15 digits.
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
