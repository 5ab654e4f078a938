"""Nothing outside of the site's folders is read or written, whatever paths strangers write into fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from mkdocs_blogposts.frontmatter.keys import KEYS, TALK_FIELDS
from tests.built import bytes_of
from tests.pdf import pdf, slide
from tests.png import png
from tests.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Built

BAIT = "bait-from-outside"
"""What stands in each file outside."""
WIDTH = 1237
"""How wide the picture outside is."""

WAYS = (
    "../../../{0}",
    "../../{0}",
    "/../{0}",
    "..\\..\\..\\{0}",
    "%2e%2e/%2E%2E/%2e%2e/{0}",
    "....//....//{0}",
    "~/{0}",
)
"""Ways out, besides the file's whole path and its URL."""

SHOWN_OR_NOT = {"draft", "published", "unlisted", "expires", "expiryDate", "redirect_to", "link"}
"""Keys by which there might be no page to look at."""


def ways_to(outside: Path, name: str) -> list[str]:
    """Each way to a file outside."""
    path = (outside / name).as_posix()
    return [*(way.format(name) for way in WAYS), path, f"file://{path}", f"/{path}", f"../../../docs/../{name}"]


def posts_with(ways: dict[str, list[str]]) -> dict[str, dict[str, Any]]:
    """Front matter in which each way stands in each key that names a file or URL."""
    heads: dict[str, dict[str, Any]] = {}
    for number in range(len(ways["x.md"])):
        page, picture, deck = (ways[name][number] for name in ("x.md", "x.png", "x.pdf"))
        date = {"date": "2024-01-31"}
        post = dict.fromkeys(each for names in KEYS.values() for each in names if each.isidentifier())
        talk = dict.fromkeys(each for names in TALK_FIELDS.values() for each in names if each.isidentifier())
        every = dict.fromkeys({*post, *talk} - SHOWN_OR_NOT, page) | date
        heads |= {
            f"docs/blog/posts/e{number}.md": every,
            f"docs/talks/e{number}.md": every | {"event": "E"},
            f"_posts/2024-01-31-e{number}.md": every,
            f"docs/blog/posts/p{number}.md": date | {"permalink": page},
            f"docs/blog/posts/s{number}.md": date | {"slug": page},
            f"docs/blog/posts/r{number}.md": date | {"redirect_from": [page, f"{page}/"], "aliases": page},
            f"docs/blog/posts/t{number}.md": date
            | {
                "teaser": picture,
                "link": page,
                "redirect_to": page,
                "supersedes": page,
                "talks": [page],
                "links": [page],
            },
            f"docs/blog/posts/h{number}.md": date
            | {"header": {"image": picture, "overlay_image": picture, "teaser": picture}, "series": page},
            f"docs/blog/posts/k{number}.md": date
            | {"tags": [page], "categories": [page], "authors": [page, f"a{number}"]},
            f"_posts/2024-01-31-j{number}.md": {
                "permalink": page,
                "image": picture,
                "tags": [page],
                "categories": [page],
            },
            f"docs/talks/t{number}.md": {
                "venue": page,
                "event": page,
                "permalink": page,
                "slides": deck,
                "same_as": page,
                "header": {"image": picture},
            },
            f"docs/talks/u{number}.md": {
                "venue": page,
                "slug": page,
                "slides": deck,
                "projects": [page],
                "video": deck,
            },
        }
    return heads


def attacked(outside: Path) -> Site:
    """A site in a folder of this one, with every way to the files that lie here."""
    baits: dict[str, str | bytes] = {
        "x.md": f"---\ndate: 2024-01-31\n---\n# {BAIT}\n",
        "x.html": BAIT,
        "x.yml": f"authors:\n  zap:\n    name: {BAIT}\n    description: {BAIT}\n",
        "x.bib": f"@article{{x, title = {{{BAIT}}}, author = {{{BAIT}}}, year = 2024}}\n",
        "x.png": png(WIDTH, 40),
        "x.pdf": pdf(slide((9, BAIT))),
        "x.csv": f"name\n{BAIT}\n",
    }
    for name, content in baits.items():
        (outside / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (outside / "folder").mkdir()
    (outside / "folder" / "2024-01-31-x.md").write_text(f"---\n---\n# {BAIT}\n", encoding="utf-8")
    (outside / "site").mkdir()
    site = Site(outside / "site")
    site.blogposts(
        faults=dict.fromkeys(("author", "date", "permalink"), "warning"),
        authors_profiles=True,
        events=True,
        covers=True,
        jekyll_pages=True,
        redirects_files=["_redirects"],
        publications="papers.bib",
    )
    ways = {name: ways_to(outside, name) for name in ("x.md", "x.png", "x.pdf", "x.html", "x.bib")}
    for name, head in posts_with(ways).items():
        number = int("".join(sign for sign in name.rpartition("/")[2].removeprefix("2024-01-31") if sign.isdigit()))
        text = "".join(
            f"[a]({ways['x.md'][number]}) ![b]({ways['x.png'][number]})\n\n"
            + (
                f"{{% include {way} %}}\n{{% include_relative {way} %}}\n{{% link {way} %}}\n"
                if "_posts" in name
                else ""
            )
            for way in (ways["x.html"][number],)
        )
        site.put(name, f"---\n{yaml.safe_dump(head)}---\n# T\n\n{text}")
    authors = {
        f"a{number}": {"name": "A", "description": "A", "avatar": way} for number, way in enumerate(ways["x.png"])
    }
    site.put("docs/blog/.authors.yml", yaml.safe_dump({"authors": authors}))
    keys = ("pdf", "url", "code", "slides", "video", "file", "bibsource")
    papers = (
        f"@misc{{p{n}, title = {{P}}, " + ", ".join(f"{key} = {{{way}}}" for key in keys)
        for n, way in enumerate(ways["x.pdf"])
    )
    site.put("papers.bib", "\n".join(f"{paper}}}" for paper in papers))
    site.put("docs/papers.md", "# Papers\n\n<!-- blogposts: {list: publications} -->\n")
    for name in ("x.md", "x.png", "x.pdf"):
        link = site.root / "_posts" / f"2024-01-31-link-{name}"
        link.symlink_to(outside / name)
    (site.root / "_posts" / "folder").symlink_to(outside / "folder")
    site.put("_includes/a.html", "A").put("_data/a.yml", "a: 1\n")
    (site.root / "_includes" / "link.html").symlink_to(outside / "x.html")
    (site.root / "_data" / "link.yml").symlink_to(outside / "x.yml")
    (site.root / "_data" / "link.csv").symlink_to(outside / "x.csv")
    site.put(
        "_posts/2024-01-31-reads.md",
        "---\n---\n# R\n\n{% include link.html %} {{ site.data.link }} {% include a.html %} {{ site.data.a.a }}\n",
    )
    return site


@pytest.fixture(name="built", scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], Built]:
    """The folder outside, what was in it and in the sources of the site before, and the site."""
    outside = tmp_path_factory.mktemp("outside")
    site = attacked(outside)
    site.save()
    before = bytes_of(outside)
    return outside, before, site.build()


def test_nothing_is_written_but_the_site_and_what_is_kept(built: tuple[Path, dict[str, bytes], Built]) -> None:
    outside, before, site = built

    assert site.error is None, site.errors
    after = {
        name: content
        for name, content in bytes_of(outside).items()
        if not name.startswith(("site/site/", "site/.cache/"))
    }
    assert after == before


def test_nothing_outside_is_read(built: tuple[Path, dict[str, bytes], Built]) -> None:
    _, _, site = built

    assert [name for name in site.files if BAIT.encode() in (site.dir / name).read_bytes()] == []
    assert [name for name in site.files if f'"{WIDTH}"'.encode() in (site.dir / name).read_bytes()] == []
    assert [name for name in site.files if name.endswith((".webp", ".png")) and "x." in name.rpartition("/")[2]] == []
    assert "A 1" in site.page("blog/2024/01/31/reads/").text
