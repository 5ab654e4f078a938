"""Where a link leads, asked of an index of files without a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_blogposts.content.models import OldUrl, Picture
from mkdocs_blogposts.pages.redirect_file import RedirectFile
from mkdocs_blogposts.urls.link_index import LinkIndex, Target, source_link, url_key
from mkdocs_blogposts.urls.picture_files import local_file

if TYPE_CHECKING:
    from pathlib import Path

SITES = ("https://example.org/box/", "http://127.0.0.1:8000/box/")
NAMES = (
    *("index.md", "guide.md", "a b.md", "blog/index.md", "blog/posts/a.md", "blog/posts/b.md", "images/c.png"),
    *("d.JPG", "x/d.JPG", "x/e.svg", "e.svg.md", "x/f.txt", "moved.md", "held.md", "box/g.md", "x/h.webp"),
    *("images/k.png", "x/k.png"),
)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files([File(name, str(tmp_path), str(tmp_path / "site"), use_directory_urls=True) for name in NAMES])


def the(files: Files, name: str) -> File:
    file = files.get_file_from_path(name)
    assert file is not None, name
    return file


@pytest.fixture
def index(files: Files, tmp_path: Path) -> LinkIndex:
    """An index in which one file is held back, one has moved, and one is to have another URL."""
    config = MkDocsConfig()
    config.site_dir, config.use_directory_urls = str(tmp_path / "site"), True
    old = OldUrl(url="/old/", dest_uri="old/index.html", key="aliases", place=None)
    redirect = RedirectFile(config, old, "docs/guide.md", stands_for="moved.md")
    redirect.end = the(files, "guide.md")
    files.append(redirect)
    away = RedirectFile(
        config, OldUrl(url="/away", dest_uri="away.html", key="aliases", place=None), "x", stands_for=None
    )
    files.append(away)
    the(files, "held.md").inclusion = InclusionLevel.EXCLUDED
    return LinkIndex(files, SITES, wanted={"blog/posts/a.md": "2024/a/index.html"})


FROM_POST = {
    "b.md": ("blog/posts/b.md", ""),
    "./b.md?q#x": ("blog/posts/b.md", "?q#x"),
    "b.md#top?q": ("blog/posts/b.md", "#top?q"),
    "/x/f.txt": ("x/f.txt", ""),
    "https://example.org/box/x/f.txt": ("x/f.txt", ""),
    "../../a%20b.md": ("a b.md", ""),
    "../../guide/": ("", ""),
    "../../../guide/": ("guide.md", ""),
    "../../../../guide/": ("", ""),
    "../guide/#x": ("", ""),
    "/guide": ("guide.md", ""),
    "/guide/": ("guide.md", ""),
    "/guide/index.html": ("guide.md", ""),
    "/guide.md": ("guide.md", ""),
    "/box/guide/#x": ("guide.md", "#x"),
    "/box/guide.md": ("guide.md", ""),
    "/box/g/": ("box/g.md", ""),
    "/box": ("index.md", ""),
    "/": ("index.md", ""),
    "/2024/a/": ("blog/posts/a.md", ""),
    "/blog/posts/a/": ("", ""),
    "/old/#x": ("guide.md", "#x"),
    "/moved/": ("guide.md", ""),
    "../../moved.md": ("guide.md", ""),
    "/away/": ("away.html.redirect", ""),
    "/away.html": ("away.html.redirect", ""),
    "https://example.org/box/guide/?q": ("guide.md", "?q"),
    "HTTPS://EXAMPLE.org/box/guide": ("guide.md", ""),
    "http://127.0.0.1:8000/box/": ("index.md", ""),
    "//example.org/box": ("index.md", ""),
    "https://example.org/guide/": ("", ""),
    "https://example.org/boxes/": ("", ""),
    "https://example.com/box/guide/": ("", ""),
    "ftp://example.org/box/guide/": ("", ""),
    "mailto:guide": ("", ""),
    "#guide": ("", ""),
    "?guide": ("", ""),
    "": ("", ""),
    "http://[x": ("", ""),
    "/nowhere/": ("", ""),
    "/images/c.png": ("images/c.png", ""),
}


@pytest.mark.parametrize(("url", "found"), FROM_POST.items())
def test_a_link_of_a_post_leads_to_a_file(index: LinkIndex, url: str, found: tuple[str, str]) -> None:
    target = index.resolve(url, the(index.files, "blog/posts/b.md"))

    assert found == ((target.file.src_uri, target.suffix) if target else ("", ""))


def test_a_link_counts_from_the_url_of_its_page_too(index: LinkIndex) -> None:
    post = the(index.files, "blog/posts/a.md")  # which is to be at /2024/a/

    assert index.resolve("../../guide/", post) == Target(the(index.files, "guide.md"), "")
    assert index.resolve("../../../guide/", post) is None, "out of the site"
    assert index.resolve("b.md", post) == Target(the(index.files, "blog/posts/b.md"), "")


def test_without_a_page_each_link_counts_from_the_root(index: LinkIndex) -> None:
    assert index.resolve("guide/#x", None) == Target(the(index.files, "guide.md"), "#x")
    assert [index.resolve_from_root(url) for url in ("guide#x", "/box/guide.md", "nowhere", "mailto:x")] == [
        the(index.files, "guide.md"),
        the(index.files, "guide.md"),
        None,
        None,
    ]


def test_what_has_moved_is_new(index: LinkIndex) -> None:
    found = [index.resolve(url, None) for url in ("/moved/", "/old/", "/guide/")]

    assert [target and target.is_new for target in found] == [True, True, False]


def test_a_file_outside_is_named_by_where_it_really_is(files: Files, tmp_path: Path) -> None:
    outside = File("posts/a.md", str(tmp_path), str(tmp_path / "site"), use_directory_urls=True)
    outside.abs_src_path = str(tmp_path.parent / "_posts" / "a.md")
    files.append(outside)
    index = LinkIndex(files, SITES)

    assert index.resolve(f"../{tmp_path.name}/guide.md", outside) == Target(the(files, "guide.md"), "")


def test_a_page_that_is_shown_has_its_url_before_one_that_is_not(tmp_path: Path) -> None:
    both = [File(name, None, str(tmp_path), use_directory_urls=True) for name in ("a.md", "a/index.md")]
    for held_back in (0, 1):
        for number, file in enumerate(both):
            file.inclusion = InclusionLevel.EXCLUDED if number == held_back else InclusionLevel.INCLUDED
        index = LinkIndex(Files(both), ())
        assert index.resolve_from_root("a/") is both[1 - held_back]
        assert index.pages == {"a": both[1 - held_back]}
    for file in both:
        file.inclusion = InclusionLevel.INCLUDED
    assert LinkIndex(Files(both), ()).resolve_from_root("a/") is both[0]


def test_pages_are_known_by_their_urls(index: LinkIndex) -> None:
    assert {key: file.src_uri for key, file in index.pages.items()} == {
        "": "index.md",
        "guide": "guide.md",
        "a b": "a b.md",
        "blog": "blog/index.md",
        "2024/a": "blog/posts/a.md",
        "blog/posts/b": "blog/posts/b.md",
        "e.svg": "e.svg.md",
        "moved": "moved.md",
        "box/g": "box/g.md",
    }
    assert index.near.nearest("guides") is the(index.files, "guide.md")


def test_a_picture_is_known_by_its_name_where_there_is_one_of_it(index: LinkIndex) -> None:
    found = {name: index.picture_named(name) for name in ("c.png", "d.JPG", "e.svg", "f.txt", "h.webp", "none.png")}

    assert {name: file.src_uri if file else None for name, file in found.items()} == {
        "c.png": "images/c.png",
        "d.JPG": None,
        "e.svg": "x/e.svg",
        "f.txt": None,
        "h.webp": "x/h.webp",
        "none.png": None,
    }


@pytest.mark.parametrize("ending", [".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp", ".PNG"])
def test_it_is_known_what_a_picture_is(ending: str) -> None:
    file = File(f"x/a{ending}", None, "site", use_directory_urls=True)

    assert LinkIndex(Files([file]), ()).picture_named(f"a{ending}") is file


@pytest.mark.parametrize(
    ("src", "found"),
    [
        ("../../images/c.png", "images/c.png"),
        ("images/c.png", "images/c.png"),
        ("/images/c.png?x#y", "images/c.png"),
        ("/box/images/c.png", "images/c.png"),
        ("c.png", "images/c.png"),
        ("k.png", "images/k.png"),
        ("x/k.png", "x/k.png"),
        ("e.svg", "x/e.svg"),
        ("guide.md", None),
        ("nowhere.png", None),
        ("https://example.com/c.png", None),
    ],
)
def test_a_picture_of_front_matter_is_found(index: LinkIndex, src: str, found: str | None) -> None:
    file = local_file(Picture(src=src), the(index.files, "blog/posts/b.md"), index)

    assert (file and file.src_uri) == found


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("/blog/rss.xml?x", "blog/rss.xml"),
        ("/box/blog/rss.xml#x", "blog/rss.xml"),
        ("https://example.org/box/blog/rss.xml", "blog/rss.xml"),
        ("blog/rss.xml", None),
        ("/x.xml", "x.xml"),
        ("/blog/atom.xml", None),
        ("mailto:x", None),
    ],
)
def test_what_is_made_later_is_known_from_the_root(index: LinkIndex, url: str, made: str | None) -> None:
    assert index.resolve_made(url, {"blog/rss.xml", "x.xml"}) == made


@pytest.mark.parametrize(
    ("url", "page_url", "found"),
    [
        ("../guide/#x", "blog/", "guide.md"),
        ("guide", "index.html", "guide.md"),
        ("guide", "x.html", "guide.md"),
        ("../a%20b/", "blog/page", "a b.md"),
        ("../a%20b/", "blog/page/", None),
        ("../../a%20b/", "blog/page/", "a b.md"),
        ("#x", "guide/", None),
        ("?x", "guide/", None),
        ("../nowhere/", "blog/", None),
    ],
)
def test_a_finished_link_leads_to_a_file(index: LinkIndex, url: str, page_url: str, found: str | None) -> None:
    file = index.resolve_on_page(url, page_url)

    assert (file and file.src_uri) == found


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("guide/?q#x", "guide/?q#x"),
        ("/guide/", "/guide/"),
        ("#x", None),
        ("?q", None),
        ("https://example.org/box", "/box"),
        ("https://example.org/box/a?q#x", "/box/a?q#x"),
        ("https://example.org", None),
        ("https://example.org/boxer/", None),
        ("javascript:x", None),
        ("http://[x", None),
    ],
)
def test_a_path_is_without_the_address_of_the_site(index: LinkIndex, url: str, path: str | None) -> None:
    assert index.local_path(url) == path


def test_a_site_at_the_root_of_its_host_has_all_paths(files: Files) -> None:
    index = LinkIndex(files, ("https://example.org",))

    assert [index.local_path(url) for url in ("https://example.org", "https://example.org?q")] == ["/", "/?q"]
    assert index.resolve("https://example.org/guide", None) == Target(the(files, "guide.md"), "")


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("", ""),
        ("/", ""),
        ("index.html", ""),
        ("/a/", "a"),
        ("a/index.html", "a"),
        ("a.html", "a.html"),
        ("a/./b/../c//", "a/c"),
        ("aindex.html", "aindex.html"),
    ],
)
def test_all_spellings_of_a_url_have_one_key(path: str, key: str) -> None:
    assert url_key(path) == key


def test_a_link_is_written_as_mkdocs_wants_it(files: Files) -> None:
    target = Target(the(files, "a b.md"), "?q#x")

    assert source_link(target, the(files, "blog/posts/a.md")) == "../../a%20b.md?q#x"
    assert source_link(target, the(files, "index.md")) == "a%20b.md?q#x"
