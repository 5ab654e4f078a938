"""A preview for the readers of a pull request: what it shows, what it hides, and what it says of URLs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.built import Built
from tests.cli.command import run_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

IN_GITHUB = {"GITHUB_HEAD_REF": "fix/<b>", "GITHUB_REF": "refs/pull/12/merge"}
SERVICES = ("GITHUB_", "CI_", "BITBUCKET_", "READTHEDOCS", "CF_PAGES", "BRANCH", "HEAD", "REVIEW_ID")
"""How the names begin of what services say that build."""


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """No service builds, whichever runs the tests."""
    for name in os.environ:
        if name.startswith(SERVICES):
            monkeypatch.delenv(name)


@pytest.fixture
def blog(site: Site) -> Site:
    """A blog with a post of each state."""
    site.blogposts(draft_if_future_date=True)
    return site.write("""
        docs/index.md
        | # Home
        docs/blog/posts/shown.md
        | ---
        | date: 2025-01-31
        | tags: [python]
        | ---
        | # Shown
        docs/blog/posts/draft.md
        | ---
        | date: 2025-02-01
        | draft: true
        | ---
        | # Unfinished
        docs/blog/posts/future.md
        | ---
        | date: 2099-02-01
        | ---
        | # To come
    """)


def test_a_preview_shows_all_and_hides_from_all_others(blog: Site) -> None:
    for _ in ("cold", "from the cache"):
        result = run_in(blog, "build", "--preview", "--site-dir", str(blog.root / "site"), **IN_GITHUB)
        assert result.exit_code == 0, result.output
        built = Built(blog.root / "site", "https://example.org/", [], None)
        held_back = {"blog/2025/02/01/unfinished/", "blog/2099/02/01/to-come/"}
        assert held_back < {*built.pages}

        for url in ("blog/", "blog/tags/", "blog/2025/01/31/shown/", *held_back):
            page = built.page(url)
            assert page.meta("robots") == "noindex"
            assert [node.text() for node in page.css(".bp-preview")] == ["Preview #12 fix/<b>"]
            assert page.html.count('content="noindex"') == 1
        assert "bp-preview" not in built.page("").html
        assert [card.title for card in built.page("blog/").cards] == ["To come", "Unfinished", "Shown"]
        machines = [name for name in built.files if name.endswith((".xml", "feed.json"))]
        assert {"blog/rss.xml", "blog/atom.xml", "blog/feed.json", "sitemap.xml"} <= {*machines}
        for name in machines:
            assert not any(url in built.read(name) for url in held_back), name
        assert "blog/2025/01/31/shown/" in built.read("blog/feed.json")


def test_the_option_does_the_same_and_a_build_without_it_does_not(blog: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI_MERGE_REQUEST_IID", "7")
    monkeypatch.setenv("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "more")
    built = blog.blogposts(preview=True).build()
    assert built.page("blog/2099/02/01/to-come/").css(".bp-preview")[0].text() == "Preview !7 more"

    built = blog.blogposts(preview=False).build()
    assert [card.title for card in built.page("blog/").cards] == ["Shown"]
    assert built.page("blog/").meta("robots") is None
    assert "bp-preview" not in built.page("blog/").html


def git(folder: Path, *arguments: str) -> str:
    """What git says to somebody."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    program = shutil.which("git") or "git"
    ran = subprocess.run([program, *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return ran.stdout


def change(blog: Site) -> None:
    """Commit the blog, then add, edit, move, rename and remove posts on a branch, and go on elsewhere on main."""
    blog.put("docs/blog/posts/edited.md", "---\ndate: 2025-03-01\n---\n# Edited\n")
    blog.put("docs/blog/posts/moved.md", "---\ndate: 2025-03-02\n---\n# Before\n")
    blog.put("docs/blog/posts/renamed.md", "---\ndate: 2025-03-03\nslug: a\n---\n# Renamed\n")
    blog.put("docs/blog/posts/gone.md", "---\ndate: 2025-03-04\n---\n# Gone\n").save()
    git(blog.root, "init", "--quiet")
    git(blog.root, "add", ".")
    git(blog.root, "commit", "--quiet", "-m", "Begin")
    git(blog.root, "checkout", "--quiet", "-b", "topic")
    blog.put("docs/blog/posts/edited.md", "---\ndate: 2025-03-01\n---\n# Edited\n\nMore.\n")
    blog.put("docs/blog/posts/moved.md", "---\ndate: 2025-03-02\naliases: /blog/2025/03/02/before/\n---\n# After\n")
    blog.put("docs/blog/posts/another.md", "---\ndate: 2025-03-03\nslug: b\n---\n# Renamed\n")
    blog.put("docs/blog/posts/new.md", "---\ndate: 2025-03-05\ndraft: true\n---\n# *New* [x](y) @team <b>|\n")
    blog.delete("docs/blog/posts/renamed.md").delete("docs/blog/posts/gone.md")


SUMMARY = """\
### What changes on the blog

**Lost** (1)

- `/blog/2025/03/04/gone/`, docs/blog/posts/gone.md: nothing answers there

**Moved** (2)

- [After](<https://example.org/blog/2025/03/02/after/>) `/blog/2025/03/02/after/` was `/blog/2025/03/02/before/`, which leads on
- [Renamed](<https://example.org/blog/2025/03/03/b/>) `/blog/2025/03/03/b/` was `/blog/2025/03/03/a/`, which **nothing answers now**

**New** (1)

- [\\*New\\* \\[x\\]\\(y\\) &#64;team &lt;b&gt;\\|](<https://example.org/blog/2025/03/05/new-xy-team-/>) `/blog/2025/03/05/new-xy-team-/` *(draft)*

**Changed** (1)

- [Edited](<https://example.org/blog/2025/03/01/edited/>) `/blog/2025/03/01/edited/`
"""  # noqa: E501  # as it is written


def test_the_summary_tells_what_a_branch_does_to_urls(blog: Site, tmp_path: Path) -> None:
    change(blog)
    summary, site_dir = tmp_path / "summary.md", str(tmp_path / "out")
    asked = ("build", "--preview", "--site-dir", site_dir, "--summary", str(summary))
    result = run_in(blog, *asked, "--base", "main")

    assert result.exit_code == 0, result.output
    assert summary.read_text(encoding="utf-8") == SUMMARY
    page = Built(tmp_path / "out", "", [], None).page("blog/")
    assert page.css(".bp-preview")[0].text() == "Preview topic"
    assert git(blog.root, "diff", "--cached") == ""

    for base in ("--upload-pack=x", "no-such"):
        refused = run_in(blog, *asked, f"--base={base}")
        assert (refused.exit_code, f"'{base}' is neither a folder nor a commit" in refused.stderr) == (1, True)


def test_a_summary_compares_with_the_list_of_urls_where_there_is_no_branch(blog: Site, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    asked = ("build", "--preview", "--site-dir", str(tmp_path / "out"), "--summary", str(summary))
    refused = run_in(blog, *asked)
    assert (refused.exit_code, "There is nothing to compare with" in refused.stderr) == (1, True)
    assert run_in(blog, "build", "--base", "main").stderr.endswith("Error: --base is for --summary\n")
    blog.blogposts(urls_file="urls.txt")
    run_in(blog, "urls", "--update")
    urls = json.loads(run_in(blog, "urls", "--json").stdout)
    blog.put("docs/blog/posts/shown.md", "---\ndate: 2025-01-31\ntags: [python]\n---\n# Another title\n")

    assert run_in(blog, *asked).exit_code == 0
    text = summary.read_text(encoding="utf-8")
    assert "was `/blog/2025/01/31/shown/`, which **nothing answers now**" in text
    assert "**Lost**" not in text
    assert len(urls) > 5
    run_in(blog, "urls", "--update", "--prune")
    run_in(blog.delete("docs/blog/posts/draft.md").delete("docs/blog/posts/future.md"), *asked)
    assert summary.read_text(encoding="utf-8").endswith("\n\nNo URL is new, changed, moved or lost.\n")
