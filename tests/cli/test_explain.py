"""`blogposts explain`: each fact of a file with where it comes from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import run_in

if TYPE_CHECKING:
    from tests.site import Site


def explained(site: Site, name: str) -> dict[str, tuple[str, str]]:
    """What the command says of a file."""
    result = run_in(site, "explain", str(site.root / name), "--json")
    assert result.exit_code == 0, result.output
    return {row["what"]: (row["value"], row["from"]) for row in json.loads(result.stdout)}


def test_each_fact_of_a_post_has_its_origin(site: Site) -> None:
    site.write("""
        docs/blog/posts/a.md
        | ---
        | date:
        |   created: 2025-01-31
        |   updated: 2025-02-01
        | categories:
        |   - News
        | tags: [python]
        | teaser: https://example.org/a.png
        | description: In short.
        | ---
        |
        | # The *title*
        |
        | Above all.
        |
        | <!-- more -->
        |
        | Below.
    """)

    assert explained(site, "docs/blog/posts/a.md") == {
        "kind": ("post", "it lies among the posts"),
        "dialect": ("material", "nothing in it is Jekyll's"),
        "title": ("The *title*", "the first heading, line 12"),
        "date": ("2025-01-31T00:00:00+00:00", "`date.created`, line 3"),
        "updated": ("2025-02-01T00:00:00+00:00", "`date.updated`, line 4"),
        "url": ("/blog/2025/01/31/the-title/", "its title and `post_url_format`"),
        "state": ("published", "nothing holds it back"),
        "tags": ("python", "`tags`, line 7"),
        "categories": ("News", "`categories`, line 6"),
        "authors": ("", ""),
        "teaser": ("https://example.org/a.png", "`teaser`, line 8"),
        "excerpt": ("Above all.", "the text above `<!-- more -->`, line 16"),
        "description": ("In short.", "`description`, line 9"),
    }
    plain = run_in(site, "explain", str(site.root / "docs/blog/posts/a.md")).stdout.splitlines()
    assert plain[3] == "date         2025-01-31T00:00:00+00:00    `date.created`, line 3"


@pytest.mark.parametrize(
    ("name", "head", "what", "wanted"),
    [
        ("a.md", "date: 2025-01-31\npermalink: /x/", "url", ("/x/", "`permalink`, line 3")),
        ("a.md", "date: 2025-01-31\npermalink: /x/", "dialect", ("jekyll", "it has `permalink`")),
        (
            "a.md",
            "date: 2025-01-31\nlayout: x\ntitle: T",
            "url",
            ("/blog/2025/01/31/t/", "its title and `post_url_format`"),
        ),
        ("a.md", "date: '2025-01-31'\nlayout: x\ntitle: T", "url", ("/blog/2025/01/31/a/", "the name of the file")),
        ("a.md", "date: 2025-01-31\nslug: y", "url", ("/blog/2025/01/31/y/", "`slug`, line 3")),
        ("2025-01-31-a.md", "tags: [x]", "date", ("2025-01-31T00:00:00+00:00", "the name of the file")),
        ("2025-01-31-a.md", "tags: [x]", "url", ("/blog/2025/01/31/a/", "the name of the file")),
        ("a.md", "date: 2025-01-31\ndraft: true", "state", ("draft", "`draft`, line 3")),
        ("a.md", "date: 2025-01-31\npublished: false", "state", ("unpublished", "`published`, line 3")),
        ("a.md", "date: 2025-01-31\ntags: [x, draft]", "state", ("draft", "the tag 'draft', line 3")),
        ("a.md", "date: 2025-01-31\ntitle: 'DRAFT: x'", "state", ("draft", "how its title begins, `title`, line 3")),
        ("a.md", "date: 2025-01-31\nexpires: 2025-02-01", "state", ("expired", "`expires`, line 3")),
        ("a.md", "date: 2099-01-31", "state", ("future", "`date`, line 2, and `draft_if_future_date`")),
        ("a.md", "date: 2025-01-31\nunlisted: true", "state", ("unlisted", "`unlisted`, line 3")),
        ("a.md", "date: 2025-01-31", "teaser", ("https://e.org/x.png", "`post_teaser_default`")),
        ("a.md", "date: 2025-01-31", "excerpt", ("Text of it.", "the first block of its text")),
        ("a.md", "date: 2025-01-31", "title", ("A", "the name of the file")),
        ("a.md", "date: 2025-01-31\nexcerpt: E", "excerpt", ("E", "`excerpt`, line 3")),
    ],
)
def test_an_origin(site: Site, name: str, head: str, what: str, wanted: tuple[str, str]) -> None:
    site.blogposts(draft_if_future_date=True, post_teaser_default="https://e.org/x.png")
    site.put(f"docs/blog/posts/{name}", f"---\n{head}\n---\nText of it.\n\nMore.\n")

    assert explained(site, f"docs/blog/posts/{name}")[what] == wanted


def test_talks_jekylls_files_and_taken_urls_too(site: Site) -> None:
    site.put("docs/talks/a.md", "---\nvenue: V\n---\n# A\n")
    site.put("_posts/2025-01-31-x.md", "---\ntitle: [\n---\nText\n")
    site.put("_drafts/y.md", "---\ntitle: Y\n---\nText\n")
    site.put("_config.yml", "defaults:\n- values: {tags: [z]}\n")
    for name in ("b", "c"):
        site.put(f"docs/blog/posts/{name}.md", "---\ndate: 2025-02-01\n---\n# Same\n")

    deliveries = "deliveries:\n- {event: V, location: L, date: 2024-01-01}\n- {event: W}"
    site.put("docs/talks/b.md", f"---\nspeakers: [Jane, John]\nstatus: accepted\n{deliveries}\n---\n")
    talk = explained(site, "docs/talks/b.md")
    assert talk["date"] == ("2024-01-01T00:00:00+00:00", "`deliveries[0].date`, line 5")
    assert talk["venue"] == ("V", "`deliveries[0].event`, line 5")
    assert talk["location"] == ("L", "`deliveries[0].location`, line 5")
    assert talk["speakers"] == ("Jane, John", "`speakers`, line 2")
    assert (talk["status"], talk["deliveries"]) == (("accepted", "`status`, line 3"), ("2", "`deliveries`, line 5"))
    talk = explained(site, "docs/talks/a.md")
    assert (talk["kind"], talk["date"]) == (("talk", "it has `venue`"), ("", "it has none"))
    assert talk["url"] == ("/talks/a/", "the name of the file")
    assert explained(site, "_posts/2025-01-31-x.md")["dialect"] == ("jekyll", "it lies below `_posts`")
    draft = explained(site, "_drafts/y.md")
    assert draft["state"] == ("draft", "it lies below `_drafts`")
    assert draft["tags"] == ("z", "`tags` of `defaults` in `_config.yml`")
    assert draft["date"][1] == "it has none, so it is that of the build"
    assert explained(site, "docs/blog/posts/b.md")["url"] == (
        "/blog/2025/02/01/same-2/",
        "its title and `post_url_format`; another has '/blog/2025/02/01/same/'",
    )


def test_what_a_folder_gives_is_told_with_its_file(site: Site) -> None:
    site.config(plugins=["search", "meta", "blogposts"])
    site.put("docs/blog/.meta.yml", "description: All.\ntags: [all]\n")
    site.put("docs/blog/posts/.meta.yml", "authors: [Jane]\ntemplate: main.html\nseries: Tides\n")
    head = "date: 2025-01-31\ntags: [own]\npin: true\nlinks: [index.md]\nredirect_from: [/a/, /b/]\nimage:"
    site.put("docs/index.md", "# Home\n").put("docs/blog/posts/a.md", f"---\n{head}\n---\n# A\n")

    rows = explained(site, "docs/blog/posts/a.md")

    assert rows["description"] == ("All.", "`description` of docs/blog/.meta.yml")
    assert rows["authors"] == ("Jane", "`authors` of docs/blog/posts/.meta.yml")
    assert rows["template"] == ("main.html", "`template` of docs/blog/posts/.meta.yml")
    assert rows["series"] == ("Tides", "`series` of docs/blog/posts/.meta.yml")
    assert rows["tags"] == ("all, own", "`tags`, line 3, and docs/blog/.meta.yml")
    assert rows["pinned"] == ("true", "`pin`, line 4")
    assert rows["links"] == ("index.md", "`links`, line 5")
    assert rows["redirect_from"] == ("/a/, /b/", "`redirect_from`, line 6")
    assert rows["teaser"] == ("", "")


def test_no_key_is_passed_over(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2025-01-31\ncolour: red\npaper: [x]\nicon:\n---\n# A\n")
    head = "venue: V\nlevel: all\nslides: a.pdf\ndoi: 10.1/x\nchapters:\n- 0:00 A\nvideourl: https://e.org"
    site.put("docs/talks/a.md", f"---\n{head}\n---\n# A\n")

    post, talk = explained(site, "docs/blog/posts/a.md"), explained(site, "docs/talks/a.md")

    assert list(post)[-2:] == ["colour", "paper"]
    assert post["colour"] == ("red", "`colour`, line 3")
    assert list(talk)[-5:] == ["level", "slides", "doi", "chapters", "videourl"]
    assert talk["slides"] == ("a.pdf", "`slides`, line 4")


def test_what_is_no_post_is_told(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: never\n---\n# A\n").put("docs/b.md", "# B\n")
    broken, other = (run_in(site, "explain", str(site.root / name)) for name in ("docs/blog/posts/a.md", "docs/b.md"))

    assert (broken.exit_code, other.exit_code) == (1, 1)
    assert broken.stderr.startswith("docs/blog/posts/a.md:2:7: date: 'never' is not a date\n")
    assert "nothing can be shown of" in broken.stderr
    assert "is neither a post nor a talk; posts lie below" in other.stderr
    assert run_in(site, "explain", "no-such.md").exit_code == 2
