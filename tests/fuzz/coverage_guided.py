"""Odd files that atheris finds, led by what of our code each of them reaches: `NAME CORPUS [options of libFuzzer]`.

Files that reach something new stay in the folder `CORPUS`; where there are none, it begins with those that are as they should be.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main() -> None:
    """Try one target until libFuzzer ends."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["mkdocs_blogposts"]):
        targets = importlib.import_module("tests.fuzz.targets")
    name, corpus = sys.argv.pop(1), Path(sys.argv[1])
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)

    def try_one(data: bytes) -> None:
        targets.TARGETS[name](data)

    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
