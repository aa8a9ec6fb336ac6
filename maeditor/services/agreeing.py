"""Does a value stand in its own passages? Our lexer must read it there, or a person gives a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from maeditor.domain.articles import Passage
from maeditor.domain.facts import Fact
from maeditor.domain.review import NEEDS_REASON
from maeditor.domain.units import same_value
from maeditor.domain.values import Comparator, Quantity


def looked_at(fact: Fact, passages: Iterable[Passage], language: str) -> Fact:
    """The fact, marked as differing from its passages if none of them says its value; unmarked if one does."""
    passages = tuple(passages)
    if fact.quantity is None or not passages or any(says(each, fact.quantity, language) for each in passages):
        return replace(fact, needs_look="") if fact.needs_look == NEEDS_REASON else fact
    return replace(fact, needs_look=NEEDS_REASON)


def says(passage: Passage, value: Quantity, language: str) -> bool:
    """Tell whether a passage holds a value, read with what is around it: a unit may stand there ("de 5 à 20 MW")."""
    # The patterns of the lexer take longer to make than the first page takes to show.
    from maeditor.extraction.mentions import mentions
    from maeditor.extraction.reading import quantity

    text = passage.prefix + passage.exact + passage.suffix
    start = len(passage.prefix)
    end = start + len(passage.exact)
    wanted = _ends(value)
    for mention in mentions(text, language or None):
        read = quantity(mention) if mention.start < end and start < mention.end else None
        if read is not None and (
            same_value(_bare(read), _bare(value)) or any(_same(end_, wanted) for end_ in _ends(read))
        ):
            return True
    return False


def _bare(value: Quantity) -> Quantity:
    """The value without its hedge: "environ 8 MW" says 8 MW."""
    return value if value.comparator is Comparator.RANGE else replace(value, comparator=Comparator.EQUAL)


def _ends(value: Quantity) -> tuple[Quantity, ...]:
    """Both ends of a range, or the one amount: a fact may state one end of a range, or a range its text says in two."""
    amounts = (value.lower, value.upper) if value.comparator is Comparator.RANGE else (value.amount,)
    return tuple(Quantity.of(amount, value.unit) for amount in amounts if amount is not None)


def _same(one: Quantity, others: tuple[Quantity, ...]) -> bool:
    return any(same_value(one, other) for other in others)
