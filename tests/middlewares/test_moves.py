"""Which article is held for the former self of another."""

from newscrawl.middlewares.moves import most_alike
from newscrawl.storage import Contemporary
from tests.storage.samples import article

BODY = "The river rose by two metres in the night. The gates of the harbour were closed at dawn."


def stored(number: int, headline: str, body: str) -> Contemporary:
    id = f"harbour_post:en:{number}"
    return Contemporary(id, f"https://harbour-post.example/{number}", headline, body)


def test_it_is_the_one_with_the_most_words_in_common() -> None:
    edited = article(headline="Harbour gates closed after flood", body=f"{BODY} Nobody was hurt.")
    former = stored(1, "Flood gates close", BODY)
    other = stored(2, "Flood gates close", "The ferry to Sumqayit was late again.")
    assert most_alike(edited, [other, former]) == former


def test_it_is_none_of_those_that_tell_something_else() -> None:
    other = stored(2, "Ferry late", "The ferry to Sumqayit was late again in the night.")
    assert most_alike(article(headline="Flood gates close", body=BODY), [other]) is None
    assert most_alike(article(headline="Flood gates close", body=BODY), []) is None
