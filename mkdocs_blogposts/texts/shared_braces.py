"""Whose the braces in a text are: Jekyll's, the plugin `macros`', or nobody's."""

from __future__ import annotations

from ..jekyll.files import lies_in_jekyll_folder
from ..late_patterns import late_pattern
from .plain_lines import plain_lines

_LIQUID_ALONE = late_pattern(
    r"\{%-?\s*(?:assign|capture|case|comment|gist|highlight|link|post_url|unless|include(?:_\w+)?\s+[\w{./-])"
    r"|\{\{-?\s*(?:site|content|paginator)\b"
)
"""What Jinja, in which macros are written, does not have."""

_RAW = late_pattern(r"\{%-?\s*(?:end)?raw\b")
_OF_JEKYLL = late_pattern(
    rf"{_LIQUID_ALONE.pattern}|\{{[{{%][^}}\n]*\b(?:site|page|paginator|layout|include)\.\w"
    r"|\{\{[^}\n]*\|\s*(?:relative_url|absolute_url|append|prepend|markdownify|date_to_\w+)\b"
)


def are_of_macros(body: str, src_uri: str) -> bool:
    """Whether the braces of a text are for `macros`: neither where it lies nor its Liquid is Jekyll's alone."""
    return not (lies_in_jekyll_folder(src_uri) or _LIQUID_ALONE.search(body))


def are_text(body: str) -> bool:
    """Whether the braces of a post that Material's blog builds are text, as they are there.

    Whoever writes Liquid either has something of Jekyll's outside of code, or keeps other braces apart by `raw`.
    """
    if _RAW.search(body):
        return False
    plain = (line for line in plain_lines(body) if "{" in line.text and not line.text.startswith(("    ", "\t")))
    found = ((line, mark.start()) for line in plain for mark in _OF_JEKYLL.finditer(line.text))
    return all(line.is_code(start) for line, start in found)
