"""What a site is told of its posts together, where it is told, and what it may do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site


def test_what_is_to_be_known_of_labels_is_told(site: Site) -> None:
    site.config(plugins=["search", "tags", "blogposts"]).put("docs/blog/tags.md", "# All tags\n")
    for number in range(1, 7):
        head = "title: T\ntags: [python, C++, C#]\ncategories: [Recipes]"
        site.put(f"docs/blog/posts/2024-01-0{number}-a.md", f"---\n{head}\n---\nText.\n")
    site.put("_posts/2024-01-15-b.md", "---\ntitle: B\ntag: pyhton\ncategory: Recipies\n---\nText.\n")
    site.put("_posts/2024-01-16-c.md", "---\ntitle: C\ntags: pyhton\ncategories: Recipies\n---\nText.\n")

    built = site.build()

    told = [
        f"_posts/2024-01-1{name}.md:{line}:{column}: {key}: '{rare}' is probably meant to be '{meant}'\n"
        f"    write '{meant}', or set `faults: {{tag-spelling: ignore}}` if it is not"
        for name, columns in (("5-b", (6, 11)), ("6-c", (7, 13)))
        for line, column, key, rare, meant in (
            (3, columns[0], "tags", "pyhton", "python"),
            (4, columns[1], "categories", "Recipies", "Recipes"),
        )
    ]
    assert built.faults == told
    assert [info for info in built.infos if "C#" in info or "tag index" in info] == [
        "The tags 'C++' and 'C#' would both be 'c' in a URL, so the page of 'C#' is at 'c-2'",
        "The page 'blog/tags.md' stays as it is, so there is no tag index of the blog",
    ]
    assert built.page("blog/tags/").cards == []
