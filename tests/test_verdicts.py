import re

import pytest

from newscrawl.verdicts import Verdict, worst
from tests.crawling import PROJECT

PAGE = (PROJECT / "docs" / "operators.md").read_text(encoding="utf-8")


def test_the_operators_page_has_each_verdict_with_its_exit_code_and_meaning() -> None:
    rows = re.findall(r"^\| (\d) \| `(\w+)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert {(int(code), Verdict(word), meaning) for code, word, meaning in rows} == {
        (verdict.exit_code, verdict, verdict.meaning) for verdict in Verdict
    }


def test_the_operators_page_has_the_order() -> None:
    order = PAGE.partition("from the best:")[2].partition(".")[0]
    assert re.findall(r"`(\w+)`", order) == list(Verdict)


def test_an_exit_code_tells_which_bad_verdict_it_was() -> None:
    codes = [verdict.exit_code for verdict in Verdict if not verdict.good]
    assert len(codes) == len(set(codes))
    assert not {0, 1, 2}.intersection(codes)


def test_of_many_runs_the_worst_counts() -> None:
    assert worst([Verdict.OK, Verdict.LOCKED, Verdict.BLOCKED, Verdict.DEGRADED]) is Verdict.BLOCKED
    assert worst([Verdict.OK]) is Verdict.OK
    with pytest.raises(ValueError, match="empty"):
        worst([])
