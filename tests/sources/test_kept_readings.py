"""What `serve` gives of a text that it has read before."""

from __future__ import annotations

import copy

import yaml

from mkdocs_blogposts.sources.kept_readings import own

FRONT_MATTER = """
title: A
date: 2024-01-01
at: 2024-01-01 10:00:00 +02:00
numbers: [1, 1.0, true, null]
set: !!set {a, b}
shared: &shared {list: [1], "true": [2]}
again: [*shared, *shared]
circle: &circle [*circle]
pairs: !!omap [a: 1]
bytes: !!binary aGk=
"""


def test_front_matter_is_copied_as_python_copies_it() -> None:
    meta = yaml.full_load(FRONT_MATTER)
    expected = copy.deepcopy(meta)

    copied = own(meta)

    assert repr(copied) == repr(expected)
    for it in (copied, expected):
        assert it["again"][0] is it["again"][1] is it["shared"]
        assert it["circle"][0] is it["circle"]
        assert not {id(each) for each in (it, it["set"], it["numbers"], *it.values())} & _containers(meta)


def _containers(meta: dict[str, object]) -> set[int]:
    return {id(meta)} | {id(each) for each in meta.values() if isinstance(each, (dict, list, set))}
