"""When Jekyll writes a text: of several that want one URL, it shows the one that it writes last."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from .models import JekyllPage, Talk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..jekyll.jekyll_config import Collection
    from .models import Text


def when_written(text: Text, collections: Mapping[str, Collection]) -> tuple[Any, ...]:
    """What texts are sorted by: pages by the names of their files, then posts, then collection by collection."""
    if isinstance(text, JekyllPage) and text.collection is None:
        return 0, 0, PurePosixPath(text.src_uri).name, text.src_uri
    label = "talks" if isinstance(text, Talk) else text.collection if isinstance(text, JekyllPage) else None
    date = getattr(text, "date", None)
    number = 0 if label is None else [*collections, label].index(label) + 1
    own = collections.get(label or "")
    rank = own.rank(text.src_uri, text.meta) if own else ()
    return 1, number, rank, date.isoformat() if date else "9999", text.src_uri
