"""The last moment of the process that builds."""

from __future__ import annotations

import atexit
import gc
from functools import cache


@cache
def end_swiftly() -> None:
    """Have Python look no more for circles among the values of a build once its process ends, and all of them with it.

    It looks through all of them several times then, which is a tenth of a small build.
    """
    atexit.register(gc.freeze)
