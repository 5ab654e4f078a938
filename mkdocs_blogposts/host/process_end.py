"""The last moment of the process that builds."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from functools import cache
from pathlib import Path

_COMMANDS = ("mkdocs", "properdocs")


class _ProcessEnd:
    """Keeps Python from taking apart, value by value, what goes away with the process: a tenth of a small build.

    Where the command of the host has built a site well, and nothing is left to do, the process ends at once. Else
    Python looks no more for circles among the values of a build, which it does several times otherwise.
    """

    def __init__(self) -> None:
        self.is_sudden = False

    def __call__(self) -> None:
        """End the process, once all is done that others have asked Python to do before."""
        if not self.is_sudden:
            gc.freeze()
            return
        self.is_sudden = False
        try:
            atexit._run_exitfuncs()  # noqa: SLF001  # all of them, this one as well
            sys.stdout.flush()
            sys.stderr.flush()
        except Exception:  # noqa: BLE001  # which Python tells in its own way
            return
        os._exit(0)


@cache
def _end() -> _ProcessEnd:
    end = _ProcessEnd()
    atexit.register(end)
    return end


def end_swiftly() -> None:
    """Spare the values of a build once its process ends."""
    _end()


def end_at_once() -> None:
    """In the last event of a build, let its process end at once; one that does anything else ends as ever."""
    _end().is_sudden = sys.exc_info()[1] is None and not sys.flags.inspect and _is_command()


def _is_command() -> bool:
    """Whether this process is the command of the host and nothing else, and so ends well once its build has."""
    main = sys.modules["__main__"]
    if spec := getattr(main, "__spec__", None):
        return spec.name in [f"{name}.__main__" for name in _COMMANDS]
    path = Path(getattr(main, "__file__", None) or ".")
    if path.name not in _COMMANDS:
        return False
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()  # as pip and others write it
    return f"from {path.name}.__main__ import cli" in lines and lines[-1].strip() == "sys.exit(cli())"
