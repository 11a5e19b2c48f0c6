from datetime import timedelta

import pytest

from newscrawl.items import Teaser
from newscrawl.storage import ArticleStore, Decision
from newscrawl.storage.ledger import Settlement
from tests.storage.samples import BAKU, NOW, article, rows, teaser

LATER = NOW + timedelta(days=1)


class Crawls:
    """Runs of one outlet, one after the other."""

    def __init__(self, store: ArticleStore) -> None:
        self.store = store
        self.run = 0

    def begin(self) -> None:
        self.run = self.store.begin_run("harbour_post", {}, NOW)

    def see(self, *numbers: int, refetch: bool = False) -> dict[int, Decision]:
        listing = self.store.list_teasers(
            self.run,
            "news",
            [teaser(number) for number in numbers],
            now=NOW,
            max_attempts=3,
            refetch=refetch,
        )
        return {int(id.rpartition(":")[2]): verdict for id, verdict in listing.decisions.items()}

    def settle(self, number: int, outcome: Settlement, reason: str | None = None) -> bool:
        return self.store.settle(f"harbour_post:en:{number}", outcome, reason=reason, now=NOW)

    def owed(self) -> list[str]:
        found = self.store.pending("harbour_post", run=self.run, max_attempts=3)
        return [teaser.id.rpartition(":")[2] for teaser in found]


@pytest.fixture
def crawls(store: ArticleStore) -> Crawls:
    crawls = Crawls(store)
    crawls.begin()
    return crawls


def test_what_was_never_listed_is_new_and_then_planned(crawls: Crawls) -> None:
    assert crawls.see(1, 2, 2) == {1: "new", 2: "new"}
    assert crawls.see(2, 3) == {2: "planned", 3: "new"}
    assert crawls.see() == {}


def test_what_is_stored_or_a_duplicate_is_known(crawls: Crawls) -> None:
    crawls.see(1, 2)
    crawls.store.save(article(1), now=NOW)
    crawls.settle(2, "duplicate", "same text")
    assert crawls.see(1, 2) == {1: "known", 2: "known"}
    crawls.begin()
    assert crawls.see(1, 2) == {1: "known", 2: "known"}


def test_what_was_left_pending_or_skipped_is_new_to_the_next_run(crawls: Crawls) -> None:
    crawls.see(1, 2)
    crawls.settle(2, "skipped", "older than since")
    assert crawls.see(1, 2) == {1: "planned", 2: "planned"}
    crawls.begin()
    assert crawls.see(1, 2) == {1: "new", 2: "new"}


@pytest.mark.parametrize("outcome", ["failed", "dropped"])
def test_a_failure_is_tried_once_a_run_until_attempts_run_out(
    crawls: Crawls, outcome: Settlement
) -> None:
    for after in ("planned", "planned", "known"):
        assert crawls.see(1) == {1: "new"}
        crawls.settle(1, outcome, "timeout")
        assert crawls.see(1) == {1: after}
        crawls.begin()
    assert crawls.see(1) == {1: "known"}
    assert crawls.owed() == []


def test_what_is_gone_is_tried_again_only_when_a_listing_shows_it(crawls: Crawls) -> None:
    crawls.see(1)
    crawls.settle(1, "failed", "gone")
    assert crawls.see(1) == {1: "planned"}
    crawls.begin()
    assert crawls.owed() == []
    assert crawls.see(1) == {1: "new"}


def test_refetching_makes_all_new_that_this_run_has_not_listed(crawls: Crawls) -> None:
    crawls.store.save(article(1), now=NOW)
    assert crawls.see(1, 2, refetch=True) == {1: "new", 2: "new"}
    assert crawls.see(1, 2, refetch=True) == {1: "planned", 2: "planned"}
    assert crawls.store.outcomes(crawls.run) == {"pending": 1, "stored": 1}


def test_the_next_run_takes_over_what_earlier_ones_owe(crawls: Crawls) -> None:
    crawls.see(1, 2, 3, 4, 5)
    crawls.store.save(article(1), now=NOW)
    crawls.settle(2, "failed", "timeout")
    crawls.settle(3, "duplicate")
    crawls.settle(4, "skipped")
    assert crawls.owed() == []
    crawls.begin()
    assert crawls.owed() == ["2", "5"]
    assert crawls.owed() == []
    assert crawls.see(2, 5) == {2: "planned", 5: "planned"}
    assert crawls.store.outcomes(crawls.run) == {"pending": 2}
    assert list(crawls.store.pending("other", run=99, max_attempts=3)) == []


def test_all_that_is_owed_is_given_out_however_much_it_is(crawls: Crawls) -> None:
    many = range(1200)
    crawls.see(*many)
    crawls.begin()
    assert sorted(map(int, crawls.owed())) == list(many)


def test_an_owed_teaser_is_what_the_listing_said(crawls: Crawls) -> None:
    said = Teaser(
        id="harbour_post:hy:ջուր",
        url="https://harbour-post.example/hy/1/",
        language="hy",
        source="feed",
        headline="Ջուր",
        date=NOW.astimezone(BAKU),
        date_precision="day",
        date_raw="4 մարտի",
        section="ԲԱԲ",
        summary="…",
        image="https://harbour-post.example/1.jpg",
        tags=("Նավ", "Порт"),
    )
    crawls.store.list_teasers(crawls.run, "feed", [said], now=NOW, max_attempts=3)
    crawls.begin()
    found = list(crawls.store.pending("harbour_post", run=crawls.run, max_attempts=3))
    assert found == [said]
    assert rows(crawls.store, "SELECT outlet, language, listing, date FROM ledger") == [
        ("harbour_post", "hy", "feed", "2031-03-05T00:00:00+04:00")
    ]


def test_what_is_stored_stays_stored(crawls: Crawls) -> None:
    crawls.see(1)
    crawls.store.save(article(1), now=NOW)
    assert not crawls.settle(1, "failed", "timeout")
    crawls.begin()
    crawls.see(1, refetch=True)
    assert rows(crawls.store, "SELECT outcome, reason, attempts FROM ledger") == [
        ("stored", None, 0)
    ]


def test_saving_settles_and_keeps_the_date_that_was_read(crawls: Crawls) -> None:
    crawls.see(1)
    crawls.settle(1, "failed", "timeout")
    crawls.store.save(article(1), now=LATER)
    crawls.see(1)
    query = "SELECT outcome, reason, attempts, date, listed_at, settled_at FROM ledger"
    assert rows(crawls.store, query) == [
        (
            "stored",
            None,
            1,
            "2031-03-04T18:05:00+04:00",
            "2031-03-04T20:00:00+00:00",
            "2031-03-05T20:00:00+00:00",
        )
    ]


def test_an_article_that_no_listing_showed_is_in_the_ledger_too(crawls: Crawls) -> None:
    crawls.store.save(article(1), now=NOW)
    assert rows(crawls.store, "SELECT id, outcome, listing, run FROM ledger") == [
        ("harbour_post:en:1", "stored", None, None)
    ]
    assert crawls.see(1) == {1: "known"}


def test_what_was_never_listed_cannot_be_settled(crawls: Crawls) -> None:
    assert not crawls.settle(1, "failed", "timeout")


def test_a_page_is_behind_the_line_if_all_of_it_was_listed_by_then(crawls: Crawls) -> None:
    crawls.see(*range(700))
    ids = [teaser(number).id for number in range(700)]
    assert crawls.store.all_listed(ids + ids, by=NOW)
    assert not crawls.store.all_listed([*ids, teaser(700).id], by=NOW)
    assert not crawls.store.all_listed(ids, by=NOW - timedelta(seconds=1))


def test_listing_again_moves_the_run_and_keeps_the_first_sight(crawls: Crawls) -> None:
    crawls.see(1)
    crawls.begin()
    again = [teaser(1, url="https://harbour-post.example/moved/")]
    crawls.store.list_teasers(crawls.run, "region", again, now=LATER, max_attempts=3)
    assert rows(crawls.store, "SELECT run, listing, url, listed_at FROM ledger") == [
        (2, "region", "https://harbour-post.example/moved/", "2031-03-04T20:00:00+00:00")
    ]
