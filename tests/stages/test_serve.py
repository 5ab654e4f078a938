"""`mkdocs serve`: one plugin through many builds, each showing what its files say now."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from mkdocs import utils

if TYPE_CHECKING:
    from tests.site import Site


def post(title: str, text: str = "Text.", head: str = "") -> str:
    return f"---\ntitle: {title}\ndate: 2024-01-31\npermalink: /{title.lower()}/\n{head}---\n{text}\n"


def test_each_build_shows_what_the_files_say_now(site: Site) -> None:
    site.put("docs/blog/.authors.yml", "authors:\n  jane: {name: Jane, description: K, avatar: j.png}\n")
    site.put("docs/blog/posts/a.md", post("A", head="authors: [jane]\ntags: [x]\n"))
    site.put("docs/talks/t.md", "---\ntitle: T\nvenue: PyConf\n---\n")

    with site.serve(strict=True) as preview:
        built = preview.build()
        assert [card.title for card in built.page("blog/").cards] == ["A"]
        assert "Jane" in built.page("a/").text

        site.put("docs/blog/posts/a.md", post("A", "Changed.", "authors: [jane]\ntags: [y]\n"))
        built = preview.build()
        assert "Changed." in built.page("a/").text
        assert [card.excerpt for card in built.page("blog/").cards] == ["Changed."]
        assert {"blog/tag/y/"} == {url for url in built.pages if "/tag/" in url}

        site.put("docs/blog/posts/b.md", post("B", "See [the talk](/talks/t/)."))
        built = preview.build()
        assert [card.title for card in built.page("blog/").cards] == ["A", "B"]
        assert [card.title for card in built.page("b/").cards] == ["T"]

        site.put("docs/blog/.authors.yml", "authors:\n  jane: {name: Joan, description: K, avatar: j.png}\n")
        built = preview.build()
        assert "Joan" in built.page("a/").text
        assert "Jane" not in built.page("a/").html

        site.put("docs/talks/t.md", "---\ntitle: Tea\nvenue: PyConf\n---\n")
        built = preview.build()
        assert [card.title for card in built.page("b/").cards] == ["Tea"]
        assert [card.title for card in built.page("talks/").cards] == ["Tea"]

        site.delete("docs/blog/posts/b.md")
        built = preview.build()
        assert [card.title for card in built.page("blog/").cards] == ["A"]
        assert built.page("talks/t/").cards == []
        assert "b/" not in built.pages
        assert built.log == [told for told in built.log if told.level == "INFO"]


def test_many_builds_are_as_one(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/posts/a.md", post("A", head="tags: [x]\n"))

    with site.serve() as preview:
        first = preview.build()
        pages = {url: first.page(url).html for url in first.pages}
        for _ in range(3):
            preview.build()
        last = preview.build()

    assert {url: last.page(url).html.partition("Build Date")[0] for url in last.pages} == {
        url: html.partition("Build Date")[0] for url, html in pages.items()
    }


def test_links_to_the_address_of_the_site_lead_to_what_is_served(site: Site) -> None:
    site.config(site_url="https://example.org/notes/")
    site.put("docs/blog/posts/a.md", post("A", "[b](https://example.org/notes/b/) [c](/notes/b) [d](/b/)"))
    site.put("docs/blog/posts/b.md", post("B"))

    page = site.build(serve=True).page("a/")

    assert [link.url for link in page.links if link.text in "bcd"] == ["b/"] * 3


def test_folders_beside_docs_are_watched_as_long_as_the_site_is_served(site: Site) -> None:
    site.put("_posts/2024-01-31-a.md", post("A"))
    site.put("_talks/t.md", "---\ntitle: T\n---\n")

    with site.serve() as preview:
        preview.build()
        assert _threads("quick-looks")

    assert not _threads("quick-looks")
    assert {str(site.root / name) for name in ("docs", "_posts", "_talks")} <= preview.watched


def _threads(name: str) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == name]


def test_a_change_of_the_configuration_is_followed(site: Site) -> None:
    site.put("docs/blog/posts/a.md", post("A"))

    with site.serve() as preview:
        preview.build()
        site.config(theme="mkdocs")
        built = preview.build()

    assert [card.title for card in built.page("blog/").cards] == ["A"]


def test_the_box_on_the_index_speaks_of_as_many_posts_as_there_are(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\n---\n")
    one = site.build(serve=True).page("blog/").text
    several = site.put("docs/blog/posts/b.md", "---\ntitle: B\n---\n").build(serve=True).page("blog/").text

    assert "This post cannot be published as it stands" in one
    assert "These posts cannot be published as they stand" in several


def test_the_box_shows_what_is_between_backticks_as_code(site: Site) -> None:
    site.blogposts(categories_allowed=["<b>"], post_excerpt="required")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\ncategories: ['`x']\n---\n# A\n\nText.\n")

    (box,) = site.build(serve=True).page("blog/").css(".bp-fault")

    place = "docs/blog/posts/a.md"
    assert [node.text() for node in box.css("code")] == [
        f"{place}:3:14",
        *(f"{place}:5:1", "<!-- more -->", "post_excerpt: required"),
    ]
    assert "'`x' is not in `categories_allowed`" in box.text()


def test_what_is_doubtful_in_a_post_stands_on_its_page_until_it_is_mended(site: Site) -> None:
    url = "blog/2024/01/31/a/"
    right = "---\ndate: 2024-01-31\n---\n# A\n\nText.\n"
    wrong = right.replace("\n---\n# A", "\npin: maybe\nteaser: nope.png\n---\n# A")
    site.put("docs/blog/posts/a.md", wrong).put("docs/blog/posts/b.md", post("B"))

    with site.serve() as preview:
        built = preview.build()
        first = built.read(f"{url}index.html")
        (box,) = built.page(url).css(".bp-fault")
        assert built.page("blog/").css(".bp-fault") == []
        site.put("docs/blog/posts/a.md", right)
        assert preview.build().page(url).css(".bp-fault") == []
        site.put("docs/blog/posts/a.md", wrong)
        assert preview.build().read(f"{url}index.html") == first

    assert "3:6: pin: expected true or false, got 'maybe'" in box.text()
    assert "4:9: teaser: there is no file 'nope.png'" in box.text()
    assert site.build().page(url).css(".bp-fault") == []


def test_each_build_tells_in_one_line_what_was_saved(site: Site) -> None:
    for name in "abcde":
        site.put(f"docs/blog/posts/{name}.md", post(name.upper()))

    def said() -> list[str]:
        words = ("Changed: ", "New: ", "Gone: ")
        return [told.message for told in preview.build().log if told.message.startswith(words)]

    with site.serve() as preview:
        assert said() == []
        assert said() == []

        site.put("docs/blog/posts/a.md", post("A", "Longer text."))
        assert said() == ["Changed: docs/blog/posts/a.md"]

        site.put("docs/blog/posts/a.md", "---\ndate: soon\n---\n").put("docs/talks/t.md", "---\nvenue: V\n---\n")
        site.delete("docs/blog/posts/b.md")
        assert said() == ["Changed: docs/blog/posts/a.md; New: docs/talks/t.md; Gone: docs/blog/posts/b.md"]

        for name in "acde":
            site.put(f"docs/blog/posts/{name}.md", post(name.upper(), "Longer still, all of them."))
        assert said() == [
            "Changed: docs/blog/posts/a.md, docs/blog/posts/c.md, docs/blog/posts/d.md and 1 more",
        ]


AGAIN = """
import pathlib
from mkdocs import utils
from mkdocs.commands.build import build

is_within = False

def on_post_build(config):
    global is_within
    if is_within:
        return
    pathlib.Path(config.site_dir, "first.txt").write_text("first")
    is_within, clean = True, utils.clean_directory
    utils.clean_directory = lambda folder: None
    build(config)
    is_within, utils.clean_directory = False, clean
"""


def test_a_plugin_may_build_the_site_again_into_what_it_has_built(site: Site) -> None:
    """As mkdocs-static-i18n does, once for each further language."""
    site.put("docs/blog/posts/a.md", post("A")).config(hooks=["again.py"]).put("again.py", AGAIN)

    for _ in range(2):
        built = site.build(strict=True)

        assert (built.exit_code, [card.title for card in built.page("blog/").cards]) == (0, ["A"])
        assert built.read("first.txt") == "first"
        assert not (site.root / ".site.before").exists()
        assert utils.write_file.__module__ == utils.__name__
