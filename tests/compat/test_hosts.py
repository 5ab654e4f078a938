"""Both hosts and both themes: MkDocs and ProperDocs, Material and MaterialX."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

import mkdocs_blogposts
from mkdocs_blogposts.config import BlogPostsConfig
from tests.compat import material_site
from tests.compat.plugins import FIRST, POSTS, needs
from tests.links import broken_links

if TYPE_CHECKING:
    from tests.site import Site

needs("properdocs")


def pages_of(site: Site, python: str, host: str) -> dict[str, str]:
    """Every page that a host makes, but for what names it and what changes from build to build."""
    folder = site.root / f"site-{host}"
    command = [python, "-m", host, "build", "--strict", "--site-dir", str(folder)]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    ran = subprocess.run(command, cwd=site.root, capture_output=True, text=True, check=False, env=os.environ | quiet)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    return {name: re.sub(r'<meta name="generator"[^>]*>', "", text) for name, text in texts.items()}


@pytest.mark.parametrize("layout", ["cards", "list"])
@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_both_hosts_give_the_same_pages(site: Site, theme: str, layout: str) -> None:
    site.write(POSTS).config(theme=theme).blogposts(view_layout=layout, cache=False)
    site.save()

    theirs, ours = (pages_of(site, sys.executable, host) for host in ("mkdocs", "properdocs"))

    assert set(theirs) == set(ours)
    if theme == "material":
        assert {name for name in theirs if theirs[name] != ours[name]} == set()


@pytest.fixture(scope="module")
def materialx() -> str:
    """Python of the environment that has MaterialX in place of Material; `make test` brings it along."""
    python = Path(sys.prefix, "materialx", "Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        pytest.skip("needs MaterialX in an environment of its own: make .venv/.materialx")
    return str(python)


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["cards", "list"])
def test_materialx_shows_the_same_blog(site: Site, materialx: str, layout: str) -> None:
    material_site.write(site, {"authors_profiles": True, "pagination_per_page": 4})
    options = {**site.options["plugins"][1]["blog"], "view_layout": layout, "cache": False}
    site.config(plugins=["search", "tags", {"blogposts": options}])
    site.save()
    with_material = pages_of(site, sys.executable, "mkdocs")
    site.config(theme={**site.options["theme"], "name": "materialx"}).save()

    with_materialx = pages_of(site, materialx, "mkdocs")

    assert set(with_materialx) == set(with_material)
    marks = (
        "og:",
        "ld+json",
        "canonical",
        'name="description"',
        "bp-card",
        'class="md-post md-post--excerpt"',
        "blog/tag/",
        "md-content--post",
        "<time",
    )
    for name, text in with_material.items():
        assert {mark: with_materialx[name].count(mark) for mark in marks} == {
            mark: text.count(mark) for mark in marks
        }, name
    found = map(_indexed, Path(site.root, "site-mkdocs/search/fragment").iterdir())
    of_posts = "".join(each for each in found if '"url":"/blog/20' in each)
    assert ("Still above" in of_posts, "min read" in of_posts) == (True, False)


def _indexed(fragment: Path) -> str:
    """What the search of MaterialX knows of a page."""
    return gzip.decompress(fragment.read_bytes()).decode("utf-8", errors="replace")


@pytest.mark.slow
def test_a_post_without_a_date_has_the_day_that_materialx_gives_it(site: Site, materialx: str) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\n---\nText.\n").put("docs/blog/posts/b.md", "# B\n\nText.\n")
    site.put("docs/index.md", "# Home\n")
    built = []
    for plugin in ("materialx/blog", "blogposts"):
        site.config(theme={"name": "materialx"}, plugins=[plugin]).save()
        built.append({name for name in pages_of(site, materialx, "mkdocs") if "/20" in name})

    theirs, ours = built
    assert len(theirs) == 3
    assert ours == theirs


@pytest.mark.slow
def test_other_plugins_get_along_with_it_beside_materialx(site: Site, materialx: str, tmp_path: Path) -> None:
    from tests.compat.test_all_plugins import PLUGINS  # noqa: PLC0415  # all of this file is skipped where one lacks

    folder = tmp_path / "venv"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    own = next(folder.rglob("site-packages"))
    theirs = next(Path(materialx).parents[1].rglob("site-packages"))
    # What comes first wins: of the package `material`, MaterialX's.
    folders = (theirs, sysconfig.get_path("purelib"), Path(mkdocs_blogposts.__file__).parents[1])
    own.joinpath("packages.pth").write_text("".join(f"{each}\n" for each in folders), encoding="utf-8")
    python = str(folder / Path(materialx).parent.name / Path(materialx).name)
    # Not print-site, of which older releases warn of this theme.
    beside = ["autorefs", "include-markdown", "roamlinks", {"llmstxt": {"sections": {"All": ["*"]}}}]
    site.write(POSTS).config(theme="materialx", plugins=[*PLUGINS[:-1], *beside, PLUGINS[-1]]).save()

    pages = pages_of(site, python, "mkdocs")

    assert {f"{FIRST}index.html", "blog/index.html", "blog/tags/index.html", "old/index.html"} <= set(pages)
    assert pages["blog/index.html"].count("bp-card__title") == 2
    assert "glightbox.min.js" in pages[f"{FIRST}index.html"]
    assert broken_links(site.root / "site-mkdocs") == []


def options_of_its_blog(materialx: str) -> set[str]:
    code = "from material.plugins.blog.config import BlogConfig as B; print(*(name for name, _ in B._schema))"
    return {*subprocess.run([materialx, "-c", code], capture_output=True, text=True, check=True).stdout.split()}


def test_every_option_of_its_blog_is_known(materialx: str) -> None:
    names = options_of_its_blog(materialx)

    assert len(names) > 50
    assert names <= {*BlogPostsConfig()}


SHARED = """
docs/blog/posts/words.md
| ---
| date: 2024-01-01
| ---
| # Words & "more"
|
| {words}
docs/blog/posts/chinese.md
| ---
| date: 2024-01-02
| ---
| # 你好
|
| {characters}
|
| | a | b |
| |---|---|
| | c | d |
docs/blog/posts/mixed.md
| ---
| date: 2024-01-03
| ---
| # Mixed
|
| {words}
|
| {characters}
docs/index.md
| # Home
"""


@pytest.mark.slow
def test_materialx_shares_posts_and_counts_their_minutes_alike(site: Site, materialx: str) -> None:
    site.write(SHARED.format(words="word " * 721, characters="汉字漢" * 400))
    links = {
        "Some Place!": {"link": "https://a.example/?u={post_url}&t={post_title}", "icon": "material/heart"},
        "b": {"link": "https://b.example/", "title": "To <b>", "icon": "simple/mastodon"},
    }
    shares = "share_links" in options_of_its_blog(materialx)  # not the first release that is allowed
    given = {"share_links": links} if shares else {}
    built = []
    for plugin, options in (("materialx/blog", given), ("blogposts", given | {"cache": False})):
        site.config(theme={"name": "materialx"}, plugins=[{plugin: options}], site_url="https://example.org/").save()
        pages = pages_of(site, materialx, "mkdocs")
        built.append(
            {name: LexborHTMLParser(text) for name, text in pages.items() if "/2024/" in name and "archive" not in name}
        )

    theirs, ours = built
    assert [*ours] == [*theirs]
    for name, tree in theirs.items():
        assert {*(minutes := re.findall(r"\d+ min", tree.text()))} == {*re.findall(r"\d+ min", ours[name].text())}, name
        assert minutes
        left, right = ("".join(node.html or "" for node in each.css(".md-post_share")) for each in (tree, ours[name]))
        # Theirs leaves out the host, and shares a title as HTML.
        assert bool(left) == shares
        assert right == left.replace("u=%2F", "u=https%3A%2F%2Fexample.org%2F").replace("%26amp%3B", "%26"), name


def test_what_shares_nothing_is_told(site: Site) -> None:
    site.blogposts(share_links={"a": {"title": "To nowhere"}})

    built = site.build()

    assert built.exit_code == 1
    assert "share_links': a: expected `link`, `title` and `icon`" in built.errors[0]


SERVED = """
import json, pathlib, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_blogposts.host.search import SearchIndex
from mkdocs_blogposts.host.search_parsers import adder_of

post = pathlib.Path("docs/blog/posts/p2.md")
found = []
for text in ("Before.", "After."):
    post.write_text(f"---\\ndate: 2024-01-02\\n---\\n# Post 2\\n\\n{text}\\n")
    config = load_config("mkdocs.yml", site_dir=sys.argv[1])
    if text == "Before.":
        config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    docs = json.loads(pathlib.Path(sys.argv[1], "search/search_index.json").read_text())["docs"]
    found.append([each["text"] for each in docs])
index, = SearchIndex.all_of(config, None)
found.append(adder_of(type(index.index)) is not type(index.index).add_entry_from_context)
print(json.dumps(found))
"""


@pytest.mark.slow
def test_the_index_of_materialx_has_all_pages_after_each_save(site: Site, materialx: str) -> None:
    for number in range(1, 4):
        site.put(f"docs/blog/posts/p{number}.md", f"---\ndate: 2024-01-0{number}\n---\n# Post {number}\n\nText.\n")
    site.put("docs/index.md", "# Home\n\nWelcome.\n")
    site.config(theme="materialx", plugins=[{"search": {"provider": "lunr"}}, "blogposts"]).save()
    command = [materialx, "-c", SERVED, str(site.root / "served")]
    ran = subprocess.run(command, cwd=site.root, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr

    first, second, is_fast = json.loads(ran.stdout.splitlines()[-1])

    assert sorted(first) == ["<p>Before.</p>", "<p>Text.</p>", "<p>Text.</p>", "<p>Welcome.</p>"]
    assert second == [text.replace("Before", "After") for text in first]
    assert is_fast
