"""Pygments makes a style sheet for each block of code, which hardly anybody reads; alike ones are made once here.

This touches what formatters of HTML keep to themselves: `_create_stylesheet`, and the two mappings that it makes from
the style and `classprefix` alone.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORMATTERS = "pygments.formatters.html"
_METHOD = "_create_stylesheet"
_made: dict[tuple[Any, ...], tuple[dict[Any, Any], dict[Any, Any]]] = {}
"""The mappings of each class of formatters with a style and a prefix: a site has one or two of these."""


@contextmanager
def shared_code_styles() -> Iterator[None]:
    """Within, the style sheets of formatters that are alike are made once, if there are any formatters."""
    formatter: Any = getattr(sys.modules.get(_FORMATTERS), "HtmlFormatter", None)
    make = getattr(formatter, _METHOD, None)
    if make is None:
        yield
        return

    def create(self: Any) -> None:
        key = type(self), self.style, self.classprefix
        if key not in _made:
            make(self)
            _made[key] = self.ttype2class, self.class2style
        classes, styles = _made[key]
        self.ttype2class, self.class2style = {**classes}, {**styles}

    setattr(formatter, _METHOD, create)
    try:
        yield
    finally:
        setattr(formatter, _METHOD, make)
