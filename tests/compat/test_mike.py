"""A site in several versions, which mike puts beside each other on a branch of its repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.built import Built
from tests.compat.history import commit
from tests.compat.plugins import FIRST, POSTS, needs
from tests.links import broken_links

if TYPE_CHECKING:
    from tests.site import Site

needs("mike")

SITE_URL = "https://example.org/docs/"


def deploy(site: Site, *arguments: str) -> None:
    folder = str(Path(sys.executable).parent)
    names = {f"GIT_{who}_{what}": "ada@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **names, "PATH": os.pathsep.join([folder, os.environ["PATH"]])}
    mike = shutil.which("mike", path=folder) or "mike"
    command = [mike, "deploy", "--alias-type", "copy", *arguments]
    ran = subprocess.run(command, cwd=site.root, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "WARNING" not in ran.stderr


def published(site: Site) -> Path:
    """What the branch has that is served."""
    git = shutil.which("git") or "git"
    kept = subprocess.run([git, "archive", "gh-pages"], cwd=site.root, capture_output=True, check=True)
    with tarfile.open(fileobj=BytesIO(kept.stdout)) as archive:
        archive.extractall(site.root / "branch", filter="data")
    return site.root / "branch"


@pytest.mark.slow
def test_mike_deploys_a_blog_with_each_version(site: Site) -> None:
    site.write(POSTS).config(site_url=SITE_URL, plugins=["mike", "search", "tags", "blogposts"]).save()
    commit(site.root)

    deploy(site, "1.0")
    site.put("docs/blog/posts/third.md", "---\ndate: 2024-06-01\ntags: [Python]\n---\n# Third post\n\nIt came later.\n")
    site.config(plugins=["search", "tags", "blogposts", "mike"]).save()
    deploy(site, "2.0", "latest")

    folder = published(site)
    versions = {name: Built(folder / name, f"{SITE_URL}{name}/", [], None) for name in ("1.0", "2.0", "latest")}
    older, newer = versions["1.0"], versions["2.0"]
    assert set(older.pages) < set(newer.pages)
    assert [card.title for card in older.page("blog/").cards] == ["Second post", "First post"]
    assert [card.title for card in newer.page("blog/").cards] == ["Third post", "Second post", "First post"]
    for name, built in versions.items():
        base = f"/docs/{'2.0' if name == 'latest' else name}/"
        own = f"https://example.org{base}"
        assert [link.attributes["href"] for link in built.page(FIRST).css('link[rel="canonical"]')] == [own + FIRST]
        feed = built.read("blog/rss.xml")
        assert f"<link>{own}{FIRST}</link>" in feed
        assert set(re.findall(r"https://example.org/docs/[^/]*/", feed)) == {own}
        assert broken_links(built.dir, base) == []
