from datetime import datetime, timedelta
from typing import Any

from newscrawl.items import Article
from newscrawl.similarity import Text, copies
from newscrawl.storage import ArticleStore, StoryRules, Visit
from newscrawl.urls import address_key
from tests.storage.samples import BAKU, NOW, article, rows

MOMENT = datetime(2031, 3, 4, 18, 5, tzinfo=BAKU)

WIRE = (
    "EASTPORT, 4 March. The harbour board of Eastport has closed both flood gates for the first "
    "time in nine years after the Alder rose by two metres overnight.\n\n"
    "Engineer Ada Quill told the Harbour Wire that the gates would stay shut until Friday, and "
    "that 340 families in Mill Lane had been asked to sleep elsewhere.\n\n"
    "The mayor thanked the volunteers who had filled eleven thousand sandbags since Monday."
)
CUT = WIRE.rpartition("\n\n")[0]
OTHER = (
    "WESTFORD, 5 March. The county council of Westford has bought three electric ferries for the "
    "crossing to Lark Island, which carried 90,000 people last summer.\n\n"
    "Councillor Ben Moss said that the first of them would sail in June, and that fares would "
    "not rise before the end of next year, whatever diesel costs by then."
)


def story(number: int, outlet: str, body: str, **fields: Any) -> Article:
    least: dict[str, Any] = {
        "story": None,
        "id": f"{outlet}:en:{number}",
        "outlet": outlet,
        "headline": "The gates are closed",
    }
    return article(number, **{**least, "body": body, **fields})


def save(store: ArticleStore, *articles: Article) -> list[str | None]:
    for each in articles:
        store.save(each, now=NOW)
    return [each.story for each in articles]


def test_copies_in_other_outlets_are_one_story_named_by_the_first(store: ArticleStore) -> None:
    first = story(1, "a", WIRE, headline="Both flood gates closed")
    assert save(store, first, story(2, "b", CUT), story(3, "c", WIRE), story(4, "d", OTHER)) == [
        "a:en:1", "a:en:1", "a:en:1", "d:en:4",
    ]  # fmt: skip
    found = rows(store, "SELECT story, copy_of, how FROM clusters ORDER BY article")
    assert found[0] == ("a:en:1", None, "first")
    assert [how for _, _, how in found] == ["first", "near", "near", "first"]
    stored = store.get("b:en:2")
    assert stored is not None
    assert stored.story == "a:en:1"


def test_what_was_published_long_before_is_another_story(store: ArticleStore) -> None:
    old = story(1, "a", WIRE, date=MOMENT - timedelta(days=4))
    assert save(store, old, story(2, "b", WIRE)) == ["a:en:1", "b:en:2"]
    day_before = story(3, "c", WIRE, date=MOMENT - timedelta(days=2))
    assert save(store, day_before) == ["a:en:1"]


def test_without_a_window_every_article_is_a_story(store: ArticleStore) -> None:
    articles = story(1, "a", WIRE), story(2, "b", WIRE)
    for each in articles:
        store.save(each, now=NOW, rules=StoryRules(window=timedelta()))
    assert [each.story for each in articles] == ["a:en:1", "b:en:2"]


def test_an_edited_article_is_found_by_its_present_text(store: ArticleStore) -> None:
    save(store, story(1, "a", OTHER), story(1, "a", WIRE))
    assert save(store, story(2, "b", WIRE), story(3, "c", OTHER)) == ["a:en:1", "c:en:3"]


def test_a_story_does_not_go_on_from_copy_to_copy(store: ArticleStore) -> None:
    days = [story(n, f"o{n}", WIRE, date=MOMENT + timedelta(days=2 * n)) for n in range(4)]
    assert save(store, *days) == ["o0:en:0", "o0:en:0", "o2:en:2", "o2:en:2"]


def test_what_is_like_a_copy_but_not_like_the_first_is_another_story(store: ArticleStore) -> None:
    first = story(1, "a", f"{WIRE}\n\nThe water stood at 412 centimetres by noon.")
    cut = story(2, "b", CUT)
    later = story(3, "c", f"{CUT}\n\nThe water stood at 398 centimetres by noon.")
    assert save(store, first, cut, later) == ["a:en:1", "a:en:1", "c:en:3"]
    assert copies(Text(cut.headline, cut.body), Text(later.headline, later.body))


def test_a_repeat_belongs_to_the_story_of_what_it_repeats(store: ArticleStore) -> None:
    same = {"content_hash": "a" * 32}
    assert save(store, story(1, "a", "Short.", **same), story(2, "a", "Short.", **same)) == [
        "a:en:1", "a:en:1",
    ]  # fmt: skip


def test_editions_of_one_outlet_are_one_story_by_what_links_them(store: ArticleStore) -> None:
    english = story(1, "a", WIRE, url="https://a.example/en/1/", image="https://a.example/1.jpg")
    address = (address_key(english.url), english.url)
    store.save(english, now=NOW, visit=Visit(addresses=[address]))
    russian = {"language": "ru", "headline": "Ворота закрыты", "body": "Река поднялась ночью."}
    named = story(2, "a", id="a:ru:2", alternates={"en": english.url}, **russian)
    turkish = {"language": "tr", "headline": "Kapaklar kapandı", "body": "Nehir yükseldi."}
    pictured = story(3, "a", id="a:tr:3", image=english.image, **turkish)
    later = MOMENT + timedelta(days=2)
    late = story(4, "a", id="a:ru:4", image=english.image, date=later, **russian)
    assert save(store, named, pictured, late) == ["a:en:1", "a:en:1", "a:ru:4"]


def test_a_picture_that_two_stories_have_links_none(store: ArticleStore) -> None:
    image = "https://a.example/president.jpg"
    gates, ferries = story(1, "a", WIRE, image=image), story(2, "a", OTHER, image=image)
    russian = {"language": "ru", "image": image}
    first = story(3, "a", "Река поднялась.", id="a:ru:3", **russian)
    second = story(4, "a", "Паромы куплены.", id="a:ru:4", **russian)
    assert save(store, gates, ferries, first, second) == ["a:en:1", "a:en:2", "a:ru:3", "a:ru:4"]


def test_a_picture_of_every_day_links_the_articles_of_one(store: ArticleStore) -> None:
    weather = {"image": "https://a.example/weather.jpg"}
    stories = []
    for day in range(3):
        # Each a little later than the day before: that is not within a day any more.
        morning = MOMENT + timedelta(days=day, minutes=5 * day)
        noon = morning + timedelta(hours=3)
        english = story(day, "a", f"Sun on day {day}.", date=morning, **weather)
        russian = story(
            day, "a", "Солнце.", id=f"a:ru:{day}", language="ru", date=noon,
            content_hash=f"{day}", **weather,
        )  # fmt: skip
        stories += save(store, english, russian)
    assert stories == ["a:en:0", "a:en:0", "a:en:1", "a:en:1", "a:en:2", "a:en:2"]


def test_a_picture_links_what_is_printed_twice(store: ArticleStore) -> None:
    image = "https://a.example/gates.jpg"
    english = [story(n, "a", body, image=image) for n, body in enumerate((WIRE, CUT), 1)]
    russian = story(3, "a", "Река поднялась.", id="a:ru:3", language="ru", image=image)
    assert save(store, *english, russian) == ["a:en:1"] * 3
