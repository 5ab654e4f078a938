"""A site of Material's blog with every key that it knows, for any options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.site import Site

EVERY_OPTION: dict[str, Any] = {
    "enabled": True,
    "blog_dir": "news",
    "blog_toc": True,
    "post_dir": "{blog}/articles",
    "post_date_format": "d MMMM yyyy",
    "post_url_date_format": "yyyy/MM",
    "post_url_format": "{categories}/{date}/{slug}-{file}",
    "post_url_max_categories": 2,
    "post_slugify_separator": "_",
    "post_excerpt": "required",
    "post_excerpt_max_authors": 2,
    "post_excerpt_max_categories": 1,
    "post_excerpt_separator": "<!-- cut -->",
    "post_readtime": True,
    "post_readtime_words_per_minute": 20,
    "archive": True,
    "archive_name": "Past",
    "archive_date_format": "MMMM yyyy",
    "archive_url_date_format": "yyyy/MM",
    "archive_url_format": "past/{date}",
    "archive_pagination": True,
    "archive_pagination_per_page": 2,
    "archive_toc": False,
    "categories": True,
    "categories_name": "Subjects",
    "categories_url_format": "subject/{slug}",
    "categories_slugify_separator": "_",
    "categories_sort_reverse": True,
    "categories_allowed": ["News", "Tools & Tricks", "Über uns"],
    "categories_pagination": False,
    "categories_pagination_per_page": 3,
    "categories_toc": True,
    "authors": True,
    "authors_file": "people.yml",
    "authors_profiles": True,
    "authors_profiles_name": "People",
    "authors_profiles_url_format": "by/{slug}",
    "authors_profiles_pagination": True,
    "authors_profiles_pagination_per_page": 1,
    "authors_profiles_toc": False,
    "pagination": True,
    "pagination_per_page": 3,
    "pagination_url_format": "seite/{page}",
    "pagination_format": "$link_first $link_previous ~1~ $link_next $link_last",
    "pagination_if_single_page": True,
    "pagination_keep_content": True,
    "draft": True,
    "draft_on_serve": False,
    "draft_if_future_date": True,
}
"""All options of Material's blog that are plain values, each another than its default where that shows anything."""

AUTHORS = """\
authors:
  ada:
    name: Ada Lovelace
    description: Writes programs
    avatar: https://example.org/ada.png
    slug: the-countess
  bob:
    name: Bob
    description: Reads them
    avatar: assets/bob.png
    slug: robert
    url: https://example.org/bob
"""

HEADS = [
    "date: 2024-01-31",
    "date: 2024-02-01 10:30:00\nauthors: [ada]\ncategories: [News]",
    "date: 2024-02-02T10:30:00+02:00\nauthors: [bob, ada]\ncategories: [Tools & Tricks, News]",
    "date:\n  created: 2024-03-01\n  updated: 2024-04-01\n  event: 2024-05-01\ncategories: [Über uns]",
    "date: 2024-03-02\nslug: its-own\ntitle: A title of its own\ncategories: [News, Über uns]",
    "date: 2024-03-03\nreadtime: 42\nhide: [toc]\ndescription: Said in short",
    (
        "date: 2024-03-04\nlinks:\n  - index.md\n  - guide.md#first-steps\n  - Named: guide.md\n"
        "  - More:\n      - https://example.org/\n      - Elsewhere: https://example.org/x"
    ),
    "date: 2024-03-05\ndraft: false\ntags: [one, two]\nauthors: [bob]\ncategories: [News]",
    "date: 2023-12-31\ncategories: [News]\nstatus: new\nicon: material/star\nsubtitle: Below",
    "date: 2023-12-30\nauthors: [ada]\nsearch:\n  boost: 2\nsocial:\n  cards: false",
]


def write(site: Site, options: dict[str, Any], *, pinned: bool = False, **config: Any) -> None:
    """Write the site, with the options of its blog."""
    blog = options.get("blog_dir", "blog")
    folder = options.get("post_dir", "{blog}/posts").replace("{blog}", blog)
    separator = options.get("post_excerpt_separator", "<!-- more -->")
    site.put("docs/index.md" if blog != "." else "docs/home.md", "# Home\n")
    site.put("docs/guide.md", f"# Guide\n\n## First steps\n\nWalk.\n\nSee [the last post]({folder}/9.md).\n")
    site.put("docs/assets/bob.png", b"bob")
    site.put(f"docs/{folder}/pictures/one.png", b"one")
    site.put(f"docs/{blog}/index.md", "# What is *new*\n\nIn short.\n\n[Elsewhere](https://example.org/)\n")
    site.put(f"docs/{options.get('authors_file', '{blog}/.authors.yml').replace('{blog}', blog)}", AUTHORS)
    if categories := options.get("categories_url_format", "category/{slug}"):
        page = f"docs/{blog}/{categories.format(slug='news')}.md"
        site.put(page, "---\ndescription: All the news\n---\n# The news\n\nWritten by hand.\n")
    up = "../" * len(folder.removeprefix("./").split("/"))
    heads = [head.replace("- index.md", "- home.md") for head in HEADS] if blog == "." else HEADS
    for number, head in enumerate(heads):
        pin = "\npin: true" if pinned and number == 1 else ""
        site.put(
            f"docs/{folder}/{number}.md",
            f"---\n{head}{pin}\n---\n# Post & *number* {number}\n\n"
            f"It has [a link](#more-of-it), [one to the guide]({up}guide.md), [one to a post](0.md) and a picture.\n\n"
            f"![](pictures/one.png)\n\n## Still above\n\n{separator}\n\n"
            f"## More of it\n\n{'Words and words. ' * 30}\n",
        )
    site.config(
        plugins=["search", {"blog": options}],
        markdown_extensions=["attr_list", {"toc": {"permalink": True}}],
        theme={"name": "material", "features": ["navigation.footer", "navigation.indexes"]},
        **config,
    )
