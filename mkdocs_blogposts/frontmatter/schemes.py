"""Which addresses a browser opens, and which it would run."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..late_patterns import late_pattern

SCHEME = late_pattern(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
"""The beginning of a URL that names its scheme."""
WEB = frozenset({"http", "https"})
"""Schemes of pages."""
_SAFE = WEB | {
    *("mailto", "tel", "sms", "xmpp", "matrix", "irc", "ircs"),  # who is to be spoken to
    *("ftp", "ftps", "gemini", "geo", "ipfs", "ipns", "magnet", "webcal"),  # what other programs open
}
"""Schemes of what a browser shows, or leaves to another program, and does not run."""
NOWHERE = "about:blank"
"""The address of an empty page, written where an address has to be."""
_PICTURE = late_pattern(r"data:image/[a-z0-9.+-]+[;,]", re.IGNORECASE)


def is_safe(url: str) -> bool:
    """Whether a URL is of a scheme that runs nothing, or without one."""
    # Browsers skip white space and what can't be seen inside of a scheme.
    seen = "".join(character for character in url if character.isprintable() and not character.isspace())
    scheme = SCHEME.match(seen)
    return scheme is None or scheme[1].lower() in _SAFE


def is_picture(url: str) -> bool:
    """Whether a URL is a picture itself, which a browser shows and does not run: `data:image/png;base64,…`."""
    return bool(_PICTURE.match(url))


def is_malformed(url: str) -> bool:
    """Whether nothing can be made of a URL, so that MkDocs would end with a traceback: `https://[here]/`."""
    try:
        urlsplit(url)
    except ValueError:
        return True
    return False
