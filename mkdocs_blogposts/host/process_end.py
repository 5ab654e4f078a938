"""The last moment of the process that builds."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from functools import cache
from pathlib import Path

_COMMANDS = ("mkdocs", "properdocs")


@cache
def end_swiftly() -> None:
    """Have Python look no more for circles among the values of a build once its process ends, and all of them with it.

    It looks through all of them several times then, which is a tenth of a small build.
    """
    atexit.register(gc.freeze)


def end_at_once() -> None:
    """In the last event of a build, let its process end at once; one that does anything else ends as ever.

    Python takes apart, value by value, what goes away with the process: another tenth of a small build.
    """
    if sys.exc_info()[1] is None and not (sys.flags.inspect or sys.flags.dev_mode) and _is_command():
        atexit.register(_end)


def _end() -> None:
    """End the process, once all is done that others have asked Python to do before: this comes first, as the last."""
    atexit.unregister(_end)
    try:
        atexit._run_exitfuncs()  # noqa: SLF001
        sys.stdout.flush()
        sys.stderr.flush()
    except Exception:  # noqa: BLE001  # which Python tells in its own way
        return
    os._exit(0)


def _is_command() -> bool:
    """Whether Python was started for the command of the host and nothing else, and so ends well once its build has."""
    main, (_, *started), arguments = sys.modules["__main__"], sys.orig_argv, sys.argv[1:]
    if spec := getattr(main, "__spec__", None):
        return any(spec.name == f"{name}.__main__" and started == ["-m", name, *arguments] for name in _COMMANDS)
    path = Path(getattr(main, "__file__", None) or ".")
    if path.name not in _COMMANDS or started[1:] != arguments:
        return False
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()  # as pip and others write it
    return f"from {path.name}.__main__ import cli" in lines and lines[-1].strip() == "sys.exit(cli())"
