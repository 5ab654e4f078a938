"""Names of files that Windows does not have."""

from __future__ import annotations

import re

_SIGNS = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names of what is no file there, with any ending."""


_DOUBTFUL = re.compile(rf"{_SIGNS.pattern}|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com|lpt)", re.IGNORECASE)
"""What a path has that may be lacking; most have none of it."""


def lacking_on_windows(dest_uri: str) -> str | None:
    """A path up to the first name that no file or folder has there; `None` where all can be had."""
    if not _DOUBTFUL.search(dest_uri):
        return None
    parts = dest_uri.split("/")
    return next(("/".join(parts[: place + 1]) for place, part in enumerate(parts) if _is_lacking(part)), None)


def _is_lacking(part: str) -> bool:
    is_cut = part.endswith((".", " ")) and part.strip(".") != ""
    return is_cut or _SIGNS.search(part) is not None or _DEVICES.fullmatch(part) is not None
