"""The navigation that posts and listings share is, on each of them, the one that the theme would have made for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import bytes_of

if TYPE_CHECKING:
    from tests.site import Site

FEATURES: tuple[list[str], ...] = (
    [],
    ["navigation.tabs", "navigation.sections", "navigation.indexes"],
    ["navigation.expand", "navigation.prune", "toc.integrate"],
)

PERMALINKS = (
    "/",
    "/top/",
    "/top.html",
    "/assets/near-the-logo/",
    "/blog/near/",
    "/blog/archive/2024/below/",
    "/blog/tag/x/",
    "/guide/",
    "/guide/deep/below/",
    "/guide/deep/page.html",
    "/far/away/from/all/",
    "/far/away/too/",
)
"""URLs of posts in and beside the folders that the navigation leads to."""


@pytest.fixture(name="spread")
def _spread(site: Site) -> Site:
    """A site whose posts lie all about it."""
    site.config(
        nav=[
            {"Home": "home.md"},
            {"Guide": [{"First": "guide/deep/first.md"}, {"More": [{"Second": "guide/second.md"}, "home.md"]}]},
            {"Blog": ["blog/index.md", {"Pinned": "blog/posts/00.md"}]},
            {"Away": "https://example.com/"},
            {"Year": "blog/2022/"},
            {"Post": "../blog/2023/02/02/other-1/"},
        ]
    )
    for name in ("home", "guide/deep/first", "guide/second"):
        site.put(f"docs/{name}.md", f"# {name}\n")
    site.put("docs/assets/logo.png", "")
    for number, permalink in enumerate(PERMALINKS[1:]):
        head = f"date: 2024-01-{number + 1:02}\npermalink: {permalink}\ntags: [x, t{number}]\ncategories: [c]"
        site.put(f"docs/blog/posts/{number:02}.md", f"---\n{head}\n---\n# Post {number}\n\n## Part\n\nText.\n")
    for number in range(20):
        head = f"date: {2022 + number % 3}-02-{number + 1:02}\ntags: [x]"
        site.put(f"docs/blog/posts/n{number:02}.md", f"---\n{head}\n---\n# Other {number}\n\nText.\n")
    site.put("docs/talks/one.md", "---\ntitle: One\nvenue: Here\ndate: 2024-01-01\n---\nText.\n")
    return site


@pytest.mark.parametrize("use_directory_urls", [True, False])
@pytest.mark.parametrize("features", FEATURES, ids=", ".join)
def test_posts_and_listings_anywhere_have_their_own_navigation(
    spread: Site, features: list[str], *, use_directory_urls: bool
) -> None:
    spread.config(
        theme={"name": "material", "features": features, "logo": "assets/logo.png"},
        use_directory_urls=use_directory_urls,
    )

    made_for_each = bytes_of(spread.blogposts(cache=False).build().dir)

    assert "blog/index.html" in made_for_each
    assert bytes_of(spread.blogposts(cache=True).build().dir) == made_for_each


OWN = {
    "template": (
        "from jinja2 import ChoiceLoader, DictLoader\n"
        "def on_env(env, config, files):\n"
        "    env.loader = ChoiceLoader([DictLoader({'partials/nav-item.html': ITEM}), env.loader])\n"
        "ITEM = '{% macro render(item, path, level, parent=none) %}<b>{{ page.title }}</b>{% endmacro %}'"
    ),
    "filter": (
        "from jinja2 import pass_context\n"
        "def on_env(env, config, files):\n"
        "    env.filters['url'] = url\n"
        "@pass_context\n"
        "def url(context, value): return f\"{value}?from={context['page'].title if context.get('page') else ''}\""
    ),
}


@pytest.mark.parametrize("code", OWN.values(), ids=OWN)
def test_what_a_hook_puts_into_the_navigation_of_each_page_is_there(site: Site, code: str) -> None:
    site.put("hook.py", code).config(hooks=["hook.py"], theme={"name": "material"})
    for name in "abc":
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: 2024-01-31\n---\n# {name}\n")

    made_for_each = bytes_of(site.blogposts(cache=False).build().dir)

    assert bytes_of(site.blogposts(cache=True).build().dir) == made_for_each


def test_a_navigation_of_addresses_alone_is_shown(site: Site) -> None:
    site.config(nav=[{"Away": "https://example.com/"}])
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n")

    built = site.build()

    assert built.exit_code == 0, built.log
    assert "https://example.com/" in [link.url for link in built.page("blog/").links_in(".md-nav--primary")]
