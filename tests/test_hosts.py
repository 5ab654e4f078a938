"""MkDocs and ProperDocs make the same pages, but for the tag that names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

SITE = """
    docs/index.md
    | # Home
    docs/blog/posts/2024-01-01-a.md
    | ---
    | title: A
    | tags: [x]
    | categories: [News]
    | ---
    | One, with a [talk](/talks/t), and [b](2024-02-01-b.md), and [draft](/drafts/d/).
    docs/blog/posts/2024-02-01-b.md
    | ---
    | title: B
    | permalink: /posts/b/
    | ---
    | Two:
    | - with a list
    docs/blog/posts/d.md
    | ---
    | title: D
    | permalink: /drafts/d/
    | draft: true
    | ---
    docs/talks/t.md
    | ---
    | title: T
    | venue: PyConf
    | tags: [x]
    | ---
"""


def made(folder: Path) -> dict[str, bytes]:
    """Every file of a site, without what names the host and its version, and without the host's own files."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix in {".html", ".xml", ".json"})
    named = re.compile(rb'<meta name="generator"[^>]*>|(?:MkDocs|ProperDocs) version[^\n]*|Build Date[^\n]*')
    return {path.relative_to(folder).as_posix(): named.sub(b"", path.read_bytes()) for path in files}


def test_both_hosts_make_the_same_pages(site: Site) -> None:
    site.write(SITE)
    results = {}
    for host in ("mkdocs", "properdocs"):
        ran = site.run("build", "--site-dir", host, module=host, SOURCE_DATE_EPOCH="1717200000")
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert "leads to a page that is held back" in ran.stderr
        results[host] = made(site.root / host)

    mkdocs, properdocs = results["mkdocs"], results["properdocs"]
    assert "blog/tag/x/index.html" in mkdocs
    assert mkdocs.keys() == properdocs.keys()
    assert [name for name in mkdocs if mkdocs[name] != properdocs[name]] == []


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_both_hosts_end_with_one_line_where_there_are_faults(site: Site, host: str) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: someday\n---\n")

    ran = site.run("build", module=host)

    assert ran.returncode == 1
    assert "docs/blog/posts/a.md:3:7: date: 'someday' is not a date" in ran.stderr
    assert ran.stderr.rstrip().splitlines()[-1].endswith("1 fault in 1 file")
    assert "Traceback" not in ran.stderr
