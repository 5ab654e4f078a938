"""Values as bytes that tell whether they are what was kept, and under the key that is asked for."""

from __future__ import annotations

import hashlib
import json
from typing import Any

_JSON, _TEXT = b"j", b"t"
"""What an entry holds: the value as JSON, or text as it is."""

_CHECKSUM = hashlib.sha256().digest_size


# Once for all values: `json.dumps` would make one for each.
_as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def digest(*parts: object) -> str:
    """The digest of some JSON values, in which nothing of one part can pass for a piece of another."""
    made = hashlib.sha256()
    for part in parts:
        # Texts are whole pages, of which JSON takes longer to make than the digest does.
        mark, text = (_TEXT, part) if isinstance(part, str) else (_JSON, _as_json(part))
        content = text.encode("utf-8", "surrogatepass")
        made.update(b"%b%d:" % (mark, len(content)))
        made.update(content)
    return made.hexdigest()


def entry_of(key: str, value: Any) -> bytes | None:
    """A value as it is kept under a key; `None` where it has no form as JSON."""
    try:
        is_text = isinstance(value, str)
        text = value if is_text else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except (TypeError, RecursionError):
        return None  # plugins may have put anything into it
    mark, content = _TEXT if is_text else _JSON, text.encode("utf-8", "surrogatepass")
    return b"".join((_checksum(key, mark, content), mark, content))


def value_of(key: str, entry: bytes) -> Any | None:
    """What an entry holds; `None` where it is damaged, or was not made for the key."""
    checksum, mark, content = entry[:_CHECKSUM], entry[_CHECKSUM : _CHECKSUM + 1], entry[_CHECKSUM + 1 :]
    if checksum != _checksum(key, mark, content):
        return None
    try:
        text = content.decode("utf-8", "surrogatepass")
        return text if mark == _TEXT else json.loads(text)
    except ValueError:
        return None


def _checksum(key: str, mark: bytes, content: bytes) -> bytes:
    made = hashlib.sha256(key.encode("ascii"))
    made.update(mark)
    made.update(content)
    return made.digest()
