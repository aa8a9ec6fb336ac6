"""What the pictures show: every view and state, each brought about as a person would."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from maeditor.ui import picture_around as around
from maeditor.ui import picture_reading as reading
from maeditor.ui import picture_returning, picture_sheets
from maeditor.ui import picture_reviewing as reviewing
from maeditor.ui.picture_visitor import Visitor


@dataclass(frozen=True, slots=True)
class Scene:
    """What to do in the window; ``everywhere`` scenes stand for their view and are drawn in every look.

    ``opened`` tells whether the sample is open before.
    """

    show: Callable[[Visitor], None]
    everywhere: bool = False
    opened: bool = True


def _called(*names: str) -> Callable[[Visitor], None]:
    """The scene that some commands bring about."""
    return lambda visitor: visitor.call(*names)


def _view(show: Callable[[Visitor], None]) -> Scene:
    return Scene(show, everywhere=True)


SCENES: Mapping[str, Scene] = {
    "welcome-first": Scene(_called(), opened=False),
    "welcome": _view(around.closed),
    "empty": Scene(around.empty),
    "read": _view(_called()),
    "read-waiting": Scene(reading.waiting),
    "read-bare": Scene(reading.bare_article),
    "read-done": Scene(reading.settled_article),
    "read-finish": Scene(reading.finished),
    "read-deleted": Scene(_called("delete-article")),
    "read-several": Scene(reading.several),
    "read-card": Scene(reading.rested_on),
    "read-rail": Scene(around.rail),
    "read-alone": Scene(_called("focus-mode")),
    "select": _view(reading.selected),
    "link": Scene(reading.linked),
    "find": Scene(reading.found),
    "omission": _view(_called("next-omission")),
    "dismiss": Scene(_called("next-omission", "dismiss-figure")),
    "dismissed": Scene(reading.dismissed),
    "dismissed-back": Scene(reading.taken_back),
    "hedges": Scene(_called("toggle-hedges")),
    "field-list": Scene(reading.suggested),
    "field-error": Scene(reading.unreadable),
    "facts-project": _view(reading.listed),
    "fact-history": Scene(_called("fact-history")),
    "arabic": _view(reading.arabic),
    "arabic-select": Scene(reading.arabic_selected),
    "arabic-review": _view(reviewing.arabic_review),
    "arabic-search": Scene(around.searched("المغرب")),
    "review": _view(_called("review")),
    "review-doubt": _view(reviewing.glued),
    "review-edit": _view(reviewing.changed),
    "review-fields": Scene(reviewing.all_fields),
    "review-list": Scene(reviewing.suggested),
    "review-error": Scene(reviewing.unreadable),
    "review-corrected": Scene(reviewing.corrected),
    "review-reason": Scene(reviewing.reasoned),
    "review-bounds": Scene(reviewing.bounds),
    "review-compare": Scene(reviewing.compared),
    "review-over": _view(reviewing.over),
    "review-later": Scene(reviewing.put_off),
    "review-all-over": Scene(reviewing.all_over),
    "review-empty": Scene(around.empty_review),
    "chart": _view(around.charted),
    "chart-chosen": Scene(around.chart_chosen),
    "chart-table": _view(around.chart_table),
    "chart-emptied": Scene(around.chart_emptied),
    "chart-empty": Scene(around.empty_chart),
    "sheets": _view(picture_sheets.sheets),
    "sheets-columns": Scene(picture_sheets.columns),
    "sheets-changed": Scene(picture_sheets.changed),
    "sheets-empty": Scene(picture_sheets.none),
    "corrections": _view(picture_returning.corrections),
    "corrections-refused": Scene(picture_returning.refused),
    "corrections-same": Scene(picture_returning.same),
    "corrections-noticed": Scene(picture_returning.noticed),
    "corrections-applied": Scene(picture_returning.applied),
    "palette": _view(around.searched("capacité dakhla")),
    "palette-units": Scene(around.searched("500 mw")),
    "palette-start": Scene(_called("search")),
    "palette-command": Scene(around.searched("thème")),
    "palette-nothing": Scene(around.searched("zzzz")),
    "history": _view(around.history),
    "history-step": Scene(around.step),
    "history-blocked": Scene(around.blocked),
    "checkpoint": Scene(around.checkpoint),
    "checkpoint-return": Scene(around.going_back),
    "property-new": Scene(_called("add-property")),
    "about": Scene(_called("about")),
    "article-details": Scene(_called("article-details")),
    "keys": _view(_called("keys")),
    "settings": _view(around.settings(0)),
    "settings-reading": Scene(around.settings(1)),
    "settings-review": Scene(around.settings(2)),
    "settings-keys": Scene(around.settings(3)),
    "settings-clash": Scene(around.clash),
    "notice-error": Scene(around.refused),
    "notice-redo": Scene(reviewing.undone),
    "job": Scene(around.busy),
}
"""By name, in the order in which they are drawn."""
