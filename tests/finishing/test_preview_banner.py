"""What a preview is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.finishing import preview_banner
from mkdocs_blogposts.finishing.preview_banner import name_of_change

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("is_whole", [True, False], ids=["whole", "relative"])
@pytest.mark.parametrize("below", [".", "docs/site"])
def test_the_branch_of_a_worktree_is_that_of_the_folder_it_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str, *, is_whole: bool
) -> None:
    for name in (*preview_banner._BRANCHES, *preview_banner._NUMBERS):  # noqa: SLF001
        monkeypatch.delenv(name, raising=False)
    kept, tree = tmp_path / "kept", tmp_path / "tree"
    for folder in (kept, tree / below):
        folder.mkdir(parents=True)
    (kept / "HEAD").write_text("ref: refs/heads/fix/tides\n", encoding="utf-8")
    (tree / ".git").write_text(f"gitdir: {kept if is_whole else '../kept'}\n", encoding="utf-8")

    assert name_of_change(tree / below) == "fix/tides"
