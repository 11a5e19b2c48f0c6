"""Runs of one feed, without a crawl."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from newscrawl.publishing import Feed, Manifest, Publisher, RunNote, Settled, Shape
from newscrawl.publishing.part import Part

FIRST = datetime(2031, 3, 4, 3, 0, tzinfo=UTC)


def shape(format: str = "jsonlines", *plugins: str, fields: list[str] | None = None) -> Shape:
    return Shape(format=format, fields=fields, encoding="utf-8", postprocessing=list(plugins))


def note(night: int = 1, verdict: str = "ok") -> RunNote:
    started = FIRST + timedelta(days=night - 1)
    return RunNote(
        outlet="caliber",
        run=night,
        started_at=started,
        ended_at=started + timedelta(minutes=9),
        verdict=verdict,
    )


def write(
    publisher: Publisher,
    path: Path,
    *items: str,
    append: bool = False,
    of: Shape | None = None,
    header: str | None = None,
) -> Part:
    """Export *items*, a line each, to the end of the feed."""
    part = publisher.begin(path, of or shape(), append=append, header=header is not None)
    if header is not None and items and not part.continues:
        part.write(f"{header}\r\n".encode())
    for item in items:
        part.write(f"{item}\n".encode())
    part.finish()
    publisher.exported(part, len(items), batch=None, group=str(path))
    return part


def run(
    path: Path,
    *items: str,
    night: int = 1,
    why_not: str | None = None,
    publisher: Publisher | None = None,
    append: bool = False,
    of: Shape | None = None,
    header: str | None = None,
) -> Settled:
    """Export *items* and publish them unless *why_not* says why that is not to be."""
    publisher = publisher or Publisher()
    write(publisher, path, *items, append=append, of=of, header=header)
    verdict = "failed" if why_not else "ok"
    (settled,) = publisher.publish(why_not is None, why_not or "", run=note(night, verdict))
    return settled


def manifest_of(path: Path) -> Manifest:
    found = Manifest.read(Feed.at(path).manifest)
    assert found is not None
    return found


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
