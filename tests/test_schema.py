from pathlib import Path

import jsonschema
import pytest

from newscrawl.items import Article
from newscrawl.schema import article_schema, as_json

DOCUMENT = Path(__file__).parent.parent / "docs" / "article.schema.json"


def test_the_document_in_docs_is_current() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == as_json(), "run python -m newscrawl.schema"


def test_every_field_is_described() -> None:
    assert all(field["description"] for field in article_schema()["properties"].values())


def test_a_record_without_headline_conforms_but_one_with_an_empty_headline_does_not() -> None:
    article = Article(
        id="a:en:x", url="https://a.example/x", outlet="a", country="AZ", language="en"
    )
    jsonschema.validate(vars(article), article_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**vars(article), "headline": ""}, article_schema())
