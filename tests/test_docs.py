"""The README and the pages under docs speak of what there is, and of all of it."""

import re

import pytest
from scrapy.cmdline import _get_commands_dict
from scrapy.utils.project import get_project_settings

import newscrawl.base_spiders
from newscrawl import settings
from newscrawl.alarms.command import TOLD
from newscrawl.commands.doctor import VARIABLES
from newscrawl.items import Article
from tests.crawling import PROJECT
from tests.test_genspider import TEMPLATES

README = (PROJECT / "README.md").read_text(encoding="utf-8")
CONTRIBUTORS = (PROJECT / "docs" / "contributors.md").read_text(encoding="utf-8")
OPERATORS = (PROJECT / "docs" / "operators.md").read_text(encoding="utf-8")
PAGES = {"README.md": README, "contributors.md": CONTRIBUTORS, "operators.md": OPERATORS}
COMMAND = re.compile(r"(?:\$ |`)scrapy ([a-z]+)")
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


def test_every_setting_is_in_the_table_of_the_readme_and_none_else() -> None:
    assert documented() == {name for name in vars(settings) if name.startswith("NEWSCRAWL_")}


@each_page
def test_every_setting_that_is_named_exists(text: str) -> None:
    named = {name for name in SETTING.findall(text) if not hasattr(settings, name)}
    assert named <= VARIABLES | set(TOLD)


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
