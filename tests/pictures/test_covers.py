"""Covers of posts without a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from PIL import Image

from mkdocs_blogposts.pictures.cover_design import HEIGHT, MARGIN, WIDTH, Cover, contrast
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

TITLES = {
    "plain": 'Upgrade & "grow": 5 < 7',
    "long": "A title that goes on and on, " * 12,
    "japanese": "潮汐表を日本語で印刷する方法についての短い記事、そしてその続き",
    "arabic": "ورقة من اليمين إلى اليسار",
    "pictured": "With a picture",
}
"""Of each post, by its slug."""


def with_posts(site: Site) -> Site:
    for day, (slug, title) in enumerate(TITLES.items(), 1):
        head = f"title: {title!r}\nslug: {slug}\ndate: 2024-01-{day:02}\n"
        head += "image: a.svg\n" if slug == "pictured" else ""
        site.put(f"docs/blog/posts/{slug}.md", f"---\n{head}---\nText.\n")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"></svg>'
    return site.put("docs/blog/posts/a.svg", svg).blogposts(covers=True, post_teaser_on_page=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return with_posts(Site(tmp_path_factory.mktemp("covers"))).build(strict=True)


def drawings(built: Built) -> dict[str, etree._Element]:
    """The cover of each post on the first page, by what its title begins with."""
    page = built.page("blog/")
    urls = [page.resolve(node.attributes["src"] or "") for node in page.css("article.bp-card .bp-teaser img")]
    found = [etree.fromstring((built.dir / url).read_bytes()) for url in urls if "cover." in url]
    return {"".join(text.text or "" for text in texts_of(each))[:8]: each for each in found}


def texts_of(drawing: etree._Element, *, bold: bool = True) -> list[etree._Element]:
    """What is written on a cover: its title, or all else."""
    texts = drawing.iter("{http://www.w3.org/2000/svg}text")
    return [text for text in texts if ("font-weight" in text.attrib) == bold]


def test_a_post_without_a_picture_shows_its_title_and_date_on_one(built: Built) -> None:
    covers = drawings(built)

    assert [*covers] == [TITLES[slug][:8] for slug in ("arabic", "japanese", "long", "plain")]
    plain = covers[TITLES["plain"][:8]]
    assert " ".join(text.text or "" for text in texts_of(plain)) == TITLES["plain"]
    assert [text.text for text in texts_of(plain, bold=False)] == ["January 1, 2024", "Site"]


def test_covers_are_shared_as_png_where_there_are_letters_for_them(built: Built) -> None:
    shared = {slug: built.page(f"blog/2024/01/{day:02}/{slug}/").meta("og:image") for day, slug in enumerate(TITLES, 1)}

    assert [slug for slug, url in shared.items() if url] == ["plain", "long"]
    for url in (shared["plain"], shared["long"]):
        assert url is not None
        with Image.open(built.dir / url.removeprefix("https://example.org/")) as image:
            assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert all(url in built.read("blog/rss.xml") for url in shared.values() if url)
    assert built.page("blog/2024/01/01/plain/").meta("twitter:card") == "summary_large_image"


def test_the_page_of_a_post_shows_no_cover(built: Built) -> None:
    assert "cover." not in "".join(node.html or "" for node in built.page("blog/2024/01/01/plain/").css("article img"))
    assert [node.attributes["src"] for node in built.page("blog/2024/01/05/pictured/").css("article > img")]


@pytest.mark.parametrize(
    ("palette", "css", "colour"),
    [
        (None, "", "#4051b5"),
        ({"primary": "deep purple"}, "", "#7e56c2"),
        ([{"scheme": "default", "primary": "teal"}, {"scheme": "slate", "primary": "red"}], "", "#009485"),
        ({"primary": "custom"}, ":root { --md-primary-fg-color: #AB1; }", "#aabb11"),
        ({"primary": "custom"}, "", "#2a6fb0"),
        ({"primary": "white"}, "", "#2a6fb0"),
    ],
    ids=["Material's own", "named", "of several the first", "custom", "custom but unknown", "without digits"],
)
def test_covers_have_the_colour_of_the_site(site: Site, palette: object, css: str, colour: str) -> None:
    theme = {"name": "material", **({"palette": palette} if palette else {})}
    site.config(theme=theme, extra_css=["extra.css"]).put("docs/extra.css", css)
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n").blogposts(covers=True, seo=False)

    (cover,) = drawings(site.build(strict=True)).values()

    ground = cover[0].attrib["fill"]
    assert ground == colour
    assert contrast(str(cover[-1].attrib["fill"]), str(ground)) >= 4.5


def test_a_second_build_gives_the_same_covers(site: Site) -> None:
    site = with_posts(site)
    made = []
    for title in ("Upgrade", "Upgrade", "Upgrade again"):
        site.put("docs/blog/posts/plain.md", f"---\ntitle: {title}\nslug: plain\ndate: 2024-01-01\n---\nText.\n")
        built = site.build(strict=True)
        made.append({name: (built.dir / name).read_bytes() for name in built.files if "cover." in name})
        assert any("".join(text.text or "" for text in texts_of(each)) == title for each in drawings(built).values())

    assert made[0] == made[1]
    assert len(made[0]) == len(made[2])
    assert made[0].keys() != made[2].keys()


@pytest.mark.parametrize("title", [*TITLES.values(), "", "W" * 200, "a\u0300" * 60, "👩‍🚀 " * 40])
def test_a_title_stays_on_its_cover(title: str) -> None:
    cover = Cover.of(title, "January 1, 2024", "A site", "#4051b5")

    lines = [base_line for _, _, base_line, is_title in cover.texts if is_title]
    assert all(2 * MARGIN < line < HEIGHT - 1.5 * MARGIN for line in lines)
    assert etree.fromstring(cover.svg().encode()).tag.endswith("svg")
