"""What is true of a feed, whatever a crash or other hands have done to it."""

from datetime import UTC, datetime
from pathlib import Path

from newscrawl.publishing.durable import Fingerprint, fingerprint
from newscrawl.publishing.manifest import Content, Manifest, Shape
from newscrawl.publishing.paths import Feed

NOTHING = Manifest(published=None, last_run=None, kept=None, unpublished=None)


def mended(feed: Feed, shape: Shape) -> Manifest:
    """Return the manifest as the files are, which are read for it; its feed must be locked.

    A manifest that a crash kept from taking its place, after the files that it describes had taken
    theirs, takes it now. A file that no manifest describes is taken over with an unknown number
    of items.

    :param shape: of a file that no manifest describes.
    """
    actual, aside = fingerprint(feed.path), fingerprint(feed.unpublished)
    for _, path in feed.left("new"):
        path.unlink()
    found = Manifest.read(feed.manifest)
    for _, path in feed.left("manifest"):
        waiting = Manifest.read(path)
        if waiting and waiting != found and _describes(waiting, actual, aside):
            path.replace(feed.manifest)
            found = waiting
        else:
            path.unlink()
    found = found or NOTHING
    return Manifest(
        published=found.published
        if _is(found.published, actual)
        else _taken_over(feed.path, actual, shape),
        last_run=found.last_run,
        kept=found.kept,
        unpublished=found.unpublished if _is(found.unpublished, aside) else None,
    )


def _describes(manifest: Manifest, actual: Fingerprint | None, aside: Fingerprint | None) -> bool:
    # What has been published is removed from beside the feed only after its manifest is in place.
    return _is(manifest.published, actual) and (
        manifest.unpublished is None or _is(manifest.unpublished, aside)
    )


def _is(content: Content | None, actual: Fingerprint | None) -> bool:
    if content is None or actual is None:
        return content is None and actual is None
    return (content.bytes, content.sha256) == (actual.bytes, actual.sha256)


def _taken_over(path: Path, actual: Fingerprint | None, shape: Shape) -> Content | None:
    if actual is None:
        return None
    return Content(
        **{**vars(shape), "fields": None},
        file=path.name,
        at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        run=None,
        items=None,
        added=None,
        bytes=actual.bytes,
        sha256=actual.sha256,
        batch=None,
        batches=None,
    )
