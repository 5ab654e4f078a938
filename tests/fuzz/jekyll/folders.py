"""Folders of odd but plausible posts of Jekyll's: names, front matter, texts and `_config.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from tests.jekyll.odd_files import DATES, PERMALINKS, PUBLISHED, TERMS, TITLES

POSTS_IN_A_FOLDER = 6

FUTURE = "2030-01-01"
DAYS = ["2024-01-31", "2024-01-31", "2024-2-3", "2023-12-9", "24-05-06", "99-12-31", "2016-02-29", FUTURE]
STEMS = [
    *("a", "Hello-World", "hello world", "UPPER", "2024-01-31-dated", "v1.2.3", "index", "README", "-a-", "a--b", "_a"),
    *(
        "über-uns",
        "你好",
        "привет",
        "سلام",
        "日本語 の 記事",
        "émoji-🎉",
        "a'b",
        'a"b',
        "a,b",
        "a&b",
        "a+b",
        "a (1)",
        "[a]",
    ),
    *("a@b", "100%", "a;b", "a=b", "~a", "#a", "notes.draft", "archive", "tags", "a\tb", "x" * 80, ""),
]
UNDATED = ["2024-01-31", "20240131-a", "2024_01_31-a", "01-31-2024-a", "2024-01-31a", "a", "index"]
ENDINGS = [*[".md"] * 8, ".markdown", ".MD", ".mkd", ".html", ".mkdown"]
PLACES = [
    *["_posts/"] * 12,
    *("_posts/sub/", "_posts/Sub Folder/deep/", "Cats/_posts/", "Big Cats/x/_posts/in/", "_posts/2024-01-31-bundle/"),
    *("_drafts/", "_posts_old/", "_posts/_hidden/"),
]

ANYTHING = [
    *("word", "two words", "'quoted'", '"say \\"so\\""', "It's", "1", "-1", "3.14", "2024", "true", "No", "null", "''"),
    *("2024-01-31", "12:30", "1e3", "[]", "{}", "[a, b]", "[1, [true]]", "{a: b}", "\n  - a\n  - b", "\n  a: b"),
    *(
        "|\n  block\n  text",
        ">-\n  folded\n  text",
        "#comment",
        "a # comment",
        "<b>bold</b>",
        "a & b",
        "日本語",
        "[null]",
    ),
]
"""What may stand behind a key that means something else."""

KEYS = {
    "title": [
        '"unclosed',
        "a: b: c",
        "[a",
        "@at",
        "%x",
        "`t`",
        "*star",
        "&amp",
        "!bang",
        "- a",
        "{x",
        "a\tb",
        "\tb",
        *(head.partition(": ")[2] for head in TITLES.values()),
        *(
            "Hello",
            "'Quoted: with colon'",
            "It's *so*",
            "C++ & C#",
            "你好，世界",
            "مرحبا",
            "1.2.3",
            ">-\n  folded\n  title",
        ),
    ],
    "date": [
        *(date for name, date in DATES.items() if name != "two colons"),
        "2021-03-04",
        "2024-06-01T23:30:00-05:00",
    ],
    "published": [head.partition(": ")[2] for head in PUBLISHED.values()],
    "layout": ["post", "null", "''", "3"],
    "slug": ["own", "Own Slug", "a/b", "ümlaut"],
    "last_modified_at": ["2024-02-03", "'2024-02-03'", "2024-02-03 04:05:06"],
    **dict.fromkeys(("excerpt", "author", "header", "image", "description", "comments", "mine"), ANYTHING),
}
"""What may stand behind each key."""

BLOCKS = [
    *(
        "Plain text.",
        "- one\n- two\n    - three",
        "Text\n- no blank line",
        "> quoted\n>\n> > twice",
        "    code",
        "```\nfenced\n```",
    ),
    *(
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "A note.[^1]\n\n[^1]: It.",
        "term\n: meaning",
        "Text\n{: .lead }",
        "## Heading",
    ),
    *(
        "Setext\n------",
        "{% raw %}{{ x }}{% endraw %}",
        "{{ page.title }}",
        "{% if page.mine %}y{% endif %}",
        "<!--more-->",
    ),
    *("<b>bold", "<i>it</b></i>", "<p>one<p>two", "<br>", "<font color=red size=+1>red</font>", "<a name>none</a>"),
    *("<p id>none</p>", '<p id="same">1</p>\n\n<p id="same">2</p>', "<a href=foo.html>bare</a>", "<img src=/a.gif>"),
    *(
        "<table><tr><td>cell<td>cell</table>",
        "<ul><li>a<li>b</ul>",
        "<div>\n\n*outside*\n\n</div>",
        "</div>",
        "1 < 2 & so <on",
    ),
    *(
        "<iframe width=560 src='/v' allowfullscreen></iframe>",
        '<script>if (1 < 2) alert("</b>");</script>',
        "<!-- unclosed",
    ),
    *("<pre>\n  <code>\n</pre>", "&copy; &#8212; &nbsp; &foo;", "日本語の文章です。", "*a _b_ c*", "x" * 300),
]
"""Parts of texts: Markdown, and what twenty years of blogs have left in it."""

FRAMES = [
    *["---\n{head}\n---\n{body}\n"] * 12,
    *("---\r\n{head}\r\n---\r\n{body}", "\ufeff---\n{head}\n---\n{body}\n", "--- \n{head}\n--- \n\n{body}\n"),
    *("---\n{head}\n...\n{body}\n", "---\n{head}\n---", "---\n\n{head}\n# a comment\n\n---\n\n\n{body}\n"),
    *("{body}\n", "---\n---\n{body}\n"),
]

CONFIGS = [
    "future: true",
    "permalink: pretty\nfuture: true",
    "permalink: /:categories/:title/\nfuture: true\ntimezone: America/New_York",
    "permalink: none\nfuture: false\ndefaults: [{scope: {path: ''}, values: {tags: [all], author: Ada}}]",
    "permalink: /blog/:year/:month/:title:output_ext\nfuture: true\ntimezone: Asia/Tokyo",
    "permalink: ordinal\nfuture: true\nexclude: ['*.mkd', excluded]\ntimezone: Europe/Berlin",
    "permalink: /s/:slug\nfuture: true",
    "permalink: date\nfuture: true\nunpublished: false\nlimit_posts: 0\nwhat: ever",
]
"""What `_config.yml` says, in turn."""

_HEADING = re.compile(r"^#+ ", re.MULTILINE)


@dataclass(frozen=True)
class Folders:
    """Folders of posts that are one site, so that they cost one build."""

    config: str
    files: dict[str, str]
    """Texts by their paths."""


def folders(number: int, *, start: int, count: int) -> Folders:
    """Some folders, the same on every run."""
    random = Random(f"{start}-{number}")  # noqa: S311  # nothing is to be kept secret
    files: dict[str, str] = {}
    stems: set[str] = set()
    for folder in range(count):
        for _ in range(POSTS_IN_A_FOLDER):
            stem = f"f{folder}/{_stem(random)}"
            # MkDocs itself leaves out the second of `a.md` and `a.markdown`, and says so.
            if stem.lower() not in stems:
                stems.add(stem.lower())
                files[f"{stem}{random.choice(ENDINGS)}"] = _text(random)
    return Folders(CONFIGS[number % len(CONFIGS)], files)


def _stem(random: Random) -> str:
    is_dated = random.random() < 0.9
    name = f"{random.choice(DAYS)}-{random.choice(STEMS)}" if is_dated else random.choice(UNDATED)
    return f"{random.choice(PLACES)}{name}"


def _text(random: Random) -> str:
    keys = random.sample(sorted(KEYS), random.randrange(6))
    lines = [f"{key}: {random.choice(KEYS[key])}" for key in keys]
    if random.random() < 0.7:
        lines.append(random.choice(list(TERMS.values())))
    if random.random() < 0.2:
        lines.append(random.choice(list(PERMALINKS.values())))
    body = "\n\n".join(random.choices(BLOCKS, k=random.randrange(5)))
    frame = random.choice(FRAMES)
    if "title" not in keys or "{head}" not in frame:
        # Where there is no title, the first heading is one here.
        body = _HEADING.sub("", body)
    return frame.replace("{head}", "\n".join(lines)).replace("{body}", body)
