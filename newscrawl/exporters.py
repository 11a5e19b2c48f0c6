"""Feed formats of Scrapy that our records need a little more of."""

import json
from typing import Any

from scrapy.exporters import CsvItemExporter


class CsvExporter(CsvItemExporter):
    """CSV whose cells can be read back: lists joined with ``; ``, dictionaries as JSON.

    No header is written where the file (that behind Scrapy's postprocessing) says that it
    ``continues`` one that has a header.
    """

    def __init__(self, file: Any, join_multivalued: str = "; ", **kwargs: Any) -> None:
        if getattr(getattr(file, "file", file), "continues", False):
            kwargs["include_headers_line"] = False
        super().__init__(file, join_multivalued=join_multivalued, **kwargs)

    def serialize_field(self, field: Any, name: str, value: Any) -> Any:
        if isinstance(value, dict):
            return json.dumps(value, ensure_ascii=False) if value else ""
        return super().serialize_field(field, name, value)
