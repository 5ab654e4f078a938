"""The same files make the same bytes, and each post is converted once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.built import bytes_of

if TYPE_CHECKING:
    from tests.site import Site

SITE = """
    docs/index.md
    | # Home
    docs/guide.md
    | # Guide
    docs/blog/.authors.yml
    | authors:
    |   jane: {name: Jane Doe, description: Keeper, avatar: j.png}
    docs/blog/posts/2024-01-01-a.md
    | ---
    | title: A
    | tags: [x, y, C++, C#]
    | categories: [News]
    | authors: [jane]
    | ---
    | One, with a [talk](/talks/t/), and [b](2024-02-01-b.md).
    |
    | ```python
    | x = 1
    | ```
    docs/blog/posts/2024-02-01-b.md
    | ---
    | title: B
    | permalink: /posts/b/
    | tags: [y, z, C]
    | ---
    | Two:
    | - with a list[^1]
    |
    | [^1]: Note.
    docs/talks/t.md
    | ---
    | title: T
    | venue: PyConf
    | tags: [x]
    | date: 2024-05-05
    | ---
    | See [a](../blog/posts/2024-01-01-a.md).
"""


def test_two_builds_give_the_same_bytes(site: Site) -> None:
    site.blogposts(authors_profiles=True, backlinks=True).write(SITE)
    for year in range(2010, 2018):  # files of one talk, which would show the order of any set that they were in
        head = f"title: T{year}\nvenue: V{year}\ndate: {year // 2 * 2}-01-01\ntags: [t{year}, x]\nspeakers: [S{year}]\n"
        key = "talk: tides" if year % 2 else "same_as: '2010'"
        site.put(f"docs/talks/{year}.md", f"---\n{head}{key if year > 2010 else 'talk: tides'}\n---\n")
    made = []
    for seed, options in (("0", []), ("1", ["--clean"]), ("2", [])):
        built, said = site.run_build(*options, SOURCE_DATE_EPOCH="1717200000", PYTHONHASHSEED=seed)
        assert built.exit_code == 0, said
        made.append(bytes_of(built.dir))

    assert made[0].keys() == made[1].keys() == made[2].keys()
    assert [name for name in made[0] if not made[0][name] == made[1][name] == made[2][name]] == []


COUNTER = """
from pathlib import Path
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Count(Preprocessor):
    def run(self, lines):
        with Path("converted.txt").open("a", encoding="utf-8") as file:
            file.write((lines[0] if lines else "") + "\\n")
        return lines

class Counter(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Count(md), "count", 1000)

def on_config(config):
    config.markdown_extensions.append(Counter())
"""


def test_each_post_is_converted_once_however_often_it_is_listed(site: Site) -> None:
    site.config(hooks=["counter.py"]).put("counter.py", COUNTER).put("docs/index.md", "# Home\n")
    for number in range(6):
        head = f"title: Post {number}\ndate: 2024-01-0{number + 1}\ntags: [x, y, z]\ncategories: [a, b]\n"
        site.put(f"docs/blog/posts/{number}.md", f"---\n{head}---\nText of {number}.\n\n<!-- more -->\n\nMore.\n")

    built, said = site.run_build("--strict")

    assert built.exit_code == 0, said
    converted = Counter((site.root / "converted.txt").read_text(encoding="utf-8").splitlines())
    assert {text: count for text, count in converted.items() if text} == {
        "# Home": 1,
        **{f"Text of {number}.": 1 for number in range(6)},
    }


def test_many_workers_make_what_one_makes(site: Site) -> None:
    site.config(markdown_extensions=["footnotes"], validation={"links": {"anchors": "warn"}}).write(SITE)
    for number in range(40):
        links = (
            f"[next](p{(number + 1) % 40}.md) [draft](/p/9/) [gone](gone{number}.md) [no](/p/{(number + 2) % 40}#no)"
        )
        head = (
            f"title: P{number}\ndate: 2024-01-{number % 28 + 1:02}\npermalink: /p/{number}/\ntags: [x, t{number % 3}]\n"
        )
        head += "draft: true\n" if number == 9 else ""
        site.put(f"docs/blog/posts/p{number}.md", f"---\n{head}---\nText[^1]:\n- item {links}\n\n[^1]: N.\n")
    results = []
    for workers in (1, 4):
        site.blogposts(workers=workers, cache=False, pagination=False)
        built, said = site.run_build(SOURCE_DATE_EPOCH="1717200000")
        assert built.exit_code == 0, said
        results.append((bytes_of(built.dir), [line for line in said.splitlines() if "built in" not in line]))

    (files, told), (others, told_by_others) = results
    assert files.keys() == others.keys()
    assert [name for name in files if files[name] != others[name]] == []
    assert told == told_by_others
    assert [line for line in told if "gone" in line] == [
        f"WARNING -  docs/blog/posts/p{number}.md:8:{column}: link: 'gone{number}.md' leads nowhere in this site"
        for number, column in ((0, 44), (1, 44), (10, 45), (11, 45), (12, 45))
    ]
    assert "WARNING -  … and 34 more of the kind `link`; `blogposts check` lists them all" in told
    assert sum("does not contain an anchor '#no'" in line for line in told) == 38
