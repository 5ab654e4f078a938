"""The plugins of others beside which a blog is built, each with a site that asks something of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tests.compat.plugins import FIRST

if TYPE_CHECKING:
    from collections.abc import Mapping

INDEX = "blog/"
TEXT = (FIRST, "It goes on.")
"""What is there whatever a plugin does."""


class Neighbour(NamedTuple):
    """A plugin, and how to see that it works beside a blog."""

    plugin: Any
    """As in `plugins`."""
    package: str = ""
    """What it comes with; Material where that is empty."""
    files: str = ""
    """What the site has for its sake."""
    options: Mapping[str, Any] = {}
    """What `mkdocs.yml` says for its sake."""
    makes: str = ""
    """The URLs that are its own."""
    shows: tuple[str, str] = TEXT
    """A page or file, and what it has of that plugin."""
    changes: str = ""
    """Patterns of the files in which what readers do not see depends on its place in `plugins`."""
    told: str = ""
    """What it says itself where it does not stand last."""

    @property
    def name(self) -> str:
        """As in `plugins`."""
        return str(self.plugin if isinstance(self.plugin, str) else next(iter(self.plugin)))


POST = """
    docs/blog/posts/first.md
    | ---
    | date: 2024-01-31
    | authors: [ada]
    | categories: [News]
    | tags: [Python]
    | description: What was first
    | ---
    | # First post
    |
    | It begins.
    |
    | <!-- more -->
    |
    | It goes on.
    |
"""
MAKE = """
    make.py
    | import mkdocs_gen_files
    | with mkdocs_gen_files.open("made.md", "w") as file:
    |     print("# Made", file=file)
    | with mkdocs_gen_files.open("blog/posts/made.md", "w") as file:
    |     print("---\\ndate: 2024-05-01\\n---\\n# Made post\\n\\nMade text.", file=file)
"""
LEFT_OUT = """
    docs/left-out.md
    | # Left out
    docs/blog/posts/left-out.md
    | ---
    | date: 2024-01-31
    | ---
    | # Left out
"""
PART = """
    part/mkdocs.yml
    | site_name: part
    | nav:
    |   - Part: index.md
    part/docs/index.md
    | # Part
"""
TIDES = """
    tides.py
    | class Tide:
    |     '''Rises and falls.'''
"""
NAV = [{"Home": "index.md"}, {"Guide": "guide.md"}, {"Blog": "blog/index.md"}, {"Part": "!include part/mkdocs.yml"}]
FEED = {"match_path": "blog/posts/.*", "use_git": False, "date_from_meta": {"as_creation": "date"}}
OLD = {"redirect_maps": {"old.md": "blog/posts/first.md"}}
LAST = "[mkdocs-print-site] 'print-site' should be defined as the *last* plugin"

NEIGHBOURS = (
    Neighbour("offline", options={"use_directory_urls": False}, shows=(FIRST, "iframe-worker")),
    Neighbour({"optimize": {"optimize_png": False, "optimize_jpg": False}}),
    Neighbour({"group": {"enabled": True, "plugins": ["section-index"]}}, "mkdocs-section-index"),
    Neighbour("meta", files="docs/.meta.yml\n| status: new\n", shows=(INDEX, "md-status--new")),
    Neighbour(
        "awesome-pages",
        "mkdocs-awesome-pages-plugin",
        "docs/.pages\n| nav:\n|   - What is new: blog\n|   - ...\n",
        shows=("guide/", "What is new"),
    ),
    Neighbour(
        "awesome-nav",
        "mkdocs-awesome-nav",
        "docs/.nav.yml\n| nav:\n|   - blog/index.md\n|   - guide.md\n|   - index.md\n",
        shows=("guide/", "blog/archive/2024/"),
    ),
    Neighbour(
        "literate-nav",
        "mkdocs-literate-nav",
        "docs/SUMMARY.md\n| - [What is new](blog/index.md)\n| - [Guide](guide.md)\n| - [Home](index.md)\n",
        makes="SUMMARY/",
        shows=(INDEX, "What is new"),
    ),
    Neighbour("section-index", "mkdocs-section-index"),
    Neighbour(
        {"gen-files": {"scripts": ["make.py"]}},
        "mkdocs-gen-files",
        MAKE,
        makes="made/ blog/2024/05/01/made-post/",
        shows=("blog/2024/05/01/made-post/", "Made text."),
    ),
    Neighbour(
        "include-markdown",
        "mkdocs-include-markdown-plugin",
        f"docs/part.txt\n| Put in.\n{POST}| {{% include-markdown '../../part.txt' %}}\n",
        shows=(FIRST, "Put in."),
    ),
    Neighbour("macros", "mkdocs-macros-plugin", f"{POST}| {{{{ 6 * 7 }}}}\n", shows=(FIRST, "42")),
    Neighbour(
        "autorefs", "mkdocs-autorefs", f"{POST}| See [the steps][first-steps].\n", shows=(FIRST, "guide/#first-steps")
    ),
    Neighbour(
        {"mkdocstrings": {"handlers": {"python": {"paths": ["."]}}}},
        "mkdocstrings",
        f"{TIDES}{POST}| ::: tides\n",
        shows=(FIRST, "Rises and falls."),
    ),
    Neighbour("roamlinks", "mkdocs-roamlinks-plugin", f"{POST}| See [[guide]].\n", shows=(FIRST, "guide/")),
    Neighbour("ezlinks", "mkdocs-ezlinks-plugin", f"{POST}| See [[guide]].\n", shows=(FIRST, "guide/")),
    Neighbour({"exclude": {"glob": ["left-out.md", "blog/posts/left-*"]}}, "mkdocs-exclude", LEFT_OUT),
    Neighbour("monorepo", "mkdocs-monorepo-plugin", PART, {"nav": NAV}, makes="part/", shows=("part/", "Part")),
    Neighbour(
        {"multirepo": {"cleanup": True}}, "mkdocs-multirepo-plugin", PART, makes="part/", shows=("part/", "Part")
    ),
    Neighbour("mike", "mike"),
    Neighbour("git-authors", "mkdocs-git-authors-plugin"),
    Neighbour(
        "git-revision-date-localized",
        "mkdocs-git-revision-date-localized-plugin",
        shows=(FIRST, "git-revision-date-localized-plugin"),
        changes="*.html",  # the moment, of what has no history
    ),
    Neighbour(
        "print-site",
        "mkdocs-print-site-plugin",
        makes="print_page/",
        shows=("print_page/", '<h1 id="blog-posts">Blog</h1>'),
        told=LAST,
    ),
    Neighbour({"redirects": OLD}, "mkdocs-redirects", makes="old/", shows=("old/", FIRST)),
    Neighbour({"rss": FEED}, "mkdocs-rss-plugin", shows=("feed_rss_created.xml", "First post"), changes="feed_*"),
    Neighbour({"llmstxt": {"sections": {"All": ["*"]}}}, "mkdocs-llmstxt", shows=("llms.txt", "First post")),
    Neighbour("glightbox", "mkdocs-glightbox", shows=(FIRST, "glightbox.min.js"), changes="*.html"),
    Neighbour({"minify": {"minify_html": True}}, "mkdocs-minify-plugin", changes="*.html"),
)
"""Those that need more than a site have tests of their own: `privacy`, `social`, `static-i18n`, `encryptcontent`."""

THEMES = ("shadcn", "terminal")


def names_of(package: str) -> str:
    """What chooses the tests of what a package has, for `pytest -k`."""
    own = [theme for theme in THEMES if package == f"mkdocs-{theme}"] or [f"{package}_deploys"]
    return " or ".join([*own, *(f"any_order[{each.name}]" for each in NEIGHBOURS if each.package == package)])


def packages() -> set[str]:
    """All that they come with, but for Material."""
    return {each.package for each in NEIGHBOURS if each.package} | {f"mkdocs-{theme}" for theme in THEMES}
