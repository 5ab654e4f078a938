"""Has Python look for circles among its values once `serve` shows a page, and not while somebody waits for that.

All that a build has made is left when the next one begins, and Python looks through all of it several times meanwhile:
a third of the time that a page takes.
"""

from __future__ import annotations

import gc
from threading import Timer

_AFTER = 1.0
"""Seconds from the end of a build."""
_MOST = 3
"""Builds, one after the other without a pause, that may leave their values to the next."""


class LateCollection:
    """Puts off what Python does of itself."""

    def __init__(self) -> None:
        self._builds = 0
        self._timer: Timer | None = None
        self._is_off = False

    def begin(self) -> None:
        """Wait with it for the time of a build; the first one has left nothing yet."""
        self.stop()
        if 0 < self._builds <= _MOST and gc.isenabled():
            gc.disable()
            self._is_off = True
        self._builds = self._builds % (_MOST + 1) + 1

    def end(self) -> None:
        """Do it soon."""
        # Or Python would do it at once, since all that has come meanwhile is new to it.
        if self._is_off:
            gc.freeze()
        if self._switch_on():
            self._timer = Timer(_AFTER, self._collect)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Do it no more of itself, and let Python do it, also where a build has not come to its end."""
        self._switch_on()
        if self._timer:
            self._timer.cancel()
            self._timer.join()
            self._timer = None
            gc.unfreeze()

    def _switch_on(self) -> bool:
        is_off, self._is_off = self._is_off, False
        if is_off:
            gc.enable()
        return is_off

    def _collect(self) -> None:
        self._builds = 1
        gc.unfreeze()
        gc.collect()
