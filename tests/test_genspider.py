"""What `scrapy genspider` drafts: copies of the project, as it writes into the package."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawling import PROJECT, run_command

TEMPLATES = sorted(
    path.stem for path in (PROJECT / "newscrawl" / "templates" / "spiders").glob("*.tmpl")
)


def test_there_is_a_template_for_each_way_in() -> None:
    assert TEMPLATES == ["endpoint", "feed", "listing", "scroll", "sitemap"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_draft_is_a_spider_that_loads_and_keeps_the_style(template: str, tmp_path: Path) -> None:
    shutil.copy(PROJECT / "scrapy.cfg", tmp_path)
    shutil.copytree(PROJECT / "newscrawl", tmp_path / "newscrawl")

    def scrapy(*words: str) -> str:
        # The copy is first on the path so; `python -m scrapy` would import the original.
        program = "import sys; from scrapy.cmdline import execute; execute()"
        done = subprocess.run(
            [sys.executable, "-c", program, *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
        return done.stdout

    scrapy("genspider", "-t", template, "harbour_post", "https://harbour-post.example/news/")
    spider = tmp_path / "newscrawl" / "spiders" / "harbour_post.py"
    text = spider.read_text(encoding="utf-8")
    assert "class HarbourPostSpider(" in text
    assert "https://harbour-post.example/news/" in text
    assert len(text.splitlines()) < 40
    assert "harbour_post" in scrapy("list").split()
    config = str(PROJECT / "pyproject.toml")
    for check in (["check"], ["format", "--check"]):
        done = run_command(
            [sys.executable, "-m", "ruff", *check, "--no-cache", "--config", config, str(spider)]
        )
        assert done.returncode == 0, done.stdout
