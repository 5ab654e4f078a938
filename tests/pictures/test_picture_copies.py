"""Smaller copies of pictures that posts name."""

from __future__ import annotations

import random
import subprocess
import sys
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from PIL import Image

from tests.png import png
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built, Page

Picture = dict[str, str | None]


def photo(width: int, height: int, form: str = "JPEG", mode: str = "RGB", **options: Any) -> bytes:
    """A picture with so many colours that it takes some room."""
    file = BytesIO()
    noise = random.Random(f"{width}x{height}").randbytes(width * height)  # noqa: S311
    Image.frombytes("L", (width, height), noise).convert(mode).save(file, form, quality=100, **options)
    return file.getvalue()


def turned(width: int, height: int) -> bytes:
    """A photo that lies on its side in its file."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return photo(width, height, exif=exif)


def moving() -> bytes:
    file = BytesIO()
    frames = [Image.new("L", (900, 600), shade) for shade in (0, 255)]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    return file.getvalue()


PICTURES = {
    "photo.jpg": photo(1000, 100),
    "large.png": photo(2000, 100, "PNG"),
    "small.png": photo(300, 200, "PNG"),
    "turned.jpg": turned(1000, 500),
    "cmyk.jpg": photo(900, 90, mode="CMYK"),
    "clear.png": photo(900, 90, "PNG", "LA"),
    "phone.jpg": photo(900, 90, "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))]),
    "moving.gif": moving(),
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"></svg>',
    "odd name, é.png": photo(900, 90, "PNG"),
}


def with_posts(site: Site) -> Site:
    for number, (name, content) in enumerate(PICTURES.items()):
        head = f"title: P{number}\ndate: 2024-01-{28 - number}\nimage: '/images/{name}'\n"
        site.put(f"docs/blog/posts/p{number}.md", f"---\n{head}---\nText.\n").put(f"docs/images/{name}", content)
    return site


def pictures_on(page: Page) -> dict[str, Picture]:
    """The attributes of each picture on cards, by the name of its file."""
    images = (node.attributes for node in page.css("article.bp-card .bp-teaser img"))
    return {page.resolve(each["src"] or "").rpartition("/")[2]: each for each in images}


def candidates(page: Page, picture: Picture) -> dict[int, str]:
    """The files that browsers may choose from, by their width."""
    found = {}
    for candidate in filter(None, (picture.get("srcset") or "").split(", ")):
        url, _, width = candidate.rpartition(" ")
        found[int(width.removesuffix("w"))] = unquote(page.resolve(url))
    return found


def size(built: Built, url: str) -> tuple[str | None, tuple[int, int]]:
    with Image.open(built.dir / url) as image:
        return image.format, image.size


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return with_posts(Site(tmp_path_factory.mktemp("pictures"))).build(strict=True)


def test_browsers_choose_from_copies_in_several_widths(built: Built) -> None:
    page = built.page("blog/")
    shown = pictures_on(page)

    assert {name: [*candidates(page, picture)] for name, picture in shown.items()} == {
        "photo.jpg": [400, 800, 1000],
        "large.png": [400, 800, 1200, 1600],
        "small.png": [300],
        "turned.jpg": [400, 500],
        "cmyk.jpg": [400, 800, 900],
        "clear.png": [400, 800, 900],
        "phone.jpg": [400, 800, 900],
        "moving.gif": [],
        "drawing.svg": [],
        "odd%20name%2C%20%C3%A9.png": [400, 800, 900],
    }
    for name, picture in shown.items():
        ratio = int(picture["height"] or 0) / int(picture["width"] or 1)
        for width, url in candidates(page, picture).items():
            assert size(built, url) == ("WEBP", (width, round(width * ratio))), name
            assert (built.dir / url).stat().st_size < len(PICTURES[unquote(name)])


def test_a_picture_has_the_size_in_which_it_is_shown(built: Built) -> None:
    shown = pictures_on(built.page("blog/"))

    assert (shown["turned.jpg"]["width"], shown["turned.jpg"]["height"]) == ("500", "1000")
    assert (shown["photo.jpg"]["width"], shown["photo.jpg"]["height"]) == ("1000", "100")


def test_pictures_above_the_fold_come_first(built: Built) -> None:
    shown = [*pictures_on(built.page("blog/")).values()]

    assert [each.get("fetchpriority") for each in shown] == ["high"] * 4 + [None] * 6
    assert [(each.get("sizes") or "auto").startswith("auto") for each in shown] == [False] * 4 + [True] * 6


def test_copies_are_files_that_no_page_and_no_list_of_urls_names(built: Built) -> None:
    copies = {name for name in built.files if name.startswith("assets/images/blogposts/")}

    assert len(copies) == 3 + 4 + 1 + 2 + 3 + 3 + 3 + 3
    assert not any("blogposts/" in location for location in built.sitemap)
    assert built.page("blog/2024/01/28/p0/").meta("og:image") == "https://example.org/images/photo.jpg"


def test_pillow_is_there_only_for_pictures_that_are_new(site: Site) -> None:
    site.blogposts(workers=2).put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\n---\nText.\n")
    program = "import sys; from mkdocs.__main__ import cli; cli(['build', '-q'], standalone_mode=False)"
    program += "; print(sorted(name for name in sys.modules if name == 'PIL.Image'))"
    made, told = [], []
    for step in range(4):
        if step == 1:
            with_posts(site)
        site.blogposts(**({"cache": False, "workers": 1} if step == 3 else {})).save()
        ran = subprocess.run([sys.executable, "-c", program], cwd=site.root, capture_output=True, text=True, check=True)
        told.append(ran.stdout.strip())
        folder = site.root / "site" / "assets" / "images" / "blogposts"
        made.append({path.name: path.read_bytes() for path in folder.glob("*")})

    assert told == ["[]", "['PIL.Image']", "[]", "['PIL.Image']"]
    assert len(made[0]) == 0
    assert made[1] == made[2] == made[3]


def test_a_changed_picture_has_other_copies(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\nimage: /images/a.png\n---\n")
    pages = []
    for width in (900, 500):
        built = site.put("docs/images/a.png", photo(width, 90, "PNG")).build(strict=True)
        page = built.page("blog/")
        pages.append({*candidates(page, pictures_on(page)["a.png"]).values()})
        assert pages[-1] <= built.files

    assert [len(urls) for urls in pages] == [3, 2]
    assert not pages[0] & pages[1]


def test_a_site_may_do_without(site: Site) -> None:
    built = with_posts(site.blogposts(pictures=False)).build(strict=True)

    assert not any(name.startswith("assets/images/blogposts/") for name in built.files)
    assert "srcset" not in built.page("blog/").html
    assert pictures_on(built.page("blog/"))["turned.jpg"]["width"] == "500"


def test_pictures_above_a_text_have_copies_and_those_of_drafts_have_none(site: Site) -> None:
    built = (
        site.put(
            "docs/_posts/2024-01-31-a.md",
            "---\ntitle: A\nheader: {overlay_image: /images/a.png}\npermalink: /a/\n---\nText.\n",
        )
        .put(
            "docs/_posts/2024-01-30-b.md",
            "---\ntitle: B\nheader: {image: /images/a.png}\npermalink: /b/\n---\nText.\n",
        )
        .put("docs/_posts/2024-01-29-c.md", "---\ntitle: C\nimage: /images/c.png\ndraft: true\n---\nText.\n")
        .put("docs/images/a.png", photo(900, 90, "PNG"))
        .put("docs/images/c.png", photo(900, 91, "PNG"))
        .build(strict=True)
    )

    for url in ("a/", "b/"):
        page = built.page(url)
        image = page.css("img[fetchpriority=high]")[0].attributes
        assert [*candidates(page, image)] == [400, 800, 900], url
        assert {*candidates(page, image).values()} <= built.files
    assert not any(PurePosixPath(name).name.startswith("c.") for name in built.files if name.endswith(".webp"))


def test_what_is_no_picture_or_too_large_is_told_and_shown_as_it_is(site: Site) -> None:
    cut_off = PICTURES["large.png"][:5000]
    for name, content in (("none", b"no picture"), ("cut", cut_off), ("huge", png(14_000, 7_000))):
        site.put(f"docs/images/{name}.png", content)
        head = f"title: {name}\ndate: 2024-01-31\nimage: /images/{name}.png\n"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{head}---\nText.\n")

    built = site.build(strict=True)

    hint = "\n    save it again as PNG, JPEG or WebP, no larger than a screen"
    told = f"so there are no smaller copies of it{hint}"
    assert sorted(built.faults) == [
        f"docs/blog/posts/{name}.md:4:8: image: '/images/{name}.png' {mistake}, {told}"
        for name, mistake in (
            ("cut", "is not a picture that can be read"),
            ("huge", "has more than 89 million pixels"),
            ("none", "is not a picture that can be read"),
        )
    ]
    shown = pictures_on(built.page("blog/"))
    assert {name: (each.get("width"), each.get("height")) for name, each in shown.items()} == {
        "cut.png": ("2000", "100"),
        "huge.png": ("14000", "7000"),
        "none.png": (None, None),
    }


def test_two_blogs_share_the_copies_of_a_picture(site: Site) -> None:
    head = "date: 2024-01-31\nimage: /images/a.png\n"
    site.config(plugins=["search", {"blogposts": {}}, {"blogposts": {"blog_dir": "news", "talks": False}}])
    site.put("docs/images/a.png", photo(500, 300, "PNG"))
    for folder in ("blog", "news"):
        site.put(f"docs/{folder}/posts/{folder}.md", f"---\ntitle: A\n{head}---\nText.\n")

    built = site.build(strict=True)

    found = [candidates(page, pictures_on(page)["a.png"]) for page in (built.page("blog/"), built.page("news/"))]
    assert found[0] == found[1]
    assert len(found[0]) == 2
