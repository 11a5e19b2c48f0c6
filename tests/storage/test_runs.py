from datetime import timedelta

from newscrawl.storage import ArticleStore, Run, Walk
from tests.storage.samples import BAKU, NOW, teaser

LATER = NOW + timedelta(hours=1)


def test_a_run_is_remembered_from_its_beginning_to_its_end(store: ArticleStore) -> None:
    assert store.last_run("harbour_post") is None
    number = store.begin_run("harbour_post", {"editions": ["hy"], "since": None}, NOW)
    begun = Run(number, "harbour_post", {"editions": ["hy"], "since": None}, NOW, None, None, {})
    assert store.last_run("harbour_post") == begun
    store.end_run(number, "finished", {"newscrawl/articles/new": 3}, LATER)
    ended = store.last_run("harbour_post")
    assert ended is not None
    assert (ended.ended_at, ended.reason, ended.counts) == (
        LATER,
        "finished",
        {"newscrawl/articles/new": 3},
    )


def test_the_last_run_is_that_of_the_outlet(store: ArticleStore) -> None:
    runs = [store.begin_run(outlet, {}, NOW) for outlet in ("a", "b", "a", "c")]
    assert len(set(runs)) == 4
    last = store.last_run("a")
    assert last is not None
    assert last.id == runs[2]


def test_the_figures_of_old_runs_are_forgotten_but_not_the_runs(store: ArticleStore) -> None:
    for outlet, begun in (("a", NOW), ("a", LATER), ("b", NOW)):
        run = store.begin_run(outlet, {}, begun)
        store.end_run(run, "finished", {"n": 1}, LATER, verdict="ok", report={"run": run})
    store.forget_reports("a", before=LATER)
    kept = [run and (run.verdict, run.counts, run.report) for run in map(store.run, (1, 2, 3))]
    assert kept == [
        ("ok", {}, None),
        ("ok", {"n": 1}, {"run": 2}),
        ("ok", {"n": 1}, {"run": 3}),
    ]


def test_outcomes_are_those_of_what_the_run_listed_last(store: ArticleStore) -> None:
    first, second = (store.begin_run("harbour_post", {}, NOW) for _ in range(2))
    for run, numbers in ((first, (1, 2, 3)), (second, (3, 4))):
        page = [teaser(number) for number in numbers]
        store.list_teasers(run, "news", page, now=NOW, max_attempts=3)
    store.settle(teaser(4).id, "failed", reason="timeout", now=NOW)
    assert store.outcomes(first) == {"pending": 2}
    assert store.outcomes(second) == {"failed": 1, "pending": 1}
    assert store.outcomes(99) == {}


def test_a_walk_is_replaced_by_the_next_of_its_listing(store: ArticleStore) -> None:
    run = store.begin_run("harbour_post", {}, NOW)
    assert store.walk("news") is None
    since = NOW.astimezone(BAKU) - timedelta(days=30)
    store.finish_walk("news", "harbour_post", run, since, 7, NOW)
    assert store.walk("news") == Walk("news", "harbour_post", run, NOW, since, 7)
    store.finish_walk("news", "harbour_post", run, None, 90, LATER)
    assert store.walk("news") == Walk("news", "harbour_post", run, LATER, None, 90)
