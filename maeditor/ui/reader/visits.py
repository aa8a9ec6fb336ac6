"""Which articles were visited, in order, and where each was left."""

from __future__ import annotations


class Visits:
    """A history as a browser keeps it: going elsewhere from the middle forgets what lay ahead."""

    def __init__(self) -> None:
        self._order: list[str] = []
        self._at = -1
        self._places: dict[str, tuple[int, float]] = {}

    def arrive(self, article_id: str) -> tuple[int, float] | None:
        """Note that an article is shown; gives the place where it was left."""
        if not (0 <= self._at < len(self._order) and self._order[self._at] == article_id):
            del self._order[self._at + 1 :]
            self._order.append(article_id)
            self._at += 1
        return self._places.get(article_id)

    def leave(self, article_id: str, place: tuple[int, float]) -> None:
        """Note where an article is left; the latest stands last."""
        self._places.pop(article_id, None)
        self._places[article_id] = place

    @property
    def places(self) -> dict[str, tuple[int, float]]:
        """Where each article was left, the latest last."""
        return dict(self._places)

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is an article before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is an article after."""
        return self._at + 1 < len(self._order)

    def before(self) -> str | None:
        """Step back and name the article, if there is one."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._order[self._at]

    def after(self) -> str | None:
        """Step forward and name the article, if there is one."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._order[self._at]
