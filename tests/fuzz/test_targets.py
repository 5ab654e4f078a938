"""Odd files of each kind that strangers send: each is shown or told; `make fuzz` tries some twenty thousand of each."""

from __future__ import annotations

import os

import pytest

from tests.fuzz.targets import TARGETS, failures

INPUTS = max(200, int(os.environ.get("FUZZ_POSTS", "0")))
START = int(os.environ.get("FUZZ_START", "0"))
"""Another number gives other files."""


@pytest.mark.parametrize("name", TARGETS)
def test_an_odd_file_is_shown_or_told(name: str) -> None:
    found = list(failures(name, INPUTS, start=START))

    assert not found, "\n".join([f"{len(found)} of {INPUTS} files", *found[:10]])
