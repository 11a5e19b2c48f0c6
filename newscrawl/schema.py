"""The JSON Schema of the record: `python -m newscrawl.schema > docs/article.schema.json`."""

import ast
import inspect
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from newscrawl.items import SCHEMA_VERSION, Article

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string", "minLength": 1},
    int: {"type": "integer"},
    float: {"type": "number"},
    datetime: {"type": "string", "format": "date-time"},
    Any: {},
}

_FURTHER: dict[str, dict[str, Any]] = {
    "schema_version": {"const": SCHEMA_VERSION},
    "url": {"format": "uri"},
    "image": {"format": "uri"},
    "country": {"pattern": "^[A-Z]{2}$"},
    "language": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
    "date_precision": {"enum": ["second", "minute", "day", None]},
    "content_hash": {"pattern": "^[0-9a-f]{32}$"},
    "revision": {"minimum": 1},
    "authors": {"uniqueItems": True},
    "tags": {"uniqueItems": True},
}
"""What the types of the fields cannot say."""


def article_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every record in every output conforms to.

    Headline, date and body may be null only in what is read from a page that is no article.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **record_schema(Article, _FURTHER),
    }


def record_schema(record: Any, further: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return the schema of a dataclass: its docstrings are the descriptions.

    :param further: by field, what its type cannot say.
    """
    hints = get_type_hints(record)
    described = _descriptions(record)
    return {
        "title": record.__name__,
        "description": inspect.cleandoc(record.__doc__ or ""),
        "type": "object",
        "properties": {
            field.name: {
                "description": described[field.name],
                **_of_type(hints[field.name]),
                **further.get(field.name, {}),
            }
            for field in fields(record)
        },
        "required": [field.name for field in fields(record)],
        "additionalProperties": False,
    }


def _of_type(hint: Any) -> dict[str, Any]:
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    if is_dataclass(hint):
        return {key: part for key, part in record_schema(hint, {}).items() if key != "description"}
    if get_origin(hint) is UnionType:
        (inner,) = (part for part in get_args(hint) if part is not type(None))
        schema = _of_type(inner)
        return {**schema, "type": [schema["type"], "null"]}
    if get_origin(hint) is list:
        return {"type": "array", "items": _of_type(get_args(hint)[0])}
    return {"type": "object", "additionalProperties": _of_type(get_args(hint)[1])}


def _descriptions(record: Any) -> dict[str, str]:
    """Return the docstring below each field of a dataclass."""
    (definition,) = ast.parse(inspect.cleandoc(inspect.getsource(record))).body
    assert isinstance(definition, ast.ClassDef)
    found = {}
    for statement, following in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            assert isinstance(following, ast.Expr), f"{statement.target.id} has no docstring"
            assert isinstance(following.value, ast.Constant)
            found[statement.target.id] = " ".join(str(following.value.value).split())
    return found


def as_json() -> str:
    return json.dumps(article_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(as_json(), end="")
