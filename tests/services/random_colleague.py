"""A colleague who corrects a workbook in random ways and remembers what they meant."""

from __future__ import annotations

import unicodedata
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from random_project import TYPED, TYPED_LINES, UNITS, VALUE, fields_of

from maeditor.domain.facts import Fact, Lifecycle, Modality, Standing
from maeditor.domain.review import TRANSITIONS
from maeditor.domain.values import Comparator
from maeditor.formats.workbook.baseline import COLUMN_OF_FIELD
from maeditor.wording import Wording


@dataclass
class Intent:
    """What the colleague meant: by fact and field what is there now, what makes no sense, what came and what went."""

    there: dict[str, dict[str, str]] = field(default_factory=dict)
    invalid: dict[str, set[str]] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    added: list[tuple[str, str, str]] = field(default_factory=list)


class Colleague:
    """Opens the workbook, changes cells, and shuffles the sheet about."""

    def __init__(self, path: Path, random: Random, language: str) -> None:
        self._path, self._random = path, random
        self._wording = Wording(language)
        self._book = load_workbook(path)
        self._sheet: Worksheet = self._book[self._wording.say("workbook.sheet.facts")]
        headings = {cell.value: cell.column for cell in self._sheet[1]}
        self._columns = {
            name: headings[self._wording.say(f"workbook.column.{column}")]
            for name, column in [
                *COLUMN_OF_FIELD.items(),
                ("fact_id", "fact_id"),
                ("number", "number"),
                ("quote", "quote"),
            ]
        }
        self._rows = {
            self._sheet.cell(at, self._columns["fact_id"]).value: at for at in range(2, self._sheet.max_row + 1)
        }
        self.intent = Intent()

    def correct(self, facts: list[Fact], *, formulas: bool = True) -> None:
        self._formulas = formulas
        for fact in facts:
            for edit in self._random.sample([self._words, self._value, self._choices, self._dates, self._nonsense], 2):
                if self._random.random() < 0.4:
                    edit(fact)
        for fact in facts:
            if self._random.random() < 0.07:
                self._delete(fact)
        for _each in range(self._random.choice([0, 0, 0, 1, 2])):
            self._add(facts)

    def shuffle(self) -> None:
        """What must make no difference: order, hidden and moved columns, names, tables, empty rows."""
        random, sheet = self._random, self._sheet
        if random.random() < 0.5:
            rows = self._taken(sheet.iter_rows(min_row=2))
            random.shuffle(rows)
            self._put(rows, 2)
        if random.random() < 0.4:
            columns = self._taken(sheet.iter_cols())
            random.shuffle(columns)
            for at, column in enumerate(columns, 1):
                for row, taken in enumerate(column, 1):
                    self._put_cell(sheet.cell(row, at), taken)
        if random.random() < 0.5:
            for each in random.sample("CDEFGHKLMN", 4):
                sheet.column_dimensions[each].hidden = True
        if random.random() < 0.5:
            sheet.title = random.choice(["Corrigé", "Feuille 1", "facts v2"])
        if random.random() < 0.5:
            for name in list(sheet.tables):
                del sheet.tables[name]
        if random.random() < 0.3:
            self._book.move_sheet(sheet, 1)

    def save(self, path: Path) -> None:
        self._book.save(path)

    def _cell(self, fact: Fact, name: str) -> Any:
        return self._sheet.cell(self._rows[fact.id], self._columns[name])

    def _write(self, fact: Fact, name: str, typed: Any, there: str) -> None:
        before = fields_of(fact)[name]
        if name in self.intent.invalid.get(fact.id, ()):
            return
        _type(self._cell(fact, name), typed)
        if unicodedata.normalize("NFC", before).strip() != there:
            self.intent.there.setdefault(fact.id, {})[name] = there
        else:
            self.intent.there.get(fact.id, {}).pop(name, None)

    def _words(self, fact: Fact) -> None:
        name = self._random.choice(["subject", "place", "claim", "object_entity", "reason", "note"])
        one_line = name in {"subject", "place", "object_entity", "note"}
        typed = self._random.choice(TYPED_LINES if one_line else TYPED)
        self._write(fact, name, typed, unicodedata.normalize("NFC", typed).strip())

    def _value(self, fact: Fact) -> None:
        if fact.id in self.intent.invalid or fact.property not in UNITS:
            return
        if fact.comparator is Comparator.RANGE:
            self._value_of_range(fact)
        elif self._random.random() < 0.3:
            for name, typed, there in (
                ("comparator", self._random.choice(["range", "de … à …", "from … to …"]), "range"),
                ("amount", None, ""),
                ("lower", "1,5", "1.5"),
                ("upper", 40, "40"),
            ):
                self._write(fact, name, typed, there)
        else:
            typed, there = self._random.choice(
                [(7, "7"), (2.5, "2.5"), ("1 234,5", "1234.5"), ("0,1", "0.1"), ("1e3", "1000"), ("12.0", "12")]
            )
            self._write(fact, "amount", typed, there)
            if fact.property == "capacity_power" and self._random.random() < 0.4:
                typed, there = self._random.choice([("GW", "GW"), ("mégawatts", "MW"), ("kW", "kW")])
                self._write(fact, "unit", typed, there)

    def _value_of_range(self, fact: Fact) -> None:
        self._write(fact, "upper", 10**21, "1" + "0" * 21) if self._random.random() < 0.5 else self._to_amount(fact)

    def _to_amount(self, fact: Fact) -> None:
        for name, typed, there in (
            ("comparator", self._random.choice(["≤", "<="]), "≤"),
            ("amount", "500", "500"),
            ("lower", None, ""),
            ("upper", None, ""),
        ):
            self._write(fact, name, typed, there)

    def _choices(self, fact: Fact) -> None:
        name = self._random.choice(["lifecycle", "modality", "standing", "state"])
        kinds: dict[str, list[str]] = {
            "lifecycle": list(Lifecycle),
            "modality": list(Modality),
            "standing": list(Standing),
            "state": sorted(TRANSITIONS[fact.state]),
        }
        key = str(self._random.choice(kinds[name]))
        word = Wording(self._random.choice(["fr", "en"])).say(f"workbook.{name}.{key}")
        self._write(fact, name, self._random.choice([key, word, word.upper()]), key)

    def _dates(self, fact: Fact) -> None:
        name = self._random.choice(["as_of", "target"])
        typed, there = self._random.choice(
            [
                (date(2027, 3, 4), "2027-03-04"),
                (datetime(2027, 3, 4), "2027-03-04"),  # noqa: DTZ001 - as cells have them
                (2031, "2031"),
                (46150, "2026-05-08"),
                ("2027-06", "2027-06"),
                ("mars 2028", "2028-03"),
                ("avant 2030", "../2030"),
                (None, ""),
            ]
        )
        self._write(fact, name, typed, there)

    def _nonsense(self, fact: Fact) -> None:
        options = [("lifecycle", "au four"), ("state", "peut-être"), ("claim", "=A1&B1"), ("as_of", "un beau jour")]
        if fact.property in UNITS and not self.intent.there.get(fact.id, {}).keys() & set(VALUE):
            options += [("amount", "beaucoup"), ("unit", "lieues"), ("amount", "=2+2"), ("lower", "=2+2")]
        if not self._formulas:
            options = [each for each in options if not each[1].startswith("=")]
        name, typed = self._random.choice(options)
        cell = self._cell(fact, name)
        cell.value = typed
        self.intent.there.get(fact.id, {}).pop(name, None)
        self.intent.invalid.setdefault(fact.id, set()).add(name)

    def _delete(self, fact: Fact) -> None:
        at = self._rows.pop(fact.id)
        self._sheet.delete_rows(at)
        self._rows = {each: row - (row > at) for each, row in self._rows.items()}
        self.intent.deleted.add(fact.id)
        self.intent.there.pop(fact.id, None)
        self.intent.invalid.pop(fact.id, None)

    def _add(self, facts: list[Fact]) -> None:
        at = max(self._rows.values(), default=1) + 1 + len(self.intent.added)
        subject, value = self._random.choice(TYPED_LINES), f"{self._random.randint(1, 99)} MW"
        said = {"subject": subject, "property": "Capacité électrique", "value": value, "quote": "introuvable"}
        for name, typed in said.items():
            _type(self._sheet.cell(at, self._columns[name]), typed)
        self.intent.added.append((unicodedata.normalize("NFC", subject).strip(), "capacity_power", value))

    def _taken(self, lines: Any) -> list[list[tuple[Any, str, Any]]]:
        return [[(cell._value, cell.data_type, copy(cell._style)) for cell in line] for line in lines]

    def _put(self, rows: list[list[tuple[Any, str, Any]]], first: int) -> None:
        for at, row in enumerate(rows, first):
            for column, taken in enumerate(row, 1):
                self._put_cell(self._sheet.cell(at, column), taken)

    def _put_cell(self, cell: Any, taken: tuple[Any, str, Any]) -> None:
        cell._value, cell.data_type, cell._style = taken


def _type(cell: Any, typed: Any) -> None:
    cell.value = typed
    if isinstance(typed, str):
        cell.data_type = "s"  # typed with an apostrophe before it, as texts are that look like formulas
