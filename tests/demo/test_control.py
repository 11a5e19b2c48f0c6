"""A newsroom that runs is moved to another moment, and its faults are switched."""

import asyncio
import json
from collections.abc import Iterator
from urllib.error import HTTPError

import pytest
from aiohttp.test_utils import make_mocked_request

from newscrawl.demo.articles import Newsroom
from newscrawl.demo.check import truth
from newscrawl.demo.content import NewsroomContent
from newscrawl.demo.control import control, move_to, switch
from newscrawl.demo.faults import Fault
from newscrawl.demo.process import newsroom, serving
from newscrawl.demo.server import Server
from newscrawl.demo.world import Pace
from tests.demo.asking import ask

PACE = Pace(arrivals=2, edits=1)


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=30, moment=1, pace=PACE) as origin:
        yield origin


def test_it_starts_at_the_moment_that_it_was_told(origin: str) -> None:
    assert move_to(origin, 1) == control(origin)
    assert control(origin) == {"moment": 1, "at": "2026-11-01T23:58:00+04:00", "faults": []}
    assert list(truth(origin)) == list(Newsroom(articles=30, moment=1, pace=PACE).truths())


def test_it_moves_on_and_back_at_the_same_address(origin: str) -> None:
    for moment in (5, 0):
        assert move_to(origin, moment)["moment"] == moment
        expected = list(Newsroom(articles=30, moment=moment, pace=PACE).truths())
        assert list(truth(origin)) == expected


def test_a_step_is_written_with_a_plus(origin: str) -> None:
    move_to(origin, 2)
    _, body = ask(origin, "/control/moment", "POST", body="+1")

    assert json.loads(body)["moment"] == 3


def test_faults_are_switched_as_a_whole(origin: str) -> None:
    assert switch(origin, ["slow", "edited"])["faults"] == ["edited", "slow"]
    moment = control(origin)["moment"]
    edited = Newsroom(articles=30, moment=moment, pace=PACE, edited=True)
    assert list(truth(origin)) == list(edited.truths())
    assert switch(origin, [])["faults"] == []


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("/control/moment", "1001", "moment 1001: there are 0 to 1000"),
        ("/control/moment", "soon", "a moment is a number, or +1 for the next, not 'soon'"),
        ("/control/faults", "quake", "no fault is called 'quake'"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(
    origin: str, path: str, text: str, said: str
) -> None:
    before = control(origin)
    answer, body = ask(origin, path, "POST", body=text)

    assert answer.status == 400
    assert said in body.decode()
    assert control(origin) == before


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/control/moment"),
        ("POST", "/control"),
        ("DELETE", "/control"),
        ("GET", "/control/x"),
    ],
)
def test_there_is_no_other_control(origin: str, method: str, path: str) -> None:
    assert ask(origin, path, method)[0].status == 405


async def control_from(remote: str) -> int:
    class Elsewhere:
        def get_extra_info(self, name: str, default: object = None) -> object:
            return (remote, 4000) if name == "peername" else default

    server = Server(NewsroomContent(Newsroom(articles=3)))
    request = make_mocked_request("GET", "/control", transport=Elsewhere())
    answer = await server(request)
    return answer.status


def test_only_this_machine_has_control() -> None:
    assert asyncio.run(control_from("127.0.0.1")) == 200
    assert asyncio.run(control_from("192.0.2.7")) == 403


def test_saved_pages_have_faults_and_no_moments() -> None:
    with serving("--outlet=caliber") as origin:
        assert control(origin) == {"moment": 0, "faults": []}
        assert switch(origin, [Fault.ERRORS])["faults"] == ["errors"]
        with pytest.raises(HTTPError, match="400"):
            move_to(origin, 1)
