"""No name that others rely on is lost, and none comes unseen."""

from __future__ import annotations

from tests.public_names import NAMES, public_names


def test_public_names_are_those_that_are_written_down() -> None:
    written = NAMES.read_text(encoding="utf-8").splitlines()
    there = public_names()

    gone = sorted(set(written) - set(there))
    assert gone == [], "a site may rely on these: keep them for a release that warns, see docs/promises.md"
    assert sorted(set(there) - set(written)) == [], "write them down: python -m tests.public_names"
    assert there == written


def test_each_kind_of_name_is_there() -> None:
    kinds = [name.partition(":")[0] for name in public_names()]

    assert min(kinds.count(kind) for kind in dict.fromkeys(kinds)) > 5
    assert {"option: blog_dir", "style: bp-card", "output: blogposts list title", "value: PostCard.title"} <= set(
        public_names()
    )
