"""What hooks and other plugins find on posts and listings at each event is what Material's blog leaves there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.compat import material_site

if TYPE_CHECKING:
    from tests.site import Site

HOOK = """\
import json

SEEN = {}


def plain(value):
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, (bool, int)) else str(value)


def of_config(config):
    return {
        **{name: plain(getattr(config, name)) for name in ("authors", "categories", "draft", "pin")},
        **{name: plain(getattr(config, name)) for name in ("slug", "readtime")},
        "created": plain(config.date.created),
        "updated": plain(config.date.updated),
        "links": bool(config.links),
    }


def of_excerpt(excerpt):
    return excerpt and {
        "post": excerpt.post.url,
        "meta": excerpt.meta is excerpt.post.meta,
        "authors": [author.name for author in excerpt.authors],
        "categories": [category.url for category in excerpt.categories],
    }


def note(event, page):
    seen = {"title": plain(page.title), "meta": plain(page.meta)}
    if hasattr(page, "excerpt"):
        seen["config"] = of_config(page.config)
        seen["authors"] = [[author.name, author.description, author.slug, author.url] for author in page.authors]
        seen["categories"] = [[category.name, category.url] for category in page.categories]
        seen["excerpt"] = of_excerpt(page.excerpt)
    if hasattr(page, "posts"):
        seen["name"] = plain(page.name)
        seen["posts"] = [post.url for post in page.posts]
        seen["views"] = [view.url for view in page.views]
        seen["pages"] = [each.url for each in page.pages]
    SEEN.setdefault(event, {})[page.url] = seen


def on_page_markdown(markdown, page, **_):
    note("on_page_markdown", page)
    if page.meta.get("template") == "blog-post.html":
        return markdown + "\\n\\nShare this post\\n"


def on_page_content(html, page, **_):
    note("on_page_content", page)


def on_env(env, files, **_):
    for file in files.documentation_pages():
        note("on_env", file.page)


def on_page_context(context, page, **_):
    note("on_page_context", page)


def on_post_page(output, page, **_):
    note("on_post_page", page)


def on_post_build(config):
    with open(config.config_file_path + ".json", "w", encoding="utf-8") as file:
        json.dump(SEEN, file)
"""

PARTS = ("meta", "config")
BEFORE = ("on_page_markdown",)
EVENTS = ("on_page_markdown", "on_page_content", "on_env", "on_page_context", "on_post_page")

DIFFERENCES = {
    "config.slug": EVENTS,  # there even where front matter has none
    "config.categories": EVENTS,  # as HTML: `&amp;`
    "meta.categories": EVENTS[3:],
    "authors": BEFORE,  # there from the start
    "excerpt": BEFORE,
    "title": BEFORE,  # of listings: as HTML, and without marks of Markdown
    "meta.title": EVENTS[:3],  # listings that we make have one; they are kept out of the search
    "meta.search": EVENTS,
    "meta.draft": EVENTS[:3],  # so that no feed of another plugin takes them for posts
    "meta.date": EVENTS,  # a date below `date` stays a date, where Material makes a moment of it
    "meta.description": EVENTS[3:],  # always there in the end
    "meta.author": EVENTS[3:],
}
"""What is not as with Material's blog, and at which events; `docs/plugins.md` tells it."""


def seen_by_hook(site: Site, plugin: str, **options: Any) -> dict[str, dict[str, dict[str, Any]]]:
    """What the hook has noted, by event and by URL of the page."""
    given = next(iter(site.options["plugins"][1].values()))
    built = site.config(plugins=["search", {plugin: {**given, **options}}]).build(strict=True)
    assert built.exit_code == 0, built.log
    assert "Share this post" in built.read("blog/2024/01/31/post--number-0/index.html")
    found: dict[str, dict[str, dict[str, Any]]] = json.loads((site.root / "mkdocs.yml.json").read_text("utf-8"))
    return found


def test_hooks_find_what_material_leaves(site: Site) -> None:
    blog = {"authors_profiles": True, "pagination_per_page": 4, "post_excerpt_max_authors": 1}
    material_site.write(site, blog, hooks=["hook.py"])
    site.put("hook.py", HOOK)
    theirs = seen_by_hook(site, "blog")

    ours = seen_by_hook(site, "blogposts", view_layout="list")

    found: dict[str, set[str]] = {}
    for event, pages in theirs.items():
        for url, expected in pages.items():
            for name in _differences(expected, ours[event][url]):
                found.setdefault(name, set()).add(event)
    assert found == {name: set(events) for name, events in DIFFERENCES.items()}


HOOK_OF_TITLES_AND_TAGS = """\
def on_page_markdown(markdown, page, files, **_):
    others = [file.page for file in files.documentation_pages() if file.page and "categories" in file.page.meta]
    if page.is_homepage:
        return markdown + ", ".join(sorted(other.title.upper() for other in others))


def on_page_context(context, page, **_):
    if context.get("tags"):
        context["tags"] = sorted(context["tags"], key=lambda tag: tag.name, reverse=True)
"""


def test_hooks_may_ask_for_titles_of_posts_before_these_are_rendered_and_sort_their_tags(site: Site) -> None:
    site.put("hook.py", HOOK_OF_TITLES_AND_TAGS).put("docs/index.md", "# Home\n\n")
    for name in ("Alpha", "Beta"):
        head = f"title: {name} beta\n" if name == "Alpha" else ""
        head += "date: 2024-01-31\ncategories: [News]\ntags: [b, c, a]"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{head}\n---\n# {name}\n")
    seen = []

    for plugin in ("blog", "blogposts"):
        built = site.config(hooks=["hook.py"], plugins=["search", "tags", plugin]).build(strict=True)
        assert built.exit_code == 0, built.log
        tags = [node.text(strip=True) for node in built.page("blog/2024/01/31/beta/").css(".md-tag")]
        seen.append((built.page("").text, tags))

    assert seen[0] == seen[1]
    assert "ALPHA BETA, BETA" in seen[0][0]
    assert seen[0][1] == ["c", "b", "a"]


def _differences(theirs: dict[str, Any], ours: dict[str, Any]) -> set[str]:
    """The names under which two pages say different things, `meta.title`."""
    told = [
        {**page, **{f"{name}.{key}": page[name][key] for name in PARTS for key in page.get(name) or ()}}
        for page in (theirs, ours)
    ]
    names = {name for each in told for name in each if name not in PARTS}
    return {name for name in names if told[0].get(name) != told[1].get(name)}
