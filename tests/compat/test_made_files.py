"""Files that the blog makes in memory are whole files to other plugins: each has a source that is there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site

HOOK = """\
import json
from pathlib import Path

from mkdocs.plugins import event_priority

seen = {}

@event_priority(-100)
def on_files(files, config):
    seen["files"] = {file.src_uri: file.abs_src_path for file in files}

def on_post_page(output, page, config):
    seen.setdefault("pages", {})[page.file.src_uri] = page.file.abs_src_path

def on_post_build(config):
    Path(config.site_dir, "seen.json").write_text(json.dumps(seen), encoding="utf-8")
"""


def test_every_file_has_a_source_that_is_there(site: Site) -> None:
    site.config(hooks=["hook.py"]).put("hook.py", HOOK).put("docs/index.md", "# Home\n")
    head = "date: 2024-01-31\ntags: [a]\nredirect_from: /old/"
    site.put("docs/blog/posts/a.md", f"---\n{head}\n---\n# A\n")

    built = site.build()

    seen = json.loads(built.read("seen.json"))
    made = {
        "blog/index.md",
        "blog/tags.md",
        "blog/tag/a.md",
        "blog/rss.xml",
        "redirects.json",
        "old/index.html.redirect",
    }
    assert made <= set(seen["files"])
    sources = {path for paths in seen.values() for path in paths.values()}
    assert {str(site.root / "mkdocs.yml"), str(site.root / "docs/blog/posts/a.md")} <= sources
    docs = {path.as_posix() for path in (site.root / "docs").rglob("*") if path.is_file()}
    assert sources - {str(site.root / "mkdocs.yml")} >= docs
    assert {path for path in sources if path is None} == set()
