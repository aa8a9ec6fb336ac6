"""From text to proposals: reads an article sentence by sentence and states what each number says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from maeditor.domain.articles import Noise
from maeditor.domain.facts import Lifecycle, Modality
from maeditor.extraction.claims.answers import denied_by_answer
from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.asof import as_of, target_of
from maeditor.extraction.claims.cents import cent_prices, share_cents
from maeditor.extraction.claims.confidence import confidence
from maeditor.extraction.claims.counts import count_claim
from maeditor.extraction.claims.doubts import Doubted, Doubts
from maeditor.extraction.claims.duplicates import merge
from maeditor.extraction.claims.events import event_claims, is_date
from maeditor.extraction.claims.evidence import clause_of
from maeditor.extraction.claims.hour_spans import hour_spans
from maeditor.extraction.claims.list_items import ListReader
from maeditor.extraction.claims.lone_letters import settled
from maeditor.extraction.claims.measures import measure_claims
from maeditor.extraction.claims.multiples import multiple_claims
from maeditor.extraction.claims.place import place_of, place_of_row
from maeditor.extraction.claims.ranks import called_ranks, rank_claim
from maeditor.extraction.claims.scales import rescaled
from maeditor.extraction.claims.scope import subject_of
from maeditor.extraction.claims.shares_told import share_claims
from maeditor.extraction.claims.single_counts import single_counts
from maeditor.extraction.claims.status import status_of, status_of_cell
from maeditor.extraction.claims.tables import CellClaim, table_claims
from maeditor.extraction.claims.text_facts import text_claims
from maeditor.extraction.claims.words_ar import arabic_multiples, local_money, part_claims, rank_after_noun
from maeditor.extraction.context.negation import Stance, denied_after, stance
from maeditor.extraction.interface import Extraction, Mention, MentionKind, Proposal, Reading
from maeditor.extraction.text.entities import Decoded
from maeditor.extraction.text.lines import Line, LineLabel

EXTRACTOR = "grammar@1.0"
_MEASURED = frozenset({MentionKind.QUANTITY, MentionKind.MONEY, MentionKind.PERCENTAGE, MentionKind.TIER})
_COUNTED = frozenset({MentionKind.COUNT, MentionKind.CARDINAL, MentionKind.RANGE, MentionKind.YEAR})
_IMAGINED = 0.4
_DOUBTED = 0.7
_WEAK = 0.6
_AGAINST = re.compile(
    r"(?<!\w)(?:contre|against|versus|vs|compared (?:to|with)|(?:up|down) from|par rapport a)"
    r"(?: (?:environ|pres de|quelque|about|around|nearly|plus de|moins de|seulement|just|only|an original|les|des))* $"
)
_FLOWS = frozenset({"revenue", "money_other"})


def propose(text: str, language: str | None = None) -> Extraction:
    """Read one text; the language is guessed where None.

    Offsets are those of the text as given, also where it has HTML entities, which are read as their characters.
    """
    decoded = Decoded(text)
    view = ArticleView(decoded.text, language)
    found: list[tuple[Proposal, bool]] = []
    items, doubts = ListReader(), Doubts(view)
    for said in view.said():
        claims = sentence_claims(view, said)
        claims += items.claims(view, said, claims)
        found += [
            (_proposal(view, said, claim, doubts), said.label is LineLabel.TITLE)
            for claim in claims
            if not _denied(view, said, claim)
        ]
    for table in view.tables:
        if not view.lines[table.first].noise:
            found += [(_cell_proposal(view, cell, doubts), True) for cell in table_claims(view, table)]
    proposals = [_with_clause(view, each) for each in merge(found)]
    return Extraction(
        tuple(_in_original(proposal, text, decoded) for proposal in proposals),
        tuple(Noise(*decoded.span(start, end), kind) for start, end, kind in _blocks(view.lines)),
        view.language,
    )


def sentence_claims(view: ArticleView, said: Said) -> list[Claim]:
    """State what the numbers of one sentence say, in text order."""
    claims: list[Claim] = []
    worded = [
        *multiple_claims(view, said),
        *share_claims(view, said),
        *called_ranks(view, said),
        *cent_prices(view, said),
        *share_cents(view, said),
    ]
    worded += [*hour_spans(view, said), *single_counts(view, said)]
    if view.language == "ar":
        worded += arabic_multiples(view, said)
    for index, mention in enumerate(settled(view, said, each) for each in said.mentions):
        if view.never.covers(mention.start, mention.end) or any(
            claim.start < mention.end and mention.start < claim.end for claim in worded
        ):
            continue
        claims += _read(view, said, mention, index)
    claims = _alike(view, claims)
    claims += [claim for claim in worded if not _covered(claim, view)]
    claims += event_claims(view, said, claims)
    claims += text_claims(view, said)
    claims.sort(key=lambda claim: claim.start)
    return claims


def _alike(view: ArticleView, claims: list[Claim]) -> list[Claim]:
    """Let an amount without a word of its own be what the amount before it is: "41 M€, contre 38 M€"."""
    result: list[Claim] = []
    known: Claim | None = None
    for claim in claims:
        twin = _compared(view, result, claim)
        if twin is not None:
            result.append(replace(claim, property=twin.property, rule=f"{twin.property}.compared"))
            continue
        unsure = claim.rule == "investment.money" and claim.strength < _WEAK
        if unsure and known is not None and known.unit == claim.unit and known.property in _FLOWS:
            result.append(replace(claim, property=known.property, rule=f"{known.property}.alike"))
        else:
            result.append(claim)
        if claim.kind is MentionKind.MONEY:
            known = result[-1]
    for place, (claim, converted) in enumerate(pairwise(result)):
        unsure = claim.rule == "investment.money" and claim.strength < _WEAK
        if unsure and 0 < converted.start - claim.end <= 2 and converted.property in _FLOWS:
            result[place] = replace(claim, property=converted.property, rule=f"{converted.property}.alike")
    return result


def _compared(view: ArticleView, before: list[Claim], claim: Claim) -> Claim | None:
    """Find the value that a claim is set against: "37 navires, contre 31 navires la saison passée"."""
    if claim.kind not in {MentionKind.MONEY, MentionKind.PERCENTAGE} or claim.property == "price":
        return None
    if not _AGAINST.search(view.soft, max(0, claim.start - 30), claim.start):
        return None
    return next((twin for twin in reversed(before[-6:]) if twin.unit == claim.unit and twin.kind is claim.kind), None)


def _covered(claim: Claim, view: ArticleView) -> bool:
    return claim.rule not in {"rank.called", "duration.hours"} and view.never.covers(claim.start, claim.end)


def _read(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    if mention.kind in _MEASURED:
        if view.language == "ar":
            mention = local_money(view, mention)
        return measure_claims(view, said, rescaled(view, said, mention, index))
    if mention.kind in {MentionKind.ORDINAL, MentionKind.RANK}:
        return rank_after_noun(view, said, mention) if view.language == "ar" else rank_claim(view, said, mention)
    if view.language == "ar" and (part := part_claims(mention)):
        return part
    if mention.kind in _COUNTED and not is_date(mention):
        return count_claim(view, said, mention, index)
    return []


def _denied(view: ArticleView, said: Said, claim: Claim) -> bool:
    if denied_after(view.soft, claim.end, said.end) or denied_by_answer(view, said):
        return True
    return stance(view.soft, said.start, claim.start, False) in {Stance.DENIED, Stance.RETRACTED}


def _proposal(view: ArticleView, said: Said, claim: Claim, doubts: Doubts) -> Proposal:
    holds = as_of(view, said, claim) if claim.property != "date_event" else ""
    lifecycle, modality = status_of(view, said, claim, holds)
    imagined = stance(view.soft, said.start, claim.start, said.asked) is Stance.HYPOTHETICAL
    if imagined:
        modality = Modality.POSSIBILITY
    ahead = (
        lifecycle in {Lifecycle.PLANNED, Lifecycle.UNDER_CONSTRUCTION, Lifecycle.ANNOUNCED}
        or modality is Modality.FORECAST
    )
    doubted = doubts.of(claim)
    told = (_IMAGINED if imagined else 1.0) * (1.0 if view.text[claim.start : claim.end].strip() else 0.5)
    told *= _DOUBTED if doubted.reason else 1.0
    return Proposal(
        claim.start,
        claim.end,
        view.text[claim.start : claim.end],
        claim.property,
        claim.value,
        claim.value_max,
        claim.unit,
        claim.comparator,
        subject_of(view, said, claim),
        place_of(view, said, claim),
        lifecycle,
        modality,
        holds,
        (holds or target_of(view, said, claim)) if ahead and claim.property != "date_event" else "",
        confidence(claim.kind, claim.strength, told=told, headline=said.label is LineLabel.TITLE),
        claim.rule,
        EXTRACTOR,
        ((said.start, said.end),),
        doubted.readings,
        doubted.reason,
    )


def _with_clause(view: ArticleView, proposal: Proposal) -> Proposal:
    """Narrow the sentence that a value stands in to the words that say it; the row of a table stays."""
    first, *others = proposal.evidence
    if proposal.rule.startswith("table.") or not first[0] <= proposal.start <= proposal.end <= first[1]:
        return proposal
    return replace(proposal, evidence=(clause_of(view, proposal.start, proposal.end, first), *others))


def _cell_proposal(view: ArticleView, cell: CellClaim, doubts: Doubts) -> Proposal:
    claim = cell.claim
    glued = bool(cell.needs_look)
    doubted = Doubted(cell.needs_look, cell.alternatives) if glued else doubts.of_cell(claim)
    return Proposal(
        claim.start,
        claim.end,
        view.text[claim.start : claim.end],
        claim.property,
        claim.value,
        claim.value_max,
        claim.unit,
        claim.comparator,
        cell.subject,
        place_of_row(view, cell.row, claim.property),
        *status_of_cell(view, claim, cell.year),
        cell.year,
        "",
        confidence(claim.kind, claim.strength, told=0.5 if glued else _DOUBTED if doubted.reason else 1.0),
        claim.rule,
        EXTRACTOR,
        (cell.row,),
        doubted.readings,
        doubted.reason,
    )


def _blocks(lines: Iterable[Line]) -> list[tuple[int, int, str]]:
    """Join neighbouring lines of one kind of noise."""
    blocks: list[tuple[int, int, str]] = []
    gap = True
    for line in lines:
        if line.label is LineLabel.BLANK:
            continue
        if not line.noise:
            gap = True
            continue
        if blocks and not gap and blocks[-1][2] == line.noise:
            blocks[-1] = (blocks[-1][0], line.end, line.noise)
        else:
            blocks.append((line.start, line.end, line.noise))
        gap = False
    return blocks


def _in_original(proposal: Proposal, text: str, decoded: Decoded) -> Proposal:
    """Move spans to the text as given, where entities take more room."""
    if decoded.text is text:
        return proposal
    start, end = decoded.span(proposal.start, proposal.end)
    return replace(
        proposal,
        start=start,
        end=end,
        quote=text[start:end],
        evidence=tuple(decoded.span(*span) for span in proposal.evidence),
        alternatives=tuple(
            Reading(*decoded.span(other.start, other.end), other.value, other.unit) for other in proposal.alternatives
        ),
    )
