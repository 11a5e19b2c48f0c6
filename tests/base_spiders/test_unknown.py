"""What a spider for any outlet takes for one outlet and one article."""

import pytest

from newscrawl.spiders.any import AnySpider


@pytest.mark.parametrize("host", ["reed.example", "www.reed.example", "m.reed.example"])
def test_the_forms_of_a_site_are_one_outlet_with_the_same_articles(host: str) -> None:
    spider = AnySpider(url=f"https://{host}/news/")
    teaser = spider.teaser(f"https://{host}/news/2026-gates-close/?utm_source=a", "listing")
    assert spider.name == "reed.example"
    assert teaser
    assert teaser.id == "reed.example:und:/news/2026-gates-close"
    assert teaser.url == f"https://{host}/news/2026-gates-close/"
