"""Claims from tables: a value cell is told of its row, its column gives the property, the unit and the year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from maeditor.domain.doubts import Doubt
from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Claim
from maeditor.extraction.claims.cell_units import scaled, tidy, unit_of
from maeditor.extraction.claims.francs import local_francs
from maeditor.extraction.claims.headlines import money_of_headline
from maeditor.extraction.claims.money import sold_by
from maeditor.extraction.claims.rules import Verdict, by_unit, counted, decide, noun_pattern
from maeditor.extraction.interface import Mention, MentionKind, Reading
from maeditor.extraction.mentions import mentions
from maeditor.extraction.text.cells import split_digits
from maeditor.extraction.text.plaintext import plain
from maeditor.extraction.text.rows import Form, Span, Table, is_number, is_year, pieces

_CHANGES = re.compile(
    r"(?:variation|evolution|change|var\.?|evol\.?|croissance|growth|delta|yoy|y/y|a/a|progression|hausse|difference)"
    r"(?!\w)"
)
_WHOLE_NUMBERS = re.compile(r"effectif|emploi|salari|employ|staff|headcount|nombre|number|agences|clients|sites|jobs")
_RANK = re.compile(r"(?:rang|rank|classement|ranking|position|place|#|n[°o]\.?|no\.?|pos\.?)(?!\w)")
_NUMBERING = re.compile(
    r"(?:n[°o]\.?|no\.?|#|lot|id|code|ref|annee|year|date|periode|exercice|phase|tranche|etape|stage|step"
    r"|batch|serie)(?!\w)"
)
_STEP = re.compile(r"(?:phase|tranche|etape|stage|step|lot|batch)(?!\w)")
_EVENT = re.compile(
    r"mises? en (?:service|exploitation|production)|ouverture|inauguration|livraison|lancement|achevement|demarrage"
    r"|debut|fin des travaux|entree en|echeance|commission|in service|opening|opened|completion|completed|delivery"
    r"|launch|start|due|operational|signature|signed"
)
_DATA_CENTRES = re.compile(r"data ?-?cent|centres? de donnees")
# Heads that say no more than that a column is of money.
_ANY_AMOUNT = re.compile(r"(?<!\w)(?:montants?|valeurs?|sommes?|amounts?|values?|totals?|totaux)(?!\w)")
# "France1 050 7 300": blanks group the digits of each number and part the numbers.
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|[+-]?\d+(?:[.,]\d+)?(?: ?%)?")
_NAME = re.compile(
    r"(?:pays|country|countries|ville|city|site|projet|project|operateur|operator|entreprise|company|nom|name"
    r"|region|designation|rubrique|indicateur|critere|poste|libelle|item|indicator|metric|parametre|centrale"
    r"|societe|banque|bank|compagnie|port|airline|secteur|sector|segment)s?(?!\w)"
)


@dataclass(frozen=True, slots=True)
class CellClaim:
    """A claim of a table cell with what it is said of: row, column and, in a header, the year."""

    claim: Claim
    subject: str
    year: str
    row: Span
    alternatives: tuple[Reading, ...] = ()
    needs_look: str = ""


def table_claims(view: ArticleView, table: Table) -> list[CellClaim]:
    """Read the cells of a table."""
    if table.form is Form.GLUED:
        return _glued(view, table)
    return _cells(view, table)


def _cells(view: ArticleView, table: Table) -> list[CellClaim]:
    text = view.text
    heads = [text[left:right].strip() for left, right in table.rows[0]] if table.header else []
    caption = _caption(view, table)
    claims: list[CellClaim] = []
    for row in table.rows[1:] if table.header else table.rows:
        shift = len(heads) - len(row) if heads and len(heads) > len(row) else 0
        dated = is_year(text[slice(*row[0])].strip())
        names = (
            [0]
            if dated
            else [index for index, (left, right) in enumerate(row) if not is_number(text[left:right].strip())]
        )
        step = bool(heads) and bool(_STEP.match(plain(heads[0]))) and is_number(text[slice(*row[0])].strip())
        names = [0] if step else names
        label = text[slice(*row[names[0]])].strip() if names else ""
        label = f"{heads[0]} {label}" if step else label
        for index, (left, right) in enumerate(row):
            cell = text[left:right].strip()
            head = heads[index + shift] if index + shift < len(heads) else ""
            if (names and index == names[0]) or not any(character.isdigit() for character in cell) or len(cell) > 60:
                continue
            if not is_number(cell) and not _measured(cell, view.language):
                continue
            found = _event(view, (left, right), head) or _cell(
                view, (left, right), head, label, caption, heads[0] if heads else ""
            )
            if found is not None:
                year = head if is_year(head) else label if is_year(label) else _year(caption)
                dated_by = "" if found.property == "date_event" else _when(year, view.language)
                row_span = (row[0][0], row[-1][1])
                claims.append(
                    CellClaim(
                        found,
                        label if not is_year(label) else caption,
                        dated_by,
                        row_span,
                    )
                )
    return claims


def _event(view: ArticleView, span: Span, head: str) -> Claim | None:
    """Read the date a column gives: "Mise en service", "Completion"."""
    if not _EVENT.search(plain(head)):
        return None
    value = _when(view.text[slice(*span)], view.language)
    if not value:
        return None
    return Claim(span[0], span[1], "date_event", value, MentionKind.DATE, "table.date", strength=0.9)


@lru_cache(maxsize=256)
def _when(words: str, language: str) -> str:
    """The date (EDTF) that a header or a cell is; empty where it is none."""
    for mention in mentions(words, language):
        if mention.kind in {MentionKind.YEAR, MentionKind.DATE, MentionKind.DATERANGE} and mention.value:
            return str(mention.value)
    return _year(words)


def _measured(cell: str, language: str) -> bool:
    found = mentions(cell, language)
    return bool(found) and len(found[0].text) >= 0.4 * len(cell)


def _cell(view: ArticleView, span: Span, head: str, label: str, caption: str, text_corner: str) -> Claim | None:
    """Read one value by its own unit, else by its column's, its row's or the caption's."""
    inside = [mention for mention in view.between(*span) if isinstance(mention.value, Decimal)]
    mention = inside[0] if inside else _alone(view, span)
    if mention is None or mention.value is None or is_year(view.text[slice(*span)]):
        return None
    soft_head, soft_label = plain(head), plain(label)
    if _NUMBERING.match(soft_head) and not _RANK.match(soft_head):
        return None
    if _RANK.match(soft_head) or (_RANK.match(soft_label) and not mention.unit):
        return _value(mention, "rank", "1", "table.rank") if mention.kind is not MentionKind.PERCENTAGE else None
    context = " ; ".join(part for part in (plain(caption), soft_label, soft_head) if part)
    if mention.unit:
        return _with_unit(view, mention, mention.unit, context)
    corner = "" if _WHOLE_NUMBERS.search(soft_label) else text_corner
    lent = next((found for words in (head, label, corner, caption) if (found := unit_of(words, view.language))), None)
    if lent is not None and not lent.unit:
        mention, lent = scaled(mention, replace(lent, kind=mention.kind)), None
    if lent is not None:
        lent = local_francs(view, lent)
        return _with_unit(view, scaled(mention, lent), lent.unit, context)
    if re.search(r"(?<!\w)pue(?!\w)", context):
        return _value(mention, "pue", "1", "table.pue")
    noun = soft_head if head and not is_year(head) and not _NAME.match(soft_head) else soft_label or plain(caption)
    name = _counted(noun, context)
    if name == "count_other" and view.about_datacenters and noun_pattern("facility").match(noun):
        name = "count_datacenters"
    return _value(mention, name, "1", "table.count") if name else None


def _counted(noun: str, context: str) -> str:
    noun = re.sub(r"^(?:nombre|number|total|nb|nbre|عدد|اجمالي) (?:de |d'|des |of )?", "", noun.strip())
    if not re.search(r"[a-zء-ي]{3}", noun):
        return ""
    name = counted(noun)
    if name == "count_other":
        if _DATA_CENTRES.search(context) and noun not in context.partition(";")[0]:
            return "count_datacenters"
        if counted(context.rpartition(";")[0] or context) == "jobs":
            return "jobs"
    return "" if name == "never" else name


def _with_unit(view: ArticleView, mention: Mention, unit: str, context: str) -> Claim | None:
    base = unit.partition("/")[0]
    if mention.kind is MentionKind.PERCENTAGE or unit == "%":
        verdict = decide("percent", context + " 0", len(context) + 1, len(context) + 2, 0, len(context) + 2)
        signed = mention.text[:1] in "+-−–" or _CHANGES.match(context.rpartition(" ; ")[2])
        name = "growth_percent" if verdict.property == "growth_down" or signed else verdict.property
        return _value(mention, name, "%", "table.percent")
    if unit.startswith("{TEU}"):
        return _value(mention, "count_other", unit, "table.quantity")
    measured = by_unit(unit)
    if measured is not None:
        return _value(mention, measured, unit, "table.quantity")
    if len(base) == 3 and base.isupper():
        row, _, head = context.rpartition(" ; ")
        context = f"{row} ; {_ANY_AMOUNT.sub('', head)}" if row else context
        verdict = decide("money", context + " 0", len(context) + 1, len(context) + 2, 0, len(context) + 2)
        if not verdict.words and "/" not in unit and (told := money_of_headline(view)):
            verdict = Verdict(told, 0.5, "table.money")
        per = "" if "/" in unit or verdict.property != "price" else sold_by(context)
        return _value(mention, "price" if "/" in unit else verdict.property, unit + per, "table.money")
    return None


def _value(mention: Mention, name: str, unit: str, rule: str) -> Claim:
    value = mention.value if isinstance(mention.value, Decimal) else Decimal(0)
    top = mention.value2 if isinstance(mention.value2, Decimal) else None
    comparator = Comparator.RANGE if top is not None else mention.comparator
    return Claim(mention.start, mention.end, name, value, MentionKind.COUNT, rule, top, unit, comparator, 0.9)


def _alone(view: ArticleView, span: Span) -> Mention | None:
    """Read a cell by itself, where the text around misled the reading of the whole."""
    start = span[0]
    cell = view.text[start : span[1]]
    for mention in mentions(cell, view.language):
        if isinstance(mention.value, Decimal):
            return replace(mention, start=start + mention.start, end=start + mention.end)
    return None


def _caption(view: ArticleView, table: Table) -> str:
    """The heading above a table, where there is a short one."""
    for index in range(table.first - 1, max(-1, table.first - 4), -1):
        line = view.lines[index]
        content = view.text[line.start : line.end].strip()
        content = _NUMBERED.sub("", content, count=1) if _NUMBERED.match(content) else content
        if content:
            return content if len(content) <= 140 and not line.noise and not content.endswith((".", "!", "?")) else ""
    return ""


_NUMBERED = re.compile(r"(?:table|tableau|figure|chart|graphique) \d{1,2}(?:\.\d)?[.:)]? ?[-–—:]? ?", re.IGNORECASE)


def _year(caption: str) -> str:
    match = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", caption)
    return match.group() if match else ""


def _glued(view: ArticleView, table: Table) -> list[CellClaim]:
    """Read rows of glued cells: the header tells how many, the body which reading is likely; a person should look."""
    text = view.text
    heads = [text[left:right].strip() for left, right in pieces(text, *table.rows[0][0])]
    known = {
        mention.value
        for mention in view.mentions
        if isinstance(mention.value, Decimal) and not _within(mention, table, view)
    }
    caption = _caption(view, table)
    claims: list[CellClaim] = []
    for ((start, right),) in table.rows[1:]:
        end = start + len(text[start:right].rstrip())
        first = re.search(r"(?<=[^\d\s(])\d|(?<=\))\d", text[start:end])
        if first is None:
            continue
        cut = start + first.start()
        label = text[start:cut].strip()
        cells = _separate(text, cut, end, len(heads) - 1, known)
        for index, (span, others) in enumerate(cells):
            head = heads[index + 1] if index + 1 < len(heads) else ""
            claim = _glued_cell(view, span, head, label, caption)
            if claim is None:
                continue
            readings = _as_claimed(view, claim, others)
            claims.append(
                CellClaim(
                    replace(claim, strength=0.4), head, _year(label), (start, end), readings, Doubt.GLUED_CELL.value
                )
            )
    return claims


def _as_claimed(view: ArticleView, claim: Claim, others: list[tuple[Span, Decimal]]) -> tuple[Reading, ...]:
    """The other readings in the unit of the claim, with the magnitude that its header gave it; each value once."""
    own = _alone(view, (claim.start, claim.end))
    bare = own.value if own is not None else None
    lent = claim.value / bare if isinstance(claim.value, Decimal) and isinstance(bare, Decimal) and bare else Decimal(1)
    found: dict[Decimal, Span] = {}
    for span, value in others:
        found.setdefault(tidy(value * lent), span)
    return tuple(Reading(*span, value, claim.unit) for value, span in found.items() if value != claim.value)


def _within(mention: Mention, table: Table, view: ArticleView) -> bool:
    return view.lines[table.first].start <= mention.start <= view.lines[table.last].end


def _separate(
    text: str, start: int, end: int, columns: int, known: set[Decimal]
) -> list[tuple[Span, list[tuple[Span, Decimal]]]]:
    """Cut what follows the label into cells: at capitals where words are, else the likeliest way through the digits."""
    grouped = [(found.start(), found.end()) for found in _GROUPED.finditer(text, start, end)]
    if len(grouped) == columns and not re.sub(r"\s", "", _GROUPED.sub("", text[start:end])):
        return [(span, []) for span in grouped]
    parts = pieces(text, start, end)
    cells: list[tuple[Span, list[tuple[Span, Decimal]]]] = []
    for left, right in parts:
        digits = re.match(r"[\d.,]+", text[left:right])
        word = re.match(r"[\d.,]+\s?(?:ᵉ|e|ème|er|%|°|[A-Za-z]{0,4})(?=[A-ZÀ-Þ][a-zà-ÿ]|$)", text[left:right])
        if digits and word and word.end() == right - left and len(parts) < columns:
            cells += split_digits(text, left, right, columns - len(parts) + 1, known)
        elif word and word.end() < right - left:
            cells += [((left, left + word.end()), []), ((left + word.end(), right), [])]
        else:
            cells.append(((left, right), []))
    return cells[:columns]


def _glued_cell(view: ArticleView, span: Span, head: str, label: str, caption: str) -> Claim | None:
    cell = view.text[slice(*span)]
    if not cell[:1].isdigit():
        return None
    place = re.match(r"(\d{1,3})(?:ᵉ|e|ème|er|st|nd|rd|th)$", cell)
    if place or _RANK.match(plain(label)):
        digits = re.match(r"\d{1,3}", cell)
        if digits is None:
            return None
        return Claim(span[0], span[1], "rank", Decimal(digits.group()), MentionKind.RANK, "table.glued", unit="1")
    mention = _alone(view, span)
    if mention is None:
        return None
    lent = next((found for words in (label, head, caption) if (found := unit_of(words, view.language))), None)
    context = f"{plain(head)} ; {plain(label)}"
    if mention.unit or lent is not None:
        unit = mention.unit or (lent.unit if lent else "")
        claim = _with_unit(
            view, scaled(mention, lent) if lent is not None and not mention.unit else mention, unit, context
        )
    else:
        name = _counted(plain(label), context)
        claim = _value(mention, name, "1", "table.glued") if name else None
    return replace(claim, rule="table.glued") if claim is not None else None
