"""What is set from outside."""

import sys

from tests.crawling import run_command


def said(name: str, *words: str, **environment: str) -> str:
    command = [sys.executable, "-m", "scrapy", "settings", "--get", name, *words]
    done = run_command(command, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.rstrip("\n")


def test_a_variable_takes_the_place_of_a_setting_of_ours_and_of_no_other() -> None:
    assert said("NEWSCRAWL_MAX_PAGES") == "5000"
    assert said("NEWSCRAWL_MAX_PAGES", NEWSCRAWL_MAX_PAGES="9") == "9"
    assert said("NEWSCRAWL_REVISITS", NEWSCRAWL_REVISITS="") == ""
    assert said("NEWSCRAWL_NEW", NEWSCRAWL_NEW="9") == "None"
    assert said("BOT_NAME", BOT_NAME="other") == "newscrawl"


def test_the_command_line_has_the_last_word() -> None:
    words = ("-s", "NEWSCRAWL_MAX_PAGES=7")
    assert said("NEWSCRAWL_MAX_PAGES", *words, NEWSCRAWL_MAX_PAGES="9") == "7"
