"""Files beside posts: published with them, and held back with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

DRAFT = """
    docs/index.md
    | # Home
    docs/blog/posts/2024-01-31-shown.md
    | ---
    | title: Shown
    | teaser: assets/shown.png
    | ---
    | ![](assets/shared.png) ![](assets/shown.png) <img srcset="/images/one.png 1x,/images/both.png 2x">
    docs/blog/posts/draft/index.md
    | ---
    | title: Draft
    | date: 2024-01-31
    | draft: true
    | teaser: /images/teaser.png
    | ---
    | ![](bundle.png) ![](../assets/secret.png) ![](../assets/shared.png) ![](/images/by-url.png)
    | <img src="/images/raw.png"> <img src=/images/bare.png> <img srcset="/images/set.png 2x">
    | <img srcset='/images/three.png 1x,/images/four.png 2x'>
    | ![](/images/logo.png) ![](/images/favicon.png) ![](/images/of-option.png)
    | ![](</images/a b.png>) ![a][b] [slides](/files/slides.pdf) ![](/images/of-page.png) ![](/images/both.png)
    |
    | [b]: /images/reference.png
    docs/page.md
    | ![](images/of-page.png)
"""
PICTURES = {
    "docs/blog/posts/assets/shared.png": ("blog/assets/shared.png", True),
    "docs/blog/posts/assets/shown.png": ("blog/assets/shown.png", True),
    "docs/blog/posts/assets/secret.png": ("blog/assets/secret.png", False),
    "docs/blog/posts/draft/bundle.png": ("blog/draft/bundle.png", False),
    "docs/blog/posts/draft/deep/unnamed.png": ("blog/draft/deep/unnamed.png", False),
    "docs/images/teaser.png": ("images/teaser.png", False),
    "docs/images/by-url.png": ("images/by-url.png", False),
    "docs/images/raw.png": ("images/raw.png", False),
    "docs/images/bare.png": ("images/bare.png", False),
    "docs/images/set.png": ("images/set.png", False),
    "docs/images/three.png": ("images/three.png", False),
    "docs/images/four.png": ("images/four.png", False),
    "docs/images/a b.png": ("images/a b.png", False),
    "docs/images/reference.png": ("images/reference.png", False),
    "docs/files/slides.pdf": ("files/slides.pdf", False),
    "docs/images/both.png": ("images/both.png", True),
    "docs/images/of-page.png": ("images/of-page.png", True),
    "docs/images/of-nobody.png": ("images/of-nobody.png", True),
    "docs/images/logo.png": ("images/logo.png", True),
    "docs/images/favicon.png": ("images/favicon.png", True),
    "docs/images/of-option.png": ("images/of-option.png", True),
}
"""Each file, where it is published, and whether it may be."""


@pytest.mark.parametrize("is_serve", [False, True], ids=["build", "serve"])
def test_files_that_only_a_draft_needs_are_held_back(site: Site, *, is_serve: bool) -> None:
    for name in PICTURES:
        site.put(name, b"not really")
    site.config(theme={"name": "material", "logo": "images/logo.png", "favicon": "images/favicon.png"}).write(DRAFT)
    site.blogposts(post_teaser_default="images/of-option.png")

    built = site.build(strict=not is_serve, serve=is_serve)

    assert {uri: uri in built.files for uri, _ in PICTURES.values()} == {
        uri: is_serve or is_shown for uri, is_shown in PICTURES.values()
    }


def test_what_a_style_sheet_needs_is_published(site: Site) -> None:
    site.put("docs/images/raw.png", b"not really").put("docs/extra.css", "body { background: url(images/raw.png) }")

    built = site.config(extra_css=["extra.css"]).write(DRAFT).build()

    assert "images/raw.png" in built.files


def test_a_style_sheet_may_be_none_of_utf_8(site: Site) -> None:
    site.put("docs/images/raw.png", b"not really").put("docs/blog/posts/b.png", b"not really")
    site.put("docs/extra.css", "/* ä */ body { background: url(images/raw.png) }".encode("latin-1"))
    site.put("docs/blog/posts/b.md", "---\ndate: 2024-01-31\ndraft: true\n---\n# B\n\n![](b.png)\n")

    built = site.write(DRAFT).build()

    assert built.exit_code == 0, built.log
    assert "images/raw.png" in built.files
    assert "blog/b.png" not in built.files


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("docs/blog/posts/a.png", "blog/a.png"),
        ("docs/blog/posts/deep/a.png", "blog/deep/a.png"),
        ("docs/_posts/assets/a.png", "blog/assets/a.png"),
        ("_posts/a.png", "blog/a.png"),
        ("docs/blog/a.png", "blog/a.png"),
        ("docs/images/a.png", "images/a.png"),
    ],
)
def test_files_are_published_below_the_blog(site: Site, name: str, uri: str) -> None:
    site.write("docs/index.md\n| # Home").put(name, b"not really")

    assert uri in site.build(strict=True).files


def test_files_jekyll_passes_over_are_not_published(site: Site) -> None:
    for name in ("_posts/.hidden.png", "_posts/a.png~", "_posts/_partial/a.png", "docs/blog/posts/.authors.yml"):
        site.put(name, b"a: b")

    files = site.build().files

    assert [name for name in files if "hidden" in name or "~" in name or "partial" in name or "authors" in name] == []


def test_what_only_the_talks_of_a_draft_lead_to_is_held_back(site: Site) -> None:
    keys = ("video", "slides", "paper", "code", "bibtex")
    for name in (*keys, "given", "event", "it", "further"):
        site.put(f"docs/files/{name}.pdf", b"not really")
    head = "\n".join(f"{key}url: /files/{key}.pdf" for key in keys)
    again = "deliveries:\n  - {event: X, date: 2024-01-31, event_url: /files/event.pdf, slidesurl: /files/given.pdf}"
    links = "link: /files/it.pdf\nlinks: [{name: Notes, url: /files/further.pdf}]"
    site.put("docs/talks/t.md", f"---\ntitle: T\ndraft: true\n{head}\n{links}\n{again}\n---\nText.\n")

    built = site.build()

    assert [name for name in built.files if name.startswith("files/")] == []


def test_what_is_shown_elsewhere_is_published_though_a_draft_names_it(site: Site) -> None:
    names = ["default", "jane", "slides", "video", "linked", "outward", "other", "xstyle", "meta", "excerpt", "secret"]
    for name in names:
        site.put(f"docs/img/{name}.png", b"not really")
    site.config(site_url="https://example.org/d/", plugins=["search", "blogposts", {"blogposts": {"blog_dir": "news"}}])
    site.blogposts(post_teaser_default="img/default.png")
    site.put("docs/blog/.authors.yml", "authors:\n  jane: {name: Jane, description: J, avatar: img/jane.png}\n")
    site.write("""
        docs/index.md
        | ---
        | hero: img/meta.png
        | ---
        | <div style="background: url('/d/img/xstyle.png')"></div>
        docs/talks/t.md
        | ---
        | venue: V
        | slidesurl: /img/slides.png
        | videourl: ../img/video.png
        | ---
        docs/news/posts/a.md
        | ---
        | title: A
        | date: 2024-01-31
        | teaser: img/other.png
        | ---
        docs/blog/posts/a.md
        | ---
        | title: A
        | date: 2024-01-31
        | authors: [jane]
        | links: [img/linked.png]
        | link: /img/outward.png
        | ---
        | Text.
    """)
    site.put(
        "docs/blog/posts/b.md", "---\ntitle: B\ndate: 2024-01-31\nexcerpt: See [this](../../img/excerpt.png).\n---\n"
    )
    draft = "".join(f"![](../../img/{name}.png)\n" for name in names)
    site.put("docs/blog/posts/draft.md", f"---\ntitle: D\ndate: 2024-01-31\ndraft: true\n---\n{draft}")

    built = site.build()

    assert built.exit_code == 0
    assert {name for name in names if f"img/{name}.png" not in built.files} == {"secret"}


def test_files_of_every_kind_are_published_where_materials_blog_has_them(site: Site) -> None:
    names = [f"deep/a.{ending}" for ending in ("css", "html", "js", "json", "pdf", "png", "svg", "txt", "xml", "yml")]
    for name in names:
        site.put(f"docs/blog/posts/{name}", "a")
    text = "".join(f"[{name}]({name})\n" for name in names)
    site.put("docs/blog/posts/a.md", f"---\ndate: 2024-01-31\n---\n# A\n\n{text}").put("docs/index.md", "# Home\n")

    theirs = {name for name in site.config(theme="material", plugins=["blog"]).build().files if "/deep/" in name}
    built = site.config(plugins=["blogposts"]).build(strict=True)

    assert len(theirs) == len(names)
    assert {name for name in built.files if "/deep/" in name} == theirs
    assert {link.url for link in built.page("blog/2024/01/31/a/").links if "/deep/" in link.url} == theirs


def test_a_draft_at_the_top_hides_nothing_that_it_does_not_name(site: Site) -> None:
    site.blogposts(blog_dir=".", post_dir=".").put("docs/robots.txt", "User-agent: *\n").put("docs/own.txt", "a")
    site.put("docs/a.md", "---\ntitle: A\ndate: 2024-01-31\ndraft: true\n---\n[It](own.txt)\n")

    built = site.build()

    assert built.page("").cards == []
    assert {"robots.txt", "own.txt"} & built.files == {"robots.txt"}
