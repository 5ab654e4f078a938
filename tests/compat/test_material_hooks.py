"""What hooks written for Material's blog ask for by its own names: the plugin itself, and the classes of pages."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.built import text_of
from tests.compat import material_site

if TYPE_CHECKING:
    from tests.site import Site

HOOK = """\
import json

from material.plugins.blog.structure import Archive, Category, Post, Profile, View
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Section

CLASSES = (Archive, Category, Post, Profile, View, Section)
SEEN = {}


def note(event, config, pages):
    blog = config.plugins["material/blog"].blog
    SEEN[event] = {
        "posts": [post.url for post in blog.posts],
        "views": [view.url for view in blog.views],
        "dir": config.plugins["material/blog"].config.blog_dir,
        "is": {page.url: [kind.__name__ for kind in CLASSES if isinstance(page, kind)] for page in pages if page},
    }


def on_nav(nav, config, files):
    note("nav", config, [file.page for file in files.documentation_pages()])


def on_page_markdown(markdown, page, config, files):
    note(f"markdown of {page.url}", config, [page])


def on_env(env, config, files):
    note("env", config, [file.page for file in files.documentation_pages()])


def on_page_context(context, page, config, nav):
    note(f"context of {page.url}", config, [page])


@event_priority(-101)
def on_files(files, config):
    note("files", config, [])


def on_post_build(config):
    with open(config.config_file_path + ".json", "w", encoding="utf-8") as file:
        json.dump(SEEN, file)
"""


def seen(site: Site, plugin: str) -> dict[str, Any]:
    """What the hook finds at each event."""
    options = next(iter(site.options["plugins"][1].values()))
    built = site.config(plugins=["search", {plugin: options}]).build(strict=True)
    assert built.exit_code == 0, built.log
    found: dict[str, Any] = json.loads((site.root / "mkdocs.yml.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("other", [[], ["section-index"]])
def test_a_hook_may_ask_for_materials_blog_and_its_classes_at_each_event(site: Site, other: list[str]) -> None:
    material_site.write(site, {"authors_profiles": True, "pagination_per_page": 4}, hooks=["hook.py"])
    site.put("hook.py", HOOK)
    options = site.options["plugins"][1]["blog"]
    site.config(plugins=["search", {"blog": options}, *other])

    theirs = seen(site, "blog")
    ours = seen(site, "blogposts")

    assert {event: ours[event] for event in theirs if event not in ("nav", "env")} == {
        event: found for event, found in theirs.items() if event not in ("nav", "env")
    }
    for event in ("nav", "env"):
        assert ours[event]["posts"] == theirs[event]["posts"]
        assert {url: ours[event]["is"][url] for url in theirs[event]["is"]} == theirs[event]["is"]
    assert any("Profile" in kinds for kinds in theirs["env"]["is"].values())


HOOK_OF_A_LIST = """
def on_page_context(context, page, config, nav):
    if page.file.src_uri == "best/index.md":
        plugin = config.plugins["material/blog"]
        first, *others = plugin.blog.posts
        first.excerpt.render(page, plugin.config.post_excerpt_separator)
        context["posts"] = [first.excerpt, *(plugin._render_post(post.excerpt, page) for post in others)]
        context["pagination"] = None
"""


def test_a_hook_may_list_posts_on_a_page_of_its_own(site: Site) -> None:
    material_site.write(site, {}, hooks=["hook.py"])
    site.put("hook.py", HOOK_OF_A_LIST).put("docs/best/index.md", "---\ntemplate: blog.html\n---\n# Best\n")
    options = next(iter(site.options["plugins"][1].values()))

    theirs, ours = (
        site.config(plugins=["search", {name: options}]).build(strict=True, into=name) for name in ("blog", "blogposts")
    )

    expected, found = (
        [
            built.page("best/").resolve(link.attributes["href"] or "")
            for link in built.page("best/").css("article a[href]")
        ]
        for built in (theirs, ours)
    )
    assert len(expected) > 10
    assert found == expected


HOOK_OF_TWO_BLOGS = """
def on_files(files, config):
    plugins = config.plugins
    named = [plugins[name].blog for name in ("material/blog", "material/blog #2")]
    assert "material/blog #3" not in plugins and plugins.get("material/blog #2").blog is named[1]
    met = [plugin.blog for plugin in plugins.values() if hasattr(plugin, "blog")]
    with open(config.config_file_path + ".txt", "w") as file:
        file.write(" ".join(post.url for blog in [*named, *met] for post in blog.posts))


on_files.mkdocs_priority = -101
"""


def test_a_hook_finds_each_of_several_blogs(site: Site) -> None:
    site.put("hook.py", HOOK_OF_TWO_BLOGS).put("docs/index.md", "# Home\n").config(hooks=["hook.py"])
    for folder in ("blog", "news"):
        site.put(f"docs/{folder}/posts/a.md", "---\ndate: 2025-01-01\n---\n# A\n")
    blogs: list[dict[str, Any]] = [{}, {"blog_dir": "news"}]

    found = []
    for name in ("blog", "blogposts"):
        assert site.config(plugins=[{name: options} for options in blogs]).build(strict=True).exit_code == 0
        found.append((site.root / "mkdocs.yml.txt").read_text("utf-8").split())

    assert found[0] == ["blog/2025/01/01/a/", "news/2025/01/01/a/"] * 2
    assert found[1] == found[0]


HOOK_THAT_TAKES_POSTS_OUT = """
def on_page_context(context, page, config, nav):
    if hasattr(page, "posts"):
        page.posts = [post for post in page.posts if not post.meta.get("private")]
"""

HOOK_THAT_SORTS_POSTS = """
def on_nav(nav, config, files):
    config.plugins["material/blog"].blog.posts.sort(key=lambda post: post.meta["rank"])
"""


@pytest.mark.parametrize("hook", [HOOK_THAT_TAKES_POSTS_OUT, HOOK_THAT_SORTS_POSTS], ids=["out", "order"])
def test_a_listing_shows_the_posts_that_a_hook_leaves(site: Site, hook: str) -> None:
    site.put("hook.py", hook).put("docs/blog/index.md", "# Blog\n").put("docs/index.md", "# Home\n")
    for day, name in enumerate("abcde", 1):
        head = f"date: 2025-01-0{day}\nrank: {day * 2 % 5}\nprivate: {str(name in 'bd').lower()}\ncategories: [News]"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{head}\n---\n# Post {name}\n\nText.\n")
    options = {"pagination_per_page": 2, "blog_toc": True}
    site.config(hooks=["hook.py"], site_url="https://example.org/")

    found = []
    for name, more in (("blog", {}), ("blogposts", {"view_layout": "list"}), ("blogposts", {})):
        built = site.config(plugins=["search", {name: {**options, **more}}]).build(strict=True)
        listings = {url: built.page(url) for url in built.pages if re.match("blog/(page|archive/2025|category|$)", url)}
        found.append(
            {
                url: (
                    [link.text for link in page.links_in("article :is(h1, h2, h3)") if link.text.startswith("Post")],
                    [link.text for link in page.links_in(".md-nav--secondary") if "Post" in link.text],
                )
                for url, page in listings.items()
            }
        )

    assert found[1:] == found[:1] * 2
    items = [item["title"] for item in json.loads(built.read("blog/feed.json"))["items"]]
    shown = {title for titles, _ in found[0].values() for title in titles}
    assert set(items) == shown
    assert len(shown) == (3 if hook == HOOK_THAT_TAKES_POSTS_OUT else 5)


HOOK_THAT_READS_LINKS = """
import re

SEEN = {}


def on_page_content(html, page, config, files):
    if "a.md" in page.file.src_uri:
        SEEN[page.file.src_uri] = re.findall(r'(?:href|src)="([^"]*)"', html)


def on_post_build(config):
    with open(config.config_file_path + ".txt", "w") as file:
        file.write(repr(SEEN))
"""


def test_a_hook_finds_links_that_lead_nowhere_as_they_are_written(site: Site) -> None:
    links = "[a](gone.md) ![b](gone.png) [c](https://example.org/gone/?x=1&y=2) [d](/gone/) [e](https://example.org)"
    site.put("hook.py", HOOK_THAT_READS_LINKS).put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", f"---\ndate: 2025-01-01\n---\n# A\n\n{links}\n")
    site.config(hooks=["hook.py"], site_url="https://example.org/sub/")
    found = []
    for name in ("blog", "blogposts", "blogposts"):  # The last time much is kept.
        built = site.config(plugins=["search", name]).build()
        found.append((site.root / "mkdocs.yml.txt").read_text("utf-8"))
        assert (built.exit_code, "as-is" in built.page("blog/2025/01/01/a/").html) == (0, False)

    assert found[1:] == found[:1] * 2
    assert [fault.splitlines()[0].split(": ", 1)[1] for fault in built.faults] == [
        "link: 'gone.md' leads nowhere in this site",
        "picture: there is no file 'gone.png'",
        "link: '/gone/' leads nowhere in this site",
    ]


HOOK_BEFORE_FILES = """
def on_config(config):
    blog = config.plugins["material/blog"]
    assert "material/blog" in config.plugins and config.plugins.get("material/blog") is blog
    config.extra["copyright"] = blog.config.blog_dir
    blog.config["enabled"] = config.extra["enabled"]


def on_files(files, config):
    assert config.plugins["material/blog"].config.blog_dir == "blog"


on_files.mkdocs_priority = 50
"""


@pytest.mark.parametrize(("enabled", "priority"), [(True, 0), (False, 0), (False, 75)])
def test_a_hook_may_ask_for_materials_blog_before_files_are_known(site: Site, *, enabled: bool, priority: int) -> None:
    hook = f"{HOOK_BEFORE_FILES}on_config.mkdocs_priority = {priority}\n"
    site.put("hook.py", hook).put("docs/index.md", "# Home\n").put("docs/blog/index.md", "# Blog\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2025-01-01\n---\n# A\n")
    site.config(hooks=["hook.py"], extra={"enabled": enabled})

    theirs, ours = (
        site.config(plugins=["search", name]).build(strict=True, into=name) for name in ("blog", "blogposts")
    )

    assert theirs.exit_code == ours.exit_code == 0
    assert {*theirs.pages} <= {*ours.pages}
    assert ("blog/2025/01/01/a/" in ours.pages, "blog/posts/a/" in ours.pages) == (enabled, not enabled)


HOOK_OF_A_TEMPLATE = """
def on_page_context(context, page, config, nav):
    if "posts" in context:
        context["posts"] = [post for post in context["posts"] if not post.meta.get("archived")]


on_page_context.mkdocs_priority = -200
"""


def test_a_hook_may_change_the_posts_that_a_template_is_given(site: Site) -> None:
    site.put("hook.py", HOOK_OF_A_TEMPLATE).put("docs/index.md", "# Home\n").put("docs/blog/index.md", "# Blog\n")
    for name in "abc":
        head = f"date: 2025-01-01\narchived: {str(name == 'b').lower()}"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{head}\n---\n# {name}\n")
    site.config(hooks=["hook.py"])

    theirs, ours = (
        site.config(plugins=["search", name]).build(strict=True, into=name) for name in ("blog", "blogposts")
    )

    for url in ("blog/", "blog/archive/2025/"):
        titles = [text_of(heading) for heading in theirs.page(url).css("article h2")]
        assert len(titles) == 2
        assert [text_of(heading) for heading in ours.page(url).css("article h2")] == titles
