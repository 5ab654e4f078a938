"""`blogposts check` on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.command import on_a_terminal, run

if TYPE_CHECKING:
    import pytest

    from tests.site import Site


def with_many_faults(site: Site) -> Site:
    """A site with eight warnings of one kind, two remarks, and no error."""
    for day in range(1, 9):
        head = f"date: 2024-01-0{day}\ncatgories: [x]\n"
        site.put(f"docs/blog/posts/{day}.md", f"---\n{head}---\n# Post {day}\n")
    return site.put("docs/blog/posts/9.md", "---\ntitle: A\ntitle: B\ndate: 2024-01-09\ntitle: C\n---\n")


def test_it_tells_in_full_what_a_build_tells_in_brief(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    built = with_many_faults(site).build()
    monkeypatch.chdir(site.root / "docs")
    result = run("check")

    assert len(built.faults) == 5 + 2
    assert built.warnings[5:] == ["… and 3 more of the kind `key`; `blogposts check` lists them all"]
    assert result.exit_code == 0
    told = [line for line in result.output.splitlines() if line.startswith("docs/")]
    assert told == [
        *(f"docs/blog/posts/{day}.md:3:1: unknown key 'catgories'; did you mean 'categories'?" for day in range(1, 9)),
        "docs/blog/posts/9.md:3:1: duplicate key 'title', first on line 2",
        "docs/blog/posts/9.md:5:1: duplicate key 'title', first on line 3",
    ]
    assert result.output.splitlines()[-1] == "0 errors, 8 warnings, 2 remarks"


def test_it_returns_1_for_an_error_and_builds_nothing(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\n---\n").save()
    result = run("check", "--config-file", str(site.root / "mkdocs.yml"))

    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "docs/blog/posts/a.md:1:1: has no date",
        "    add `date: 2025-07-01`, or begin the file name with `2025-07-01-`",
        "1 error, 0 warnings, 0 remarks",
    ]
    assert not (site.root / "site").exists()


def test_it_is_content_with_a_site_in_which_nothing_is_wrong(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n").save()
    result = run("check", "-f", str(site.root / "mkdocs.yml"))

    assert (result.exit_code, result.output) == (0, "Nothing is wrong\n")


def test_it_needs_a_site_with_a_blog(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.without_blog().save()
    monkeypatch.chdir(site.root)

    assert (run("check").exit_code, "has no plugin `blogposts`" in run("check").output) == (1, True)
    (site.root / "mkdocs.yml").unlink()
    assert (run("check").exit_code, "There is no mkdocs.yml" in run("check").output) == (1, True)


def test_it_tells_which_posts_lead_to_what_is_gone_from_the_docs(site: Site) -> None:
    site.write("""
        docs/guide.md
        | # Guide
        |
        | ## Set-up
        docs/handbook.md
        | # Handbook
        docs/blog/posts/a.md
        | ---
        | title: A
        | date: 2024-01-31
        | ---
        | Text.
        |
        | See [there](../../guide.md#setup), [here](/guide/#set-up), [the end](/guide/#end) and
        | [the handbok](../../handbok.md).
    """).config(site_url="https://example.org/docs/").save()
    result = run("check", "-f", str(site.root / "mkdocs.yml"))

    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "docs/blog/posts/a.md:7:13: link: '../../guide.md#setup' leads to no place of 'docs/guide.md'",
            "    did you mean '#set-up'?",
            "docs/blog/posts/a.md:7:70: link: '/guide/#end' leads to no place of 'docs/guide.md'",
            "    write the id of a heading of that page",
            "docs/blog/posts/a.md:8:15: link: '../../handbok.md' leads nowhere in this site",
            "    write the path of a file, or a URL from the site's root",
            "0 errors, 1 warning, 2 remarks",
        ],
    )


def test_it_says_nothing_of_anchors_where_the_site_wants_to_hear_nothing(site: Site) -> None:
    site.write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | ---
        | # A
        | [there](#nowhere)
    """).config(validation={"anchors": "ignore"}).save()

    assert run("check", "-f", str(site.root / "mkdocs.yml")).output == "Nothing is wrong\n"


def test_a_terminal_is_shown_how_far_it_has_come_where_there_are_many_texts(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-01\n---\n# A\n").put("docs/index.md", "# Home\n")
    assert "Reading texts" not in on_a_terminal(site, "check", stream="stderr")

    for number in range(100):
        site.put(f"docs/{number}.md", "Text.\n")
    said = on_a_terminal(site, "check", stream="stderr")

    assert said.count("Reading texts") > 1
    assert "100%" in said
    assert on_a_terminal(site, "check") == "Nothing is wrong\n"
