"""The keys that the status bar shows, by where the keyboard is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from maeditor.ui.wording import Words

if TYPE_CHECKING:
    from maeditor.ui.reader.pane import ReaderPane

Rows = Sequence[tuple[str, str]]
"""A command or several, the name of a key (a sentence) or a sign, each with the sentence of what it does."""

START: Rows = (
    ("keys.enter", "status.key_sample"),
    ("import-files", "status.key_import"),
    ("open-project", "status.key_open"),
    ("keys", "status.key_keys"),
)
EMPTY: Rows = (
    ("import-files", "status.key_import"),
    ("paste-article", "status.key_paste"),
    ("open-project", "status.key_open"),
    ("search", "status.key_commands"),
)
"""No article in the project."""
BARE: Rows = (
    ("grow-selection", "status.key_sentence"),
    ("new-fact", "status.key_new"),
    ("next-article", "status.key_article"),
    ("search", "status.key_commands"),
)
"""An article without facts."""
READER: Rows = (
    ("grow-selection", "status.key_sentence"),
    ("new-fact", "status.key_new"),
    ("next-fact", "status.key_next"),
    ("accept-fact", "status.key_accept"),
)
LEFT: Rows = (
    ("grow-selection", "status.key_sentence"),
    ("next-fact", "status.key_next"),
    ("accept-fact", "status.key_accept"),
    ("next-omission", "status.key_omission"),
)
"""In the reader while figures are left."""
FIGURE: Rows = (
    ("new-fact", "status.key_new"),
    ("dismiss-figure", "status.key_dismiss"),
    ("next-omission", "status.key_omission"),
    ("keys.escape", "status.key_drop"),
)
"""A figure without a fact is marked."""
MARKED: Rows = (
    ("new-fact", "status.key_new"),
    ("link-selection", "status.key_link"),
    ("grow-selection", "status.key_sentence"),
    ("keys.escape", "status.key_drop"),
)
FACT: Rows = (
    ("next-fact", "status.key_next"),
    ("accept-fact", "status.key_accept"),
    ("reject-fact", "status.key_reject"),
    ("edit-fact", "status.key_edit"),
)
FIELD: Rows = (
    ("keys.enter", "status.key_commit"),
    ("keys.control_enter", "status.key_commit_accept"),
    ("keys.escape", "status.key_revert"),
)
POPOVER: Rows = (
    ("keys.enter", "status.key_record"),
    ("keys.tab", "status.key_family"),
    ("↓", "status.key_link"),
    ("keys.escape", "status.key_close"),
)
REVIEW: Rows = (
    ("review-accept", "status.key_accept"),
    ("review-reject", "status.key_reject"),
    ("review-value", "status.key_value"),
    ("review-later", "status.key_later"),
)
REVIEW_OVER: Rows = (
    ("keys.enter", "status.key_go_on"),
    ("review-undo", "status.key_take_back"),
    ("next-omission", "status.key_omission"),
    ("keys.escape", "status.key_close"),
)
REVIEW_FIELD: Rows = (
    ("keys.enter", "status.key_commit"),
    ("keys.control_enter", "status.key_commit_accept"),
    ("keys.tab", "status.key_field"),
    ("keys.escape", "status.key_cancel"),
)
REVIEW_REASON: Rows = (("keys.enter", "status.key_commit"), ("keys.escape", "status.key_cancel"))
REVIEW_BOUNDS: Rows = (
    ("end-left", "status.key_end_left"),
    ("end-right", "status.key_end_right"),
    ("keys.enter", "status.key_commit"),
    ("keys.escape", "status.key_cancel"),
)
FIND: Rows = (
    ("keys.enter", "status.key_hit_next"),
    ("keys.shift_enter", "status.key_hit_previous"),
    ("keys.escape", "status.key_close"),
)
FILTER: Rows = (("keys.enter", "status.key_list"), ("keys.escape", "status.key_clear"))
REASONS: Rows = (
    ("↑ ↓", "status.key_choose"),
    ("keys.enter", "status.key_dismiss"),
    ("keys.escape", "status.key_close"),
)
ASIDE: Rows = (
    ("keys.enter", "status.key_shown"),
    ("keys.delete", "status.key_recall"),
    ("keys.escape", "status.key_close"),
)
TIMELINE: Rows = (
    ("keys.enter", "status.key_changes"),
    ("keys.delete", "status.key_turn"),
    ("keys.escape", "status.key_close"),
)
STEP: Rows = (
    ("keys.enter", "status.key_shown"),
    ("keys.delete", "status.key_turn"),
    ("←", "status.key_list"),
)
CHART: Rows = (("↑ ↓", "status.key_point"), ("keys.enter", "status.key_passage"), ("chart-table", "status.key_table"))

CHART_FILTERED: Rows = (("keys.escape", "status.key_clear_filters"), ("search", "status.key_commands"))
"""No fact passes the filters: nothing is there to be gone through."""
CHART_EMPTY: Rows = (("view-read", "status.key_articles"), ("search", "status.key_commands"))
"""The project has no fact that could be drawn."""

SHEETS: Rows = (
    ("rename-sheet", "status.key_rename"),
    ("sheet-up sheet-down", "status.key_move"),
    ("new-sheet", "status.key_sheet"),
    ("export-workbook", "status.key_export"),
)
SHEETS_EMPTY: Rows = (
    ("new-sheet", "status.key_sheet"),
    ("view-read", "status.key_articles"),
    ("search", "status.key_commands"),
)
SHEET_TITLE: Rows = (
    ("keys.enter", "status.key_commit"),
    ("keys.tab", "status.key_field"),
    ("keys.escape", "status.key_revert"),
)
SHEET_COLUMNS: Rows = (
    ("keys.space", "status.key_tick"),
    ("sheet-up sheet-down", "status.key_move"),
    ("export-workbook", "status.key_export"),
)
SHEET_CHANGES: Rows = (
    ("keys.enter", "status.key_shown"),
    ("↑ ↓", "status.key_choose"),
    ("export-workbook", "status.key_export"),
)
CORRECTIONS: Rows = (
    ("↑ ↓", "returning.key_row"),
    ("keys.space", "returning.key_tick"),
    ("← →", "returning.key_decide"),
    ("C", "returning.key_conflict"),
    ("keys.control_enter", "returning.key_apply"),
)
CORRECTIONS_EMPTY: Rows = (
    ("corrections", "returning.key_choose"),
    ("view-read", "status.key_articles"),
    ("search", "status.key_commands"),
)


def deciding(readings: int) -> Rows:
    """What serves on a card of a review, where the value has so many ``readings`` to choose from."""
    if readings < 2:
        return REVIEW
    names = " ".join(f"review-reading-{number}" for number in range(1, readings + 1))
    return ((names, "status.key_reading"), *REVIEW[1:])


def charting(*, drawn: bool, filtered: bool) -> Rows:
    """What serves in the charts, where facts are ``drawn``, or only ``filtered`` away."""
    return CHART if drawn else CHART_FILTERED if filtered else CHART_EMPTY


def reading(reader: ReaderPane, *, marked: bool) -> Rows:
    """What serves in the article, if there is one: with words ``marked``, while figures are left, without facts."""
    strip = reader.omissions.state
    if not reader.view.article_id:
        return EMPTY
    if marked:
        return FIGURE if strip.quote and not strip.reason else MARKED
    return LEFT if strip.left else READER if reader.view.highlights else BARE


def caps(rows: Rows, words: Words) -> list[tuple[str, str]]:
    """What stands on the keys now; a command without a key is left out."""
    written = [(cap_of(name, words), text_key) for name, text_key in rows]
    return [(cap, text_key) for cap, text_key in written if cap]


def cap_of(name: str, words: Words) -> str:
    """What stands on the key of a command, of several in a row, or on a key by its own name."""
    if " " in name and (names := name.split())[0] in words.keys.commands:
        return " · ".join(filter(None, map(words.cap, names)))
    if name in words.keys.commands:
        return words.cap(name)
    return words.say(name) if name.startswith("keys.") else name
