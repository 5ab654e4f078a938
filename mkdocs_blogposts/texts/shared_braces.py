"""Whose the braces in a text are, in a site that has Jekyll's posts and the plugin `macros`."""

from __future__ import annotations

from ..jekyll.files import lies_in_jekyll_folder
from ..late_patterns import late_pattern

_LIQUID_ALONE = late_pattern(
    r"\{%-?\s*(?:assign|capture|case|comment|gist|highlight|link|post_url|unless|include(?:_\w+)?\s+[\w{./-])"
    r"|\{\{-?\s*(?:site|content|paginator)\b"
)
"""What Jinja, in which macros are written, does not have."""


def are_of_macros(body: str, src_uri: str) -> bool:
    """Whether the braces of a text are for `macros`: neither where it lies nor its Liquid is Jekyll's alone."""
    return not (lies_in_jekyll_folder(src_uri) or _LIQUID_ALONE.search(body))
