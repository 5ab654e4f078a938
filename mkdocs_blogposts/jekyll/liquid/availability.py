"""Whether Liquid can be rendered at all."""

from __future__ import annotations

import importlib.util


def renders_liquid() -> bool:
    """Whether python-liquid, the extra `jekyll`, is installed."""
    return importlib.util.find_spec("liquid") is not None
