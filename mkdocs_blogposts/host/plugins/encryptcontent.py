"""mkdocs-encryptcontent-plugin, which marks the pages that it locks only when their text is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..other_plugins import options_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

_KEYS = ("password", "level", "obfuscate")


def will_be_locked(meta: Mapping[str, Any], config: MkDocsConfig) -> bool:
    """Whether it is going to put the text of a page with such front matter behind a password."""
    return any(
        any(meta.get(key) for key in _KEYS) or bool(options.get("global_password") and "password" not in meta)
        for options in options_of(config, "encryptcontent")
    )
