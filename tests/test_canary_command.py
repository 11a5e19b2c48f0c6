"""`scrapy canary`, as a process, on outlets served from their saved pages."""

import json
import shutil
import sys
from pathlib import Path

from newscrawl.demo.process import serving
from tests.crawling import run_command
from tests.saved_pages import FOLDER


def canary(*words: str, **environment: str) -> tuple[int, str, str]:
    done = run_command([sys.executable, "-m", "scrapy", "canary", *words], **environment)
    return done.returncode, done.stdout, done.stderr


def test_outlets_that_are_as_described_give_no_alarm() -> None:
    names = ("apa", "qafqazinfo", "civil_ge")
    with serving("--outlet=all", f"--pages={FOLDER}") as origin:
        code, printed, error = canary(*names, "--origin", origin, "--json")
    assert (code, error) == (0, "")
    samples = {sample["outlet"]: sample for sample in map(json.loads, printed.splitlines())}
    assert set(samples) == set(names)
    look = samples["apa"]["looks"][0]
    assert look["evidence"]["body"] == "css"
    assert look["page"]["headline"] == "agree"


def test_a_renamed_class_and_a_lost_listing_are_named(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "pages")
    for page in (tmp_path / "pages" / "qafqazinfo").glob("article*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("news_text", "story"), encoding="utf-8")
    for feed in (tmp_path / "pages" / "minval").glob("feed.*"):
        feed.unlink()
    names = ("qafqazinfo", "minval")
    database = tmp_path / "news.db"
    with serving("--outlet=all", f"--pages={tmp_path / 'pages'}") as origin:
        words = (*names, "--origin", origin)
        code, printed, error = canary(*words, NEWSCRAWL_DATABASE_URL=f"sqlite:///{database}")
    assert code == 1
    assert not database.exists()
    assert "qafqazinfo: the selectors of body find nothing on any page" in error
    assert "minval: https://minval.az/rss: gone" in error
    assert "minval: no listing showed an article" in error
    assert "qafqazinfo" in printed


def test_a_wrong_call_is_one_line() -> None:
    for words in ((), ("nobody",), ("apa", "--all"), ("apa", "--articles", "0"), ("apa",)):
        code, _, error = canary(*words)
        assert code == 2
        assert len(error.splitlines()) == 1
