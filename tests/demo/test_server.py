"""`scrapy newsroom` as a process: its first line, its answers, its troubles, its end."""

import json
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from itertools import count

import pytest
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from newscrawl.commands.newsroom import Command
from newscrawl.demo.articles import SITE, Newsroom
from newscrawl.demo.broken import CHALLENGE
from newscrawl.demo.dice import share
from newscrawl.demo.faults import Fault, Trouble, read_faults
from newscrawl.demo.process import newsroom
from newscrawl.demo.standins import stand_in
from tests.demo.asking import ask

COMMAND = [sys.executable, "-m", "scrapy", "newsroom"]
BAD = ("errors", "drops", "challenge", "soft404", "wall")
NEVER_FAULTY = ("/robots.txt", "/truth.jsonl")
BAD_SEED = next(seed for seed in count() if all(share(seed, path) < 0.3 for path in NEVER_FAULTY))
"""With it both addresses would be faulty, were they like others."""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(seed=3, articles=120) as origin:
        yield origin


@pytest.fixture(scope="module")
def bad_origin() -> Iterator[str]:
    with newsroom(seed=BAD_SEED, articles=120, faults=BAD) as origin:
        yield origin


def test_truth_is_one_line_of_json_for_each_article(origin: str) -> None:
    answer, body = ask(origin, "/truth.jsonl")

    assert answer.status == 200
    assert [json.loads(line) for line in body.decode().splitlines()] == list(
        Newsroom(seed=3, articles=120).truths()
    )


def test_an_article_is_served_at_the_path_of_its_address(origin: str) -> None:
    truth = next(Newsroom(seed=3, articles=120).truths())
    answer, body = ask(origin, truth["url"].removeprefix(SITE))

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert truth["headline"] in body.decode()


def test_what_moved_is_named_by_a_relative_address(origin: str) -> None:
    path = next(Newsroom(seed=3, articles=120).truths())["url"].removeprefix(SITE)
    answer, _ = ask(origin, f"{path}-old")

    assert (answer.status, answer.headers["Location"]) == (301, path)


def test_only_reading_is_allowed(origin: str) -> None:
    assert ask(origin, "/", "POST")[0].status == 405
    assert ask(origin, "/", "HEAD")[0].status == 200


def test_bad_addresses_are_fine_at_the_third_request_at_the_latest(bad_origin: str) -> None:
    met: Counter[str] = Counter()
    for truth in Newsroom(seed=BAD_SEED, articles=120).truths():
        path = truth["url"].removeprefix(SITE)
        for asked in range(3):
            kind = kind_of_answer(bad_origin, path)
            met[kind] += 1
            if kind == "fine":
                break
            assert asked < 2

    assert met.keys() == {"fine", "error", "drop", "challenge", "soft404", "wall"}


def kind_of_answer(origin: str, path: str) -> str:
    try:
        answer, body = ask(origin, path)
    except (HTTPException, OSError):
        return "drop"
    if answer.status in (500, 502, 503):
        return "error"
    assert answer.status == 200
    page = body.decode()
    for fault in (Fault.SOFT404, Fault.WALL):
        if page == stand_in(fault, path):
            return fault
    return "challenge" if page == CHALLENGE else "fine"


def test_truth_and_robots_txt_are_never_faulty(bad_origin: str) -> None:
    for path in NEVER_FAULTY:
        assert Trouble(BAD_SEED, read_faults(BAD)).befalls(path).fault
        assert kind_of_answer(bad_origin, path) == "fine"


def test_it_says_where_it_is_and_ends_cleanly_on_sigterm() -> None:
    process = subprocess.Popen(COMMAND, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    origin = process.stdout.readline().strip()
    idle = HTTPConnection(origin.removeprefix("http://"))
    idle.request("GET", "/robots.txt")
    idle.getresponse().read()
    process.send_signal(signal.SIGTERM)
    rest, errors = process.communicate(timeout=60)
    idle.close()

    assert (process.returncode, rest, errors) == (0, "", "")


def test_who_leaves_while_truth_is_told_is_no_error_and_sigint_ends_it_too() -> None:
    process = subprocess.Popen(
        [*COMMAND, "--articles=50000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    origin = process.stdout.readline().strip()
    connection = HTTPConnection(origin.removeprefix("http://"), timeout=60)
    connection.request("GET", "/truth.jsonl")
    connection.getresponse().readline()
    connection.close()
    assert ask(origin, "/robots.txt")[0].status == 200
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)

    assert (process.returncode, errors) == (0, "")


def test_a_port_in_use_is_told_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = subprocess.run(
            [*COMMAND, f"--port={port}"], capture_output=True, text=True, check=False
        )

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        f"newscrawl: port {port} is in use; choose another with --port, or 0 for any that is free\n"
    )


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--fault=quake", "no fault is called 'quake'; there are slow, "),
        ("--articles=0", "0 articles: the newsroom knows 1 to "),
        ("--armenian-prefix=en", "--armenian-prefix takes "),
        ("--moment=-1", "moment -1: there are 0 to 1000"),
        ("--edits=101", "101 edits a moment: 0 to 100"),
        ("--port=99999", "--port is a number from 0 to 65535"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(option: str, said: str) -> None:
    command = Command()
    command.settings = Settings()
    parser = ArgumentParser()
    command.add_options(parser)

    with pytest.raises(UsageError, match=said) as error:
        command.run([], parser.parse_args([option]))
    assert error.value.print_help is False
    assert "\n" not in str(error.value)


def test_a_newsroom_that_does_not_start_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="did not start: exit code 2"), newsroom(articles=0):
        pass
