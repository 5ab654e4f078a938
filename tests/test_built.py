"""No test takes one build for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import Built

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_built_can_be_read_until_another_build_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>A</h1>", encoding="utf-8")
    first, beside = Built(tmp_path, "", [], None), Built(tmp_path / "beside", "", [], None)
    assert (first.page().heading, beside.files) == ("A", set())

    second = Built(tmp_path, "", [], None)
    assert second.page().heading == "A"
    with pytest.raises(AssertionError, match="another build has taken its place"):
        first.page()

    del second  # as that of a line that holds none
    with pytest.raises(AssertionError, match="another build has taken its place"):
        first.page()
