import pytest

from tests.conftest import MakeSpider
from tests.saved_pages import PAGES, SavedPage


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.spider}/{page.name}")
def test_page_yields_what_its_json_says(
    page: SavedPage, make_spider: MakeSpider, pytestconfig: pytest.Config
) -> None:
    case = page.case()
    results = page.results(make_spider(page.spider))
    if pytestconfig.getoption("update_pages"):
        page.write({**case, "expected": results})
    else:
        assert results == case["expected"]
