"""What decisions teach: how long keeping up with them takes, and how well confidence foretells the next ones.

``python -m benchmarks learning`` times a project of 10,000 decided proposals. With folders of annotated texts (each
``articles/`` and ``gold/`` as docs/formats.md has proposals), ``python -m benchmarks.learning FOLDER …`` decides about
every proposal as the annotation does, and prints mean log losses (natural logarithm, less is better): of the rules'
own confidence, of the counts, of the regression, and of what the program would have told. ``article left out``
foretells each article from all others; ``one by one`` each decision from those before it.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.review import fill
from maeditor.domain.facts import State
from maeditor.domain.units import convert, is_unit, unit
from maeditor.extraction.jsonl_proposals import proposal_lines
from maeditor.extraction.learning.decisions import Decision
from maeditor.extraction.learning.ledger import FIRST, Ledger
from maeditor.extraction.learning.regression import learned, within
from maeditor.extraction.learning.scoring import counts_unseen, log_loss
from maeditor.extraction.learning.traits import traits_of
from maeditor.extraction.proposals import EXTRACTOR, propose
from maeditor.services import learning, reviewing
from maeditor.services.projects import create_project
from maeditor.services.proposed_facts import fact_of

COUNT = 10_000
ROUNDS = 20
NEARLY = 0.005
SHUFFLES = 5


def main() -> int:
    folders = [Path(each) for each in sys.argv[1:]]
    if folders:
        foretell(folders)
    else:
        keep_up()
    return 0


def keep_up() -> None:
    with tempfile.TemporaryDirectory() as kept:
        runner = create_project(Path(kept) / "p.maed", "Banc", editor="Banc")
        fill(runner, COUNT + ROUNDS, 40)
        with runner.read() as queries:
            facts = queries.facts()
        states = (State.ACCEPTED,) * 8 + (State.REJECTED, State.CORRECTED)
        with runner.store.write() as unit_of_work:
            unit_of_work.begin_action("accept-fact", "Banc")
            unit_of_work.facts.replace_all(
                replace(fact, state=states[at % 10], place="Nador" if at % 10 == 9 else fact.place,
                        reviewed_at=f"2026-05-{at // 1000 + 1:02d}T10:00:00Z")
                for at, fact in enumerate(facts[:COUNT])
            )  # fmt: skip
            unit_of_work.finish_action()
        import numpy as np  # noqa: F401 - loading it is no part of the measure

        begun = time.process_time()
        learning.learn(runner)
        print(f"{COUNT:,} decisions read for the first time   {ms(begun):6.1f} ms of processor, behind the window")
        taken, glances, judged = [], [], []
        for fact in facts[COUNT:]:
            reviewing.accept_fact(runner, fact.id)
            begun = time.process_time()
            known = learning.learn(runner)
            taken.append(ms(begun))
            begun = time.process_time()
            learning.learn(runner)
            glances.append(ms(begun))
            begun = time.process_time()
            for _each in range(100):
                known.judged(facts[-1])
            judged.append(ms(begun) / 100)
        print(f"one more decision                     {statistics.median(taken):9.2f} ms   worst {max(taken):.2f} ms")
        print(f"nothing new                           {statistics.median(glances):9.2f} ms")
        print(f"a proposal judged                     {statistics.median(judged):9.3f} ms")
        runner.store.close()


def ms(begun: float) -> float:
    return 1000 * (time.process_time() - begun)


def foretell(folders: list[Path]) -> None:
    for name, fields in (
        ("property, value, unit, comparator", frozenset[str]()),
        ("the same and status", frozenset({"status"})),
    ):
        decisions = [each for folder in folders for each in decided(folder, fields)]
        articles = {each.article for each in decisions}
        right = sum(each.as_proposed for each in decisions)
        corrected = sum(each.stated and bool(each.wrong) for each in decisions)
        print(
            f"decided by {name}: {len(decisions)} proposals of {len(articles)} articles, {right} accepted, "
            f"{corrected} corrected, {len(decisions) - right - corrected} rejected"
        )
        priors = log_loss([within(each.traits.prior) for each in decisions], decisions)
        counts = log_loss(counts_unseen(decisions, decisions), decisions)
        regression = log_loss(learned(decisions)[1], decisions)
        print(f"  article left out   priors {priors:.3f}   counts {counts:.3f}   regression {regression:.3f}")
        print(f"  one by one         {one_by_one(decisions)}")


def one_by_one(decisions: list[Decision]) -> str:
    """The articles in several orders, each decision foretold from those before it; from the fiftieth on."""
    sums = {"priors": 0.0, "counts": 0.0, "told": 0.0}
    chosen = 0
    for seed in range(SHUFFLES):
        order = sorted({each.article for each in decisions})
        random.Random(seed).shuffle(order)
        ranks = {article: at for at, article in enumerate(order)}
        ordered = sorted(decisions, key=lambda each: ranks[each.article])
        ledger, told = Ledger(), {name: list[float]() for name in sums}
        for at, each in enumerate(ordered):
            told["priors"].append(within(each.traits.prior))
            told["counts"].append(ledger.by_counts(each.traits))
            told["told"].append(ledger.expected(each.traits))
            chosen += at >= FIRST and ledger.by_regression
            ledger.put(str(at), ("", at), each)
            ledger.learn()
        for name in sums:
            sums[name] += log_loss(told[name][FIRST:], ordered[FIRST:]) / SHUFFLES
    share = chosen / SHUFFLES / max(1, len(decisions) - FIRST)
    told_of = "   ".join(f"{name} {loss:.3f}" for name, loss in sums.items())
    return f"{told_of}   (the regression spoke {share:.0%} of the time)"


def decided(folder: Path, fields: frozenset[str]) -> Iterator[Decision]:
    """A decision a proposal, as the annotation has it; ``fields`` beside the usual ones count as well."""
    for file in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        text = next((folder / "articles").glob(f"{file.stem}.*")).read_text("utf-8")
        extraction = propose(text, gold["lang"])
        lines = proposal_lines(extraction, file.stem)
        for proposal, line in zip(extraction.proposals, lines, strict=False):
            if _is_left_open(line, gold):
                continue
            fact = fact_of(proposal, 1, "", EXTRACTOR, {})
            traits = traits_of({name: getattr(fact, name) for name in fact.__slots__}, fact.confidence)
            readings = [_wrong(line, each, fields) for each in gold["facts"] if _meet(line, each)]
            wrong = min(readings, key=len, default=frozenset[str]())
            yield Decision(traits, f"{folder.name}/{file.stem}", bool(readings), wrong)


def _meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _is_left_open(line: dict[str, Any], gold: dict[str, Any]) -> bool:
    """Where the annotation neither asks for a fact nor forbids one."""
    open_ = [each for each in gold["not_facts"] if each["scoring"] == "ignore"]
    open_ += [each for each in gold["boilerplate"] if each["kind"] == "about"]
    return not any(_meet(line, each) for each in gold["facts"]) and any(_meet(line, each) for each in open_)


def _wrong(line: dict[str, Any], gold: dict[str, Any], fields: frozenset[str]) -> frozenset[str]:
    same = {
        "property": line["property"] == gold["property"],
        "unit": _dimension(line["unit"]) == _dimension(gold["unit"]),
        "value": _same_value(line, gold),
        "comparator": line["modifier"] == gold["modifier"],
    }
    same |= {name: line[name] == gold[name] for name in fields}
    return frozenset(name for name, right in same.items() if not right)


def _dimension(code: str | None) -> str:
    code = (code or "1").removesuffix("/a")
    return unit(code).base if is_unit(code) else code


def _same_value(line: dict[str, Any], gold: dict[str, Any]) -> bool:
    one, other = line["value"], gold["value"]
    if isinstance(one, str) or isinstance(other, str):
        return str(one).rstrip("~") == str(other).rstrip("~")
    mine, theirs = _base(one, line["unit"]), _base(other, gold["unit"])
    return abs(abs(mine) - abs(theirs)) <= NEARLY * max(abs(mine), abs(theirs))


def _base(value: float, code: str | None) -> float:
    return float(convert(Decimal(str(value)), code, unit(code).base)) if code and is_unit(code) else float(value)


if __name__ == "__main__":
    sys.exit(main())
