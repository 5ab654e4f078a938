"""Posts that use what works by script, by ids or by room, with what a card says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tests.site import Site

CONFIG = """\
site_name: Site
site_url: https://example.org/
theme:
  name: material
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
  features: [content.code.annotate, content.code.copy, content.tabs.link, content.tooltips, toc.follow]
extra_javascript: [diagrams.js]
plugins: [search, {blogposts: {pagination_per_page: 100, view_layout: LAYOUTOPTIONS}}]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true}
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.highlight: {anchor_linenums: true, linenums_style: table}
  - pymdownx.superfences:
      custom_fences:
        - {name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format }
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
"""

DIAGRAMS = "window.mermaid = {initialize() {}, render: async () => ({svg: '<svg></svg>'})}\n"
"""Stands for the script that Material would fetch."""


class Construct(NamedTuple):
    """A text, and what of it stands on cards."""

    text: str
    whole: str
    """Above a separator."""
    first: str
    """Where there is no separator."""


CONSTRUCTS = {
    "tabs": Construct(
        'Choose:\n\n=== "Pip"\n\n    Say *pip*.\n\n=== "Conda"\n\n    Say conda.\n\nDone.',
        "Choose: Say pip. Done.",
        "Choose…",
    ),
    "tabs first": Construct('=== "Pip"\n\n    Say pip.\n\n=== "Conda"\n\n    Say conda.', "Say pip.", "Say pip."),
    "annotations": Construct(
        "It is (1) annotated (2)(3).\n{ .annotate }\n\n1.  One.\n2.  Two.\n\nDone.",
        "It is annotated(3). Done.",
        "It is annotated(3).",
    ),
    "details": Construct(
        '??? note "More"\n\n    Inside.\n\n!!! tip\n\n    Boxed.\n\nDone.', "More Inside. Tip Boxed. Done.", "Done."
    ),
    "diagram": Construct("See:\n\n```mermaid\ngraph LR\n  A --> B\n```\n\nDone.", "See… Done.", "See…"),
    "tooltips": Construct(
        '[Link](https://example.com/x "Title") and HTML.\n\n*[HTML]: Hypertext', "Link and HTML.", "Link and HTML."
    ),
    "grid": Construct(
        '<div class="grid cards" markdown>\n\n-   __One__\n\n    ---\n\n    Text.\n\n-   Two\n\n</div>\n\nDone.',
        "One Text. Two Done.",
        "One Text. Two",
    ),
    "footnote": Construct("Said[^1] so.\n\n[^1]: Note.", "Said so.", "Said so."),
    "contents": Construct("[TOC]\n\n## Part\n\nText.", "Text.", "Text."),
    "math": Construct("So $x^2$.\n\n$$\ny\n$$", "So \\(x^2\\). \\[ y \\]", "So \\(x^2\\)."),
    "linked picture": Construct(
        "[![Badge](https://example.com/b.png)](https://example.com/b)\n\nText.", "Text.", "Text."
    ),
    "emoji": Construct("Smile :smile: :material-heart:.", "Smile 😄 .", "Smile 😄 ."),
    "frame": Construct('Watch:\n\n<iframe src="about:blank" title="V"></iframe>\n\nDone.', "Watch… Done.", "Watch…"),
    "tasks": Construct("- [x] done\n- [ ] open\n", "☑ done ☐ open", "☑ done ☐ open"),
    "numbered code": Construct(
        'Run:\n\n```python linenums="1" title="a.py"\nprint(1) # (1)!\nprint(2)\n```\n\n1.  One.\n\nDone.',
        "Run: print(1) print(2) Done.",
        "Run…",
    ),
    "table": Construct("These:\n\n| a |\n|---|\n| 1 |\n\nDone.", "These… Done.", "These…"),
    "picture": Construct("A *cat:*\n\n![Cat](https://example.com/c.png)\n\nDone.", "A cat… Done.", "A cat…"),
    "drawing": Construct(
        '<svg viewBox="0 0 1 1"><defs><path id="p"/></defs><use href="#p"/></svg>\n\nDone.', "Done.", "Done."
    ),
    "form": Construct(
        'Sign:\n\n<form><label for="q">Name</label><input id="q" name="q"><button>Go</button></form>\n\nDone.',
        "Sign… Done.",
        "Sign…",
    ),
    "anchors": Construct(
        'Go <a name></a><a name="x"></a><a id="x" href="#x"></a>on.\n\n<p id>Done.</p>', "Go on. Done.", "Go on."
    ),
    "half a page": Construct("<font color=red>Old<p>days\n\nDone.", "Old days Done.", "Old days Done. The rest."),
}


def write_constructs(site: Site, *, layout: str = "cards", options: str = "") -> None:
    """Write a site with two posts of each, with and without a separator, and a home page that shows them all."""
    site.put("docs/diagrams.js", DIAGRAMS)
    site.put("mkdocs.yml", CONFIG.replace("LAYOUTOPTIONS", layout + options))
    site.put("docs/index.md", "# Home\n\n<!-- blogposts: {limit: 100} -->\n\n<!-- blogposts: {limit: 2} -->\n")
    for number, (name, construct) in enumerate(CONSTRUCTS.items()):
        for kind, end in (("whole", "\n\n<!-- more -->\n\nThe rest.\n"), ("first", "\n\nThe rest.\n")):
            head = f"---\ndate: 2024-01-01 {number:02}:00:00\nslug: {name.replace(' ', '-')}-{kind}\n---\n"
            site.put(f"docs/blog/posts/{number}-{kind}.md", f"{head}# {name}, {kind}\n\n{construct.text}{end}")
