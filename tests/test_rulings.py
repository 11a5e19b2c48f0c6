import pytest

from newscrawl.rulings import judgement


@pytest.mark.parametrize(
    ("reason", "stats", "verdict"),
    [
        ("finished", {"item_scraped_count": 3}, "ok"),
        ("finished", {}, "quiet"),
        ("finished", {"item_scraped_count": 3, "newscrawl/outcome/failed": 3}, "degraded"),
        ("finished", {"item_scraped_count": 3, "newscrawl/outcome/failed": 4}, "failed"),
        ("finished", {"newscrawl/listing/failed/http 500": 1}, "failed"),
        ("closespider_itemcount", {"item_scraped_count": 3}, "degraded"),
        ("closespider_errorcount", {"item_scraped_count": 3}, "failed"),
        ("store_failed", {"item_scraped_count": 3}, "failed"),
        ("shutdown", {"item_scraped_count": 3}, "interrupted"),
        ("", {}, "failed"),
    ],
)
def test_a_run_is_judged_by_its_end_and_its_counts(
    reason: str, stats: dict[str, int], verdict: str
) -> None:
    assert judgement(reason, stats).verdict == verdict
