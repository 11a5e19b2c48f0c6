"""How well copies are recognised, at known truth."""

import pytest

from benchmarks.copies import Measured, measure, report
from newscrawl.demo.wire import Wire


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(Wire(seed=7, stories=180))


def test_copies_are_found(measured: Measured) -> None:
    assert measured.total.total() > 300
    assert measured.recall >= 0.95
    assert measured.unseen <= measured.total.total() * 0.005


def test_stories_that_are_alike_are_not_taken_for_copies(measured: Measured) -> None:
    assert measured.precision >= 0.99
    alike = [f"{b.language} {b.like}: {b.headline}" for _, b in measured.wrong if b.like]
    assert alike == []


def test_the_report_counts_every_kind_and_language(measured: Measured) -> None:
    text = report(measured)

    assert "540 articles" in text
    for word in ("light", "heavy", "headline", "cut", "same", "az ", "ka ", "fa "):
        assert word in text
