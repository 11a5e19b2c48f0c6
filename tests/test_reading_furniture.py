"""What a run has read before leaves no trace in what tells revisions apart."""

from datetime import UTC, datetime

from lxml.html import document_fromstring

from newscrawl.generic import Furniture
from newscrawl.items import Article
from newscrawl.reading import read_unknown
from newscrawl.storage.records import TEXT, changes

NOW = datetime(2031, 3, 5, tzinfo=UTC)
NOTE = "Die Laterne wird von ihren Lesern geschrieben, und von ihnen allein bezahlt."


def read(number: int, furniture: Furniture | None, ending: str = "") -> Article:
    own = "".join(
        f"<p>Gate {number}.{part} at the harbour closed at dusk, and the ferries waited there.</p>"
        for part in range(6)
    )
    text = f"<p>{NOTE}</p>{own}{ending}<p>Ada Quill</p>"
    page = f"<h1>Gate {number} closes at dusk</h1><div>{text}</div>"
    url = f"https://www.lantern.example/{number}"
    return read_unknown(document_fromstring(page), url, now=NOW, furniture=furniture)


def after_many() -> Furniture:
    furniture = Furniture(1000)
    for number in range(5):
        read(number, furniture)
    return furniture


def test_furniture_is_left_out_of_the_body_alone() -> None:
    first, later = read(9, Furniture(1000)), read(9, after_many())

    assert NOTE in (first.body or "")
    assert NOTE not in (later.body or "")
    assert later.content_hash == first.content_hash == read(9, None).content_hash
    assert [name for name in TEXT if getattr(first, name) != getattr(later, name)] == ["body"]
    assert first.language == later.language


def test_a_body_that_lost_its_furniture_is_no_revision() -> None:
    assert changes(read(9, Furniture(1000)), read(9, after_many())) == []
    assert changes(read(9, after_many()), read(9, Furniture(1000))) == []


def test_an_edited_body_is_a_revision_whatever_was_read_before() -> None:
    edited = "<p>Later the harbour office said that the gates would open again at noon.</p>"
    assert changes(read(9, Furniture(1000)), read(9, after_many(), edited)) == ["body"]
