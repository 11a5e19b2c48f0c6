"""The articles that a saved outlet is filled up with."""

import re

from newscrawl.base_spiders import OutletSpider
from newscrawl.demo.outlets import saved_outlet
from tests.saved_pages import FOLDER
from tests.test_every_outlet import each_outlet


@each_outlet
def test_an_article_gives_itself_no_address_of_the_one_it_is_made_of(
    spider: type[OutletSpider],
) -> None:
    outlet = saved_outlet(spider, FOLDER)
    saved = {i.id for case in outlet.cases if (i := outlet.pattern.identify(case.url))}
    for truth in outlet.truths():
        if truth["id"] in saved:
            continue
        page = outlet.answer(truth["url"]).body.decode()
        for address in re.findall(r"""(?:canonical|og:url)["'][^>]+(https?:[^"']+)""", page):
            named = outlet.pattern.identify(address)
            assert named is None or named.id == truth["id"], address
