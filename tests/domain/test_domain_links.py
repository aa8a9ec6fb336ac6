"""Links into the program lead to a fact or an article, and to nothing else: a workbook comes from anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.errors import LinkError
from maeditor.domain.links import Link, Target, is_link, read_link
from maeditor.domain.record import new_id

ID = "0f8fad5b-d9cb-469f-a165-70867728950e"


@given(st.sampled_from(Target), st.uuids().map(str))
def test_what_is_written_is_read(target, record_id):
    link = Link(target, record_id)
    assert read_link(str(link)) == link
    # Browsers and Excel may end it with a slash, or write it in capitals.
    assert read_link(f" {str(link).upper()}/ ") == link


@pytest.mark.parametrize(
    "text",
    [
        "",
        "maeditor://",
        "maeditor://fact/",
        f"maeditor://fact/{ID}/../../secret",
        f"maeditor://fact/{ID}?open=file:///etc/passwd",
        f"maeditor://fact/{ID}\nmaeditor://fact/{ID}",
        f"maeditor://fact/{ID[:-1]}",
        f"maeditor://delete/{ID}",
        f"maeditor://user@fact/{ID}",
        f"maeditor:fact/{ID}",
        f"https://fact/{ID}",
        f"maeditor://fact/{ID.replace('0', '٠')}",
        f"maeditor://fact/{ID.replace('f', 'ſ')}",
        f"maeditor://fact/'; DROP TABLE facts; --{ID}",
        "maeditor://fact/" + "a" * 100_000,
    ],
)
def test_anything_else_is_refused_with_a_sentence(text):
    with pytest.raises(LinkError) as refused:
        read_link(text)
    assert refused.value.key == "link_unreadable"


@given(st.text())
def test_no_text_does_more_than_lead_somewhere_or_be_refused(text):
    try:
        link = read_link("maeditor://" + text)
    except LinkError:
        return
    assert link.target in Target
    assert len(link.id) == len(new_id())


def test_a_project_is_no_link():
    assert is_link("Maeditor://fact/1")
    assert not is_link("postgresql+psycopg://host/maeditor:")
    assert not is_link("notes/maeditor.maed")
