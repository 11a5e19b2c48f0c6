"""Imports point down, never up or sideways."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newscrawl"

LAYERS = [
    ["errors", "items", "verdicts"],
    [
        "text",
        "dates",
        "urls",
        "languages",
        "encoding",
        "ai_agents",
        "tdmrep",
        "refusals",
        "browser",
        "locks",
        "schedules",
        "files",
        "figures",
        "run_logs",
        "schema",
        "selectors",
        "worddiff",
    ],
    [
        "walks",
        "fleet",
        "metrics",
        "identities",
        "bylines",
        "arguments",
        "scrolling",
        "exporters",
        "outcomes",
        "structured",
        "generic",
        "sitemaps",
        "discovery",
        "similarity",
    ],
    ["revisits"],
    [
        "publishing",
        "runs",
        "addresses",
        "visible",
        "storage",
        "meta",
        "feeds",
        "canary",
        "rights",
        "explaining",
        "manners",
        "alarms",
    ],
    ["fields", "credits", "judging", "books", "coverage", "host_rights"],
    ["loaders", "accounts", "reports"],
    ["pages"],
    ["reading"],
    ["probing"],
    [
        "extract",
        "base_spiders",
        "pipelines",
        "middlewares",
        "extensions",
        "downloads",
        "dupefilter",
    ],
    ["catalogue", "cases", "doctor"],
    ["spiders", "demo"],
    ["commands", "settings"],
]
"""From the bottom up; a room may import from its own modules and from rooms below it."""

RANK = {room: rank for rank, layer in enumerate(LAYERS) for room in layer}


def room_of(module: str) -> str:
    """``newscrawl.storage.schema`` is in the room ``storage``."""
    return module.split(".")[1] if "." in module else ""


def imports(file: Path) -> set[str]:
    """The modules of newscrawl that *file* imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return {name for name in found if name.startswith("newscrawl.")}


FILES = sorted(file for file in PACKAGE.rglob("*.py") if "templates" not in file.parts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_down(file: Path) -> None:
    module = ".".join(("newscrawl", *file.relative_to(PACKAGE).with_suffix("").parts))
    room = room_of(module.removesuffix(".__init__"))
    for imported in imports(file) if room else ():
        other = room_of(imported)
        assert other in RANK, f"{other} stands in no layer"
        if other != room:
            assert RANK[other] < RANK[room], f"{module} imports {imported}"


def test_storage_imports_no_scrapy() -> None:
    for file in (PACKAGE / "storage").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = [
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        ]
        names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert not [name for name in names if name.split(".")[0] in ("scrapy", "twisted")]
