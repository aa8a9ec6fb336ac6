"""The facts of the open article and their passages, changed piece by piece: an article may have thousands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from maeditor.domain.changes import Done
from maeditor.services.library import FactView, OpenArticle
from maeditor.ui import fact_text
from maeditor.ui.fact_icon import icon_of
from maeditor.ui.reader.fact_card import CardRow
from maeditor.ui.reader.view import ArticleView, Highlight
from maeditor.wording import Wording

_BY_FACT = frozenset({"facts", "evidence", "passages"})
"""Tables whose changes can be told fact by fact."""


@dataclass(slots=True)
class _Known:
    """By record the facts that it belongs to. What a fact no longer has may linger: it is then read once too often."""

    owners: dict[str, set[str]] = field(default_factory=dict)
    said: dict[tuple[object, object], set[str]] = field(default_factory=dict)
    properties: set[str] = field(default_factory=set)

    def add(self, view: FactView) -> None:
        """Take a fact with its evidence and passages."""
        fact = view.fact
        self.owners.setdefault(fact.id, set()).add(fact.id)
        for each in view.evidence:
            self.owners.setdefault(each.id, set()).add(fact.id)
            self.owners.setdefault(each.passage.id, set()).add(fact.id)
        self.said.setdefault((fact.subject, fact.property), set()).add(fact.id)
        self.properties.add(fact.property)


class ShownFacts:
    """What is known of one article; told what changed, it names the facts to read again and takes them."""

    def __init__(self, opened: OpenArticle, words: Wording) -> None:
        self.opened = opened
        self._words = words
        self._facts = {view.fact.id: view for view in opened.facts}
        self._gathered: _Known | None = None
        self._highlights = {view.fact.id: self._highlights_of(view) for view in opened.facts}

    def view(self) -> ArticleView:
        """The article as the reader shows it; passages of other articles or of other texts of it are not in it."""
        article = self.opened.article
        return ArticleView(
            article.id,
            article.title,
            self.opened.text,
            article.publisher or article.author,
            article.published,
            article.language,
            self.opened.noise,
            tuple(highlight for those in self._highlights.values() for highlight in those),
        )

    def fact(self, fact_id: str) -> FactView | None:
        """One of the facts, as it was read last."""
        return self._facts.get(fact_id)

    def concerned(self, done: Done) -> bool:
        """Tell whether a change names the article, one of its facts, or what is said of all."""
        known, here = self._known(), (self.opened.article.id, self.opened.version.id)
        for change in done.changes:
            if change.record_id in here or change.record_id in known.owners or change.table == "properties":
                return True
            for row in (change.before, change.after):
                if row is None:
                    continue
                if row.get("article_id") in here or row.get("fact_id") in self._facts:
                    return True
                # A fact elsewhere may begin or cease to contradict one that is shown.
                if change.table == "facts" and row.get("property") in known.properties:
                    return True
        return False

    def touched(self, done: Done) -> set[str] | None:
        """The facts that must be read again after an action; None where the whole article must be."""
        known = self._known()
        found: set[str] = set()
        for change in done.changes:
            if change.table not in _BY_FACT:
                return None
            if change.table == "facts":
                found.add(change.record_id)
            found.update(known.owners.get(change.record_id, ()))
            for row in (change.before, change.after):
                if row is not None and change.table == "evidence":
                    found.add(str(row.get("fact_id")))
                elif row is not None and change.table == "facts":
                    found.update(known.said.get((row.get("subject"), row.get("property")), ()))
        return found

    def _known(self) -> _Known:
        """Who owns which record; gathered when it is first asked for, so that opening costs nothing."""
        if self._gathered is None:
            self._gathered = _Known()
            for view in self._facts.values():
                self._gathered.add(view)
        return self._gathered

    def take(self, touched: Iterable[str], views: Iterable[FactView]) -> None:
        """Put facts read again in the place of what was known of them; those that are no longer there go."""
        now = {view.fact.id: view for view in views if self._is_here(view)}
        for fact_id in touched:
            view = now.get(fact_id)
            if view is None:
                self._facts.pop(fact_id, None)
                self._highlights.pop(fact_id, None)
            else:
                self._facts[fact_id] = view
                self._known().add(view)
                self._highlights[fact_id] = self._highlights_of(view)
        self.opened = replace(self.opened, facts=tuple(self._facts.values()))

    def _is_here(self, view: FactView) -> bool:
        here = self.opened.article.id
        return view.fact.article_id == here or any(each.passage.article_id == here for each in view.evidence)

    def _highlights_of(self, view: FactView) -> list[Highlight]:
        text_id, fact = self.opened.version.id, view.fact
        here = [each for each in view.evidence if each.passage.text_id == text_id]
        if not here:
            return []
        label = fact_text.spoken_fact(view, self._words)
        return [
            Highlight(
                fact.id, each.id, each.passage.start, each.passage.end, view.property.family, fact.state, label,
                view.conflicted, bool(fact.needs_look), icon_of(view.property),
            )
            for each in here
        ]  # fmt: skip


def card_row(view: FactView, words: Wording) -> CardRow:
    """A fact as the card under the mouse tells it."""
    fact = view.fact
    warning = words.say("facts.in_conflict") if view.conflicted else ""
    if fact.needs_look and not warning:
        warning = words.say(fact_text.look_key(fact))
    normalised = fact_text.normalised_text(fact, words)
    return CardRow(
        view.property.family,
        fact_text.value_text(view, words),
        f"= {normalised}" if normalised else "",
        fact_text.about_text(view, words),
        fact.state.value,
        fact_text.state_text(fact.state, words),
        warning,
        view.conflicted,
        icon_of(view.property),
    )
