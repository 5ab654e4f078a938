"""A large site whose folders several machines prepare: what they have kept is put into one folder for one build."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.built import bytes_of
from tests.kept import CACHE, kept_in

if TYPE_CHECKING:
    import pytest

    from tests.site import Site

YEARS = ("2023", "2024")
TEXT = "---\ndate: {year}-0{month}-01\ntags: [x]\n---\n# Post {month} of {year}\n\nIt follows [another]({link}).\n"


def test_what_builds_of_single_folders_have_kept_serves_a_build_of_all(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    links = {("2023", 2): "1.md", ("2023", 1): "2.md", ("2024", 1): "2.md", ("2024", 2): "../2023/1.md"}
    for (year, month), link in links.items():
        site.put(f"docs/blog/posts/{year}/{month}.md", TEXT.format(year=year, month=month, link=link))
    aside = site.root.with_suffix(".aside")
    for year in YEARS:
        site.config(exclude_docs=f"/blog/posts/*/\n!/blog/posts/{year}/").build()
        shutil.copytree(site.root / CACHE, aside, dirs_exist_ok=True, ignore=shutil.ignore_patterns("page-*"))
        shutil.rmtree(site.root / CACHE)
    shutil.copytree(aside, site.root / CACHE)
    before = {(entry.kind, entry.key) for entry in kept_in(aside)}

    del site.options["exclude_docs"]
    built = bytes_of(site.build().dir)
    kept = {(entry.kind, entry.key) for entry in kept_in(site.root / CACHE)}
    shutil.rmtree(site.root / CACHE)

    assert built == bytes_of(site.build().dir)
    made = [kind for kind, _ in kept - before]
    # The link into another folder led nowhere while that was left out.
    assert sorted(kind for kind in made if kind != "page") == ["rendered", "search"]
    assert {kind for kind, _ in kept & before} == {"conversion", "reading", "rendered", "search"}
