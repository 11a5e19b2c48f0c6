"""The README and the pages under docs speak of what there is, and of all of it."""

import dataclasses
import re

import pytest
from scrapy.cmdline import _get_commands_dict
from scrapy.utils.project import get_project_settings

import newscrawl.base_spiders
from newscrawl import settings
from newscrawl.alarms.command import TOLD
from newscrawl.arguments import CrawlArguments
from newscrawl.catalogue import described_outlets
from newscrawl.commands import crawl
from newscrawl.commands.doctor import SECRET
from newscrawl.items import Article
from tests.crawling import PROJECT
from tests.test_genspider import TEMPLATES

README = (PROJECT / "README.md").read_text(encoding="utf-8")
NAMES = ("analysts", "contributors", "newsroom", "operators")
PAGES = {
    f"docs/{name}.md": (PROJECT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name in NAMES
} | {"README.md": README}
CONTRIBUTORS = PAGES["docs/contributors.md"]
COMMAND = re.compile(r"(?:\$ |`)scrapy ([a-z]+)")
LINK = re.compile(r"\]\(([^)\s]+)\)")
SETTING = re.compile(r"NEWSCRAWL_[A-Z_]*[A-Z]")

each_page = pytest.mark.parametrize("text", PAGES.values(), ids=list(PAGES))


def documented() -> set[str]:
    """The settings in the table of the README; ``_MAX`` after ``NEWSCRAWL_A_B`` is
    ``NEWSCRAWL_A_MAX``."""
    found = set()
    for line in README.splitlines():
        if line.startswith("| `NEWSCRAWL_"):
            first, *others = re.findall("`([A-Z_]+)`", line.split("|")[1])
            found.add(first)
            found.update(first.rpartition("_")[0] + other for other in others)
    return found


@each_page
def test_every_command_that_is_named_exists(text: str) -> None:
    named = set(COMMAND.findall(text))
    assert named
    assert named <= _get_commands_dict(get_project_settings(), inproject=True).keys()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page_and_a_heading_that_are_there(page: str) -> None:
    folder = (PROJECT / page).parent
    for link in LINK.findall(PAGES[page]):
        path, _, heading = link.partition("#")
        target = folder / path if path else PROJECT / page
        assert target.is_file(), link
        assert not heading or heading in headings_of(target.read_text(encoding="utf-8")), link


def test_every_command_of_ours_that_a_user_calls_is_told_of() -> None:
    told = {name for text in PAGES.values() for name in COMMAND.findall(text)}
    commands = _get_commands_dict(get_project_settings(), inproject=True)
    ours = {name for name, it in commands.items() if it.__module__.startswith("newscrawl.")}
    assert ours - told == set()


def test_every_command_of_ours_says_that_it_has_options() -> None:
    for name, command in _get_commands_dict(get_project_settings(), inproject=True).items():
        if command.__module__.startswith("newscrawl."):
            assert "[options]" in command.syntax(), name


def test_help_knows_every_argument_of_a_crawl() -> None:
    fields = {field.name for field in dataclasses.fields(CrawlArguments)}
    assert crawl.ARGUMENTS.keys() == fields - {"gaps"}
    assert all(f"`{name}" in README for name in crawl.ARGUMENTS)


def test_the_readme_counts_the_outlets() -> None:
    count = len(described_outlets(get_project_settings()))
    assert f"\n{count} outlets of " in README


def headings_of(text: str) -> set[str]:
    """What links call the headings of a page."""
    headings = re.findall("^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w-]", "", each.lower().replace(" ", "-")) for each in headings}


def test_every_setting_is_in_the_table_of_the_readme_and_none_else() -> None:
    assert documented() == {name for name in vars(settings) if name.startswith("NEWSCRAWL_")}


@each_page
def test_every_setting_that_is_named_exists(text: str) -> None:
    named = {name for name in SETTING.findall(text) if not hasattr(settings, name)}
    assert named <= SECRET | set(TOLD)


def test_contributors_learn_of_every_base_spider_and_template() -> None:
    spiders = [
        name
        for name in newscrawl.base_spiders.__all__
        if name.endswith("Spider") and name != "OutletSpider"
    ]
    assert [name for name in spiders if f"`{name}`" not in CONTRIBUTORS] == []
    assert [name for name in TEMPLATES if f"-t {name}" not in CONTRIBUTORS] == []


def test_the_field_guide_speaks_of_fields_of_the_record() -> None:
    guide = CONTRIBUTORS.partition("## Field guide")[2]
    fields = re.findall(r"^\| `(\w+)`", guide, re.MULTILINE)
    assert len(fields) > 10
    assert set(fields) <= vars(Article)["__dataclass_fields__"].keys()
