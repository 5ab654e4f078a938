"""What builds without a word elsewhere and is shown otherwise than it was meant, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command import run_in
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from click.testing import Result

HEAD = "---\ndate: 2024-01-31\n"
TEXT = "---\n# Hello\n\nText.\n"
POST = f"{HEAD}{TEXT}"
TALK = "---\nvenue: PyCon\ndate: 2024-01-31\n"
CARDS = "write it as <!-- blogposts: {limit: 3, tag: python} -->"
NAMES = "see all names with `blogposts tags` or `blogposts list`"

NOT_FOLLOWED = "link: '{}' is not an address that readers can follow"
ON_COMPUTER = "put the file into `docs_dir`, and write its path from there"
ESCAPED = "C:\\d.md"


def above(text: str) -> str:
    """A post with a line between two paragraphs."""
    return f"{HEAD}---\n# Hello\n\nOne.\n\n{text}\n\nTwo.\n"


def key(place: str, name: str, ours: str) -> list[str]:
    """What is said of a key that other programs read."""
    return [
        f"{place}: the blog does not read '{name}'; did you mean '{ours}'?",
        f"    write `{ours}:`, or set `key_aliases: {{{ours}: [{name}]}}` in mkdocs.yml",
    ]


MISTAKES: Mapping[str, tuple[str, list[str]]] = {
    "docs/blog/posts/created.md": (
        f"---\ncreated: 2024-01-31\n{TEXT}",
        ["2:1: has no date", "    write `date:` for `created:`"],
    ),
    "docs/blog/posts/published.md": (
        f"---\npublishDate: {{day: 2024-01-31}}\n{TEXT}",
        [
            "2:14: publishDate: a mapping is not a date",
            "    write it as 2025-07-01, or 2025-07-01 09:30:00 +02:00",
        ],
    ),
    "docs/blog/posts/status.md": (
        f"{HEAD}status: draft\n{TEXT}",
        ["3:9: status: 'draft' hides nothing, so it is published", "    write `draft: true`"],
    ),
    "docs/blog/posts/hidden.md": (
        f"{HEAD}hidden: true\n{TEXT}",
        ["3:9: hidden: true hides nothing, so it is published", "    write `unlisted: true`"],
    ),
    "docs/blog/posts/names.md": (
        f"{HEAD}tags: ['python, docs']\n{TEXT}",
        ["3:8: tags: 'python, docs' counts as one name", "    write `tags: [python, docs]` if they are several"],
    ),
    "docs/blog/posts/thumbnail.md": (
        f"{HEAD}thumbnail: x.png\n{TEXT}",
        key("3:1", "thumbnail", "image"),
    ),
    "docs/blog/posts/teasr.md": (
        f"{HEAD}header:\n  teasr: x.png\n{TEXT}",
        ["4:3: unknown key 'teasr'; did you mean 'teaser'?"],
    ),
    "docs/blog/posts/arrow.md": (
        above("<!-- more ->"),
        ["8:1: '<!-- more ->' does not end the excerpt", "    write `<!-- more -->`"],
    ),
    "docs/blog/posts/truncate.md": (
        above("<!-- truncate -->"),
        ["8:1: '<!-- truncate -->' does not end the excerpt", "    write `<!-- more -->`"],
    ),
    "docs/blog/posts/swapped.md": (
        above("See (the guide)[https://e.org/guide]."),
        [
            "8:5: link: '(the guide)[https://e.org/guide]' is text, not a link",
            "    write `[the guide](https://e.org/guide)`",
        ],
    ),
    "docs/blog/posts/apart.md": (
        above("See [the guide] (https://e.org/guide)."),
        [
            "8:5: link: '[the guide] (https://e.org/guide)' is text, not a link",
            "    write `[the guide](https://e.org/guide)`",
        ],
    ),
    "docs/blog/posts/addresses.md": (
        above("[a]() [b](file:///c.md) [c](C:\\d.md) [d](htps://e.org/x) [e](http:/e.org) [f](https://e.org) `[g]()`"),
        [
            *(f"8:5: {NOT_FOLLOWED.format('')}", "    write the address between the parentheses"),
            *(f"8:11: {NOT_FOLLOWED.format('file:///c.md')}", f"    {ON_COMPUTER}"),
            *(f"8:29: {NOT_FOLLOWED.format(ESCAPED)}", f"    {ON_COMPUTER}"),
            *(f"8:42: {NOT_FOLLOWED.format('htps://e.org/x')}", "    write `https://e.org/x`"),
            *(f"8:62: {NOT_FOLLOWED.format('http:/e.org')}", "    write `http://e.org`"),
        ],
    ),
    "docs/blog/posts/conflict.md": (
        above("<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> other"),
        [
            "8:1: '<<<<<<<' begins two versions that git could not merge, and both are shown",
            "    keep one of them, and delete the lines of marks",
        ],
    ),
    "docs/blog/posts/file.md": (
        f"{HEAD}redirect_from: old.md\n{TEXT}",
        ["3:16: redirect_from: 'old.md' is a file, and was no URL", "    write `redirect_from: /old/`"],
    ),
    "docs/blog/posts/star.md": (
        f"{HEAD}redirect_from: /older/*\n{TEXT}",
        ["3:16: redirect_from: '/older/*' has a `*`, which stands for itself", "    name each old URL"],
    ),
    "docs/blog/posts/itself.md": (
        f"{HEAD}slug: itself\nredirect_from: /blog/2024/00/31/itself/\n{TEXT}",
        [
            "4:16: redirect_from: '/blog/2024/00/31/itself/' is its URL now, so nothing leads there",
            "    take it out",
        ],
    ),
    "docs/blog/posts/part-1.md": (f"{HEAD}series: {{name: Tides, order: 1}}\n{TEXT}", []),
    "docs/blog/posts/part-2.md": (
        f"{HEAD}series: {{name: Tides, order: 1}}\n{TEXT}",
        [
            "3:9: series: part 1 of 'Tides' is docs/blog/posts/part-1.md already",
            "    give one of them another `order`; until then the older one comes first",
        ],
    ),
    "docs/blog/posts/no-ending": (
        POST,
        [" place: MkDocs reads no file without an ending, so this is no post", "    call it no-ending.md"],
    ),
    "docs/blog/posts/.meta.yml": (
        "tags: [python]\n",
        [
            " place: is not read without the plugin `meta`",
            "    add `- meta` to `plugins:` in mkdocs.yml",
        ],
    ),
    "docs/blog/drafts/later.md": (
        POST,
        [
            " place: has a date, but lies outside of 'docs/blog/posts', so it is no post",
            "    move it there, with `draft: true`, if it is meant to be one",
        ],
    ),
    "docs/authors.yml": (
        "authors:\n  jane:\n    name: Jane Doe\n",
        [" place: is not read", "    move it to 'docs/blog/.authors.yml'"],
    ),
    "docs/talks/recording.md": (
        f"{TALK}recording: https://e.org/v\n{TEXT}",
        key("4:1", "recording", "videourl"),
    ),
    "docs/changelog.md": (
        "## 1.0 - 2024-02-01\n\n- A\n\n## 1.0 - 2024-01-01\n\n- B\n",
        ["5:1: version 1.0 is there twice", "    give one of them another number"],
    ),
    "docs/history.md": (
        "## The beginning\n",
        [" changelog: there is no version with a date in it", "    write `## 1.2.0 - 2026-01-31`"],
    ),
    "docs/index.md": (
        (
            "# Home\n\n<!-- blogpost: {limit: 3} -->\n\n<!-- Blogposts: {limit: 3} -->\n"
            "\n<!-- blogposts: {tag: no} -->\n\n<!-- blogposts: {talks: true, type: No} -->\n"
            "\n<!-- blogposts: {year: 1999} -->\n"
        ),
        [
            *("3:1: '<!-- blogpost: {limit: 3} -->' shows no cards", f"    {CARDS}"),
            *("5:1: '<!-- Blogposts: {limit: 3} -->' shows no cards", f"    {CARDS}"),
            *("7:1: blogposts: nothing has the tag 'no'", f"    {NAMES}"),
            *("9:1: blogposts: nothing has the type 'No'", f"    {NAMES}"),
            *("11:1: blogposts: nothing has the year '1999'", f"    {NAMES}"),
        ],
    ),
}
OPTIONS: Mapping[str, tuple[Any, list[str]]] = {
    "post_date_format": (
        "YYYY-MM-DD",
        ["'Y' is the year that a week belongs to", "    write `yyyy-MM-dd`"],
    ),
    "post_url_date_format": ("yyyy/mm/dd", ["'m' is the minute", "    write `yyyy/MM/dd`"]),
    "tags_url_format": (
        "tag",
        ["'tag' has no {slug}, so all such pages would have the same URL", "    write `tag/{slug}`"],
    ),
    "pagination_per_page": (0, ["0 is too few", "    write `pagination_per_page: 1` or more"]),
    "related": (True, ["expected a whole number, got true, which counts as 1", "    write a number"]),
    "key_aliases": ({"datum": ["written"]}, ["there is no key 'datum'", "    did you mean 'date'?"]),
    "talks_permalink": ("/talk/{slug}/", ["'{slug}' stays as it is", "    write `:title`"]),
    "cache_dir": ("~/cache", ["'~/cache' is a folder that is called `~`", "    write a path from mkdocs.yml"]),
}
CHANGELOGS = ["changelog.md", "history.md"]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """What is said of a site with all of them."""
    site = Site(tmp_path_factory.mktemp("quiet"))
    for name, (text, _) in MISTAKES.items():
        site.put(name, text)
    site.blogposts(changelog=CHANGELOGS, post_teaser_default="images/none.png")
    return run_in(site.blogposts(**{name: value for name, (value, _) in OPTIONS.items()}), "check")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_file_is_told_with_its_place_and_the_remedy(checked: Result, name: str) -> None:
    lines: list[str] = []
    is_its = False
    for line in checked.stdout.splitlines()[:-1]:
        is_its = line.startswith(f"{name}:") if not line.startswith(" ") else is_its
        if is_its and "duplicate-url" not in line and "give one of them another `permalink`" not in line:
            lines.append(line.removeprefix(f"{name}:"))

    assert lines == MISTAKES[name][1]


@pytest.mark.parametrize("name", OPTIONS)
def test_an_option_that_was_meant_otherwise_is_told_with_its_line(checked: Result, name: str) -> None:
    lines = checked.stdout.splitlines()
    first = next(number for number, line in enumerate(lines) if f": {name}: " in line)
    message, hint = OPTIONS[name][1]

    assert lines[first].startswith("mkdocs.yml:")
    assert lines[first].split(f": {name}: ")[1] == message
    assert lines[first + 1] == hint


def test_a_picture_for_all_posts_that_is_not_there_is_told_once(checked: Result) -> None:
    assert checked.stdout.count("mkdocs.yml: post_teaser_default: there is no file 'images/none.png'") == 1


def test_posts_beside_mkdocs_yml_are_told_where_there_are_no_others(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").put("posts/hello.md", POST).put("posts/notes.md", "# Notes\n")
    site.put("posts/folder.md/notes.txt", "")

    assert site.build(strict=True).faults == [
        (
            "posts/hello.md: place: has a date, but lies outside of 'docs/blog/posts', so it is no post\n"
            "    move it there, or set `post_dir: ../posts`"
        )
    ]


def test_talks_beside_mkdocs_yml_are_told_as_well(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/posts/a.md", POST).put("talks/a.md", f"{TALK}{TEXT}")
    site.put("talks/folder.md/notes.txt", "")

    assert site.build(strict=True).faults == [
        "talks/a.md: place: has a venue, but lies outside of 'docs/talks', so it is no talk\n    move it there"
    ]


def test_posts_that_the_site_leaves_out_are_told(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/posts/a.md", POST).config(exclude_docs="posts/\n")
    told = "There are no posts: `exclude_docs` of mkdocs.yml leaves out the only file below 'blog/posts'"

    assert told in site.build(strict=True).infos
    assert told in run_in(site, "check").stderr


def test_keys_for_a_folder_that_are_nearly_known_are_told(site: Site) -> None:
    site.config(plugins=["search", "meta", "blogposts"]).put("docs/blog/posts/a.md", POST)
    site.put("docs/blog/posts/.meta.yml", "catgories: [News]\n").put("docs/.meta.yml", "catgories: [News]\n")

    assert site.build().faults == ["docs/blog/posts/.meta.yml:1:1: unknown key 'catgories'; did you mean 'categories'?"]


@pytest.mark.parametrize(
    "text",
    [
        "status: new\n---\n# Hello\n\n`(a)[./b]` and a list (of things) [./b is none\n\n    (a)[./b.md]\n",
        "draft_of: x\n---\n# Hello\n\n```text\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```\n\nCall f(x)[0] or (x)[y].\n",
        "tags: ['C, C++ and Rust', docs]\n---\n# Hello\n\n<!-- a blogpost about more -->\n<!-- moreover -->\n",
        "redirect_from: [/old/, /old.html]\n---\n# Hello\n\n<!-- more -->\n\n<!-- truncate -->\n",
        "series: {name: Tides, order: 2}\n---\n# Hello\n\n[a](b.md) (https://e.org)\n[a][b] (https://e.org)\n",
    ],
)
def test_what_was_meant_so_is_not_told(site: Site, text: str) -> None:
    site.put("docs/blog/posts/a.md", f"{HEAD}{text}").put("docs/blog/posts/b.md", POST)
    site.blogposts(post_date_format="d. MMMM yyyy", post_url_date_format="yyyy/MM", archive_date_format="yyyy 'Y'")

    assert [fault for fault in site.build().faults if "duplicate-url" not in fault and "/b/" not in fault] == []
