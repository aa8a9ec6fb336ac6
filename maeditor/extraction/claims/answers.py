"""Values an interviewer puts forward and the answer below denies: "On a parlé de 2 milliards… / Non, c'est faux."."""

from __future__ import annotations

import re

from maeditor.extraction.claims.article_view import ArticleView, Said

_NO = re.compile(
    r"[\s\"–—-]*(?:non|faux|c'est faux|pas du tout|absolument pas|nullement|no|not at all|that is wrong|that's wrong"
    r"|that is not true)(?=[ ,.!:;])(?! (?:seulement|loin|plus|longer|one|fewer|less|doubt))"
)
_LINE_ENDS = re.compile(r'[ "»”]*(?=\n)')
_PROMPT = re.compile(r"(?:\?|\.\.\.|…)[\s\"]*$")


def denied_by_answer(view: ArticleView, said: Said) -> bool:
    """Tell whether a sentence prompts an answer and the next line begins by saying no."""
    if not _PROMPT.search(view.soft, said.start, said.end):
        return False
    rest = _LINE_ENDS.match(view.soft, said.end)
    return rest is not None and _NO.match(view.soft, rest.end()) is not None
