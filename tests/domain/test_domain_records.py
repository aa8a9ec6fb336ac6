"""Without these the journal could not take a change back, and an error would not say what is wrong."""

from maeditor.domain.changes import Action, ActionState, Change, Done
from maeditor.domain.errors import MaeditorError, ProjectError
from maeditor.domain.record import new_id

ADDED = Change("fact", "f1", None, {"state": "proposed"})
CHANGED = Change("fact", "f1", {"state": "proposed"}, {"state": "accepted"})
OTHER = Change("passage", "p1", {"start": 1}, None)


def test_a_change_taken_back_twice_is_itself() -> None:
    assert ADDED.inverse() == Change("fact", "f1", {"state": "proposed"}, None)
    assert CHANGED.inverse().inverse() == CHANGED


def test_a_view_learns_whether_an_action_touches_what_it_shows() -> None:
    action = Action("a1", 1, "accept-fact", "N. Idrissi", "2026-01-01T00:00:00Z", ActionState.DONE, "", {})
    done = Done(action, (ADDED, CHANGED, OTHER))
    assert done.touches("fact")
    assert done.touches("article", "passage")
    assert not done.touches("article")
    assert done.record_ids("fact") == ("f1",)
    assert done.record_ids("article") == ()


def test_an_error_says_its_key_and_details() -> None:
    assert str(ProjectError("project_newer")) == "project_newer"
    assert str(ProjectError("project_newer", theirs=3, ours=2)) == "project_newer (ours=2, theirs=3)"
    assert isinstance(ProjectError("x"), MaeditorError)


def test_identities_are_never_the_same() -> None:
    made = {new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert {len(each) for each in made} == {36}
