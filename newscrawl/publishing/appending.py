"""What a run appends to, and whether it can."""

from newscrawl.publishing.durable import first_line
from newscrawl.publishing.manifest import Content, Manifest, Shape, Unpublished
from newscrawl.publishing.results import Result

CLOSED_FORMATS = ("json", "xml")
"""Their last bytes close the document: nothing can be appended."""

_OTHER_COLUMNS = "the file has other columns; move it away, or replace it with -O"
_OTHERWISE = "the file is written otherwise; move it away, or replace it with -O"


def base_of(result: Result, before: Manifest) -> Content | None:
    """Return the published content that *result* is appended to."""
    published = before.published
    return published if result.append and published and published.bytes else None


def carried_by(result: Result, before: Manifest) -> Unpublished | None:
    """Return what earlier runs have left for this one to append."""
    aside = before.unpublished
    if not result.append or aside is None or not aside.appends:
        return None
    shape = vars(result.shape)
    return aside if {name: vars(aside)[name] for name in shape} == shape else None


def conflict(result: Result, base: Content | None, carried: Unpublished | None) -> str | None:
    """Return why *result* cannot be appended to what there is, None if it can.

    The files are read where only they can tell.
    """
    part, shape = result.part, result.shape
    if part is None or not result.append:
        return None
    if base and shape.format in CLOSED_FORMATS:
        return f"there is a file, and nothing can be appended to {shape.format}"
    if base and _manner(base) != _manner(shape):
        return _OTHERWISE
    if shape.format != "csv":
        return None
    if part.continues and not (base or carried):
        return "the file was removed while the run went on"
    if base and shape.postprocessing and not part.continues:
        return "another run has begun the file while this one went on"
    if base and base.fields and base.fields != shape.fields:
        return _OTHER_COLUMNS
    if base and result.header:
        header = first_line(part.path)
        with result.feed.path.open("rb") as file:
            return None if file.read(len(header)) == header else _OTHER_COLUMNS
    return None


def _manner(shape: Shape) -> tuple[object, ...]:
    return shape.format, shape.encoding, shape.postprocessing
