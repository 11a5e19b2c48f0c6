"""What a site says of text and data mining in its ``/.well-known/tdmrep.json``."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

PATH = "/.well-known/tdmrep.json"


@dataclass(frozen=True)
class Rule:
    """A part of the site, and what holds for it."""

    location: re.Pattern[str]
    """Matches the path, with its query, from the beginning."""

    reserved: bool
    policy: str
    """Address of the terms; empty if there are none."""


def read_rules(body: bytes, url: str) -> list[Rule]:
    """Return the rules of the file *body* at *url*, in its order; none if it is no such file.

    Of a file that is half right the rules that are right count.

    >>> file = b'[{"location": "/news/*", "tdm-reservation": 1, "tdm-policy": "/terms"}]'
    >>> [(rule.reserved, rule.policy) for rule in read_rules(file, "https://lantern.example/")]
    [(True, 'https://lantern.example/terms')]
    >>> read_rules(b"<h1>Not found</h1>", "https://lantern.example/")
    []
    """
    try:
        entries = json.loads(body)
    except (ValueError, RecursionError):
        return []
    found = [_rule(entry, url) for entry in entries] if isinstance(entries, list) else []
    return [rule for rule in found if rule]


def mining_rights(rules: Sequence[Rule], url: str) -> dict[str, str]:
    """Return what the first of *rules* that *url* falls under says, as the rights of an article;
    nothing if there is none."""
    parts = urlsplit(url)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    for rule in rules:
        if rule.location.match(path):
            said = {"text_mining": "reserved" if rule.reserved else "not reserved"}
            return said | ({"text_mining_policy": rule.policy} if rule.policy else {})
    return {}


def _rule(entry: object, url: str) -> Rule | None:
    if not isinstance(entry, Mapping):
        return None
    location, reserved = entry.get("location"), str(entry.get("tdm-reservation"))
    if not isinstance(location, str) or reserved not in ("0", "1"):
        return None
    policy = entry.get("tdm-policy")
    try:
        terms = urljoin(url, policy.strip()) if isinstance(policy, str) and policy else ""
    except ValueError:
        terms = ""
    return Rule(_pattern(location), reserved == "1", terms)


def _pattern(location: str) -> re.Pattern[str]:
    """Read *location* as robots.txt has it: ``*`` for any characters, ``$`` for the end."""
    exact = location.endswith("$")
    first, *others = map(re.escape, re.split(r"\*+", location.removesuffix("$")))
    end = r"\Z" if exact else ""
    if exact and others:
        end = f".*{others.pop()}\\Z"
    # Atomic: the first place where a part is found is as good as any, so nothing is tried twice.
    return re.compile(first + "".join(f"(?>.*?{part})" for part in others) + end, re.DOTALL)
