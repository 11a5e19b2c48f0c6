from collections import Counter

from newscrawl.runs import Bounds, History, judge
from newscrawl.verdicts import Verdict
from tests.runs.samples import facts, listing


def test_a_run_that_came_too_early_is_blocked_and_says_for_how_long() -> None:
    judgement = judge(
        facts(
            requests=0,
            answers=0,
            listings=(listing(pages=0, shown=0, ended=None, failures=Counter({"backing off": 1})),),
            outcomes={},
            changes={},
            articles=0,
            fields={},
            left_alone={"caliber.az": 3541, "www.caliber.az": 60},
        ),
        History(),
        Bounds(),
    )
    assert judgement.verdict is Verdict.BLOCKED
    assert judgement.reasons == (
        "left alone, as the runs before were refused: "
        "caliber.az (60 min more), www.caliber.az (1 min more)",
    )


def test_a_site_that_is_too_busy_to_give_its_robots_txt_refuses() -> None:
    busy = Counter({"robots.txt unreachable: http 429": 1})
    down = Counter({"robots.txt unreachable: http 503": 1})
    for failures, verdict in ((busy, Verdict.BLOCKED), (down, Verdict.FAILED)):
        shut = listing(pages=0, shown=0, ended=None, failures=failures)
        found = facts(
            requests=6, answers=6, listings=(shut,), outcomes={}, changes={}, articles=0, fields={}
        )
        assert judge(found, History(), Bounds()).verdict is verdict
