"""Has Python look for circles among its values a few times in a build, and not hundreds of times.

Nearly all that a build makes is there to its end, so that Python finds next to nothing; a twentieth of a small build
went into that.
"""

from __future__ import annotations

import gc

_VALUES = 100_000
"""More values than before, upon which Python looks through the new ones."""
_ROUNDS = 50
"""How often it does so until it looks through older ones, too."""


class RareCollection:
    """Changes when Python does it, for the time of a build."""

    def __init__(self) -> None:
        self._usual: tuple[int, int, int] | None = None

    def begin(self) -> None:
        """Let it wait, unless somebody has it wait longer."""
        usual = gc.get_threshold()
        if 0 < usual[0] < _VALUES:
            self._usual = usual
            gc.set_threshold(_VALUES, _ROUNDS, _ROUNDS)

    def end(self) -> None:
        """Have it done as before."""
        if self._usual:
            gc.set_threshold(*self._usual)
            self._usual = None

    stop = end
