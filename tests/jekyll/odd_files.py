"""Files of Jekyll sites, with all that people do to names, dates, URLs and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MAIN_CONFIG = """\
timezone: America/Chicago
future: true
collections:
  talks:
    output: true
    permalink: /:collection/:path/
exclude: [excluded, "_posts/2024-01-0*-excluded*"]
include: [_included]
defaults:
  - scope: {path: "", type: posts}
    values: {author: Ada, tags: [of all]}
  - scope: {path: _posts/given}
    values: {categories: given terms, permalink: "/given/:title/"}
  - scope: {path: _posts/given/hidden, type: posts}
    values: {published: false}
  - scope: {path: "_posts/*/starred"}
    values: {slug: star}
  - scope: {path: "", type: talks}
    values: {tags: talk}
"""

NAMES = {
    "_posts/2024-01-31-plain.md": "title: Plain",
    "_posts/2025-8-5-One-Digit.md": "title: One digit",
    "_posts/23-02-03-two-digit-year.md": "",
    "_posts/85-02-03-last-century.md": "",
    "_posts/2024-02-01-Mixed Case and spaces.md": "",
    "_posts/2024-02-02-my-first_post-JSON.md": "",
    "_posts/2024-04-03-größer——東京.md": "",
    "_posts/2024-04-04-e\u0301clair.md": "",
    "_posts/2024-04-05-c++ & c# (yes!), 50%, a?b [c].md": "",
    "_posts/2024-04-06-dots....md": "",
    "_posts/2024-04-06-twice.md.md": "",
    "_posts/2024-04-06--dash-.md": "",
    "_posts/2024-04-07-it's~a_$&'()+,;=@.md": "",
    "_posts/2024-04-08-2024-04-09-two-dates.md": "",
    "_posts/2024-05-01-ending.markdown": "",
    "_posts/2024-05-02-ending.mkd": "",
    "_posts/2024-05-03-ending.mkdn": "",
    "_posts/2024-05-04-ending.mkdown": "",
    "_posts/2024-05-05-ending.html": "",
    "_posts/sub/2024-05-06-in-a-folder.md": "",
    "_posts/2024-05-07-in-a-dated-folder/2024-05-08-inside.md": "",
    "es/_posts/2024-05-09-above.md": "",
    "Es Mx/deep/_posts/inner/2024-05-10-above.md": "categories: own",
    "_posts/.2024-06-01-hidden.md": "",
    "_posts/_2024-06-01-underscore.md": "",
    "_posts/#2024-06-01-hash.md": "",
    "_posts/~2024-06-01-tilde.md": "",
    "_posts/2024-06-01-backup.md~": "",
    "_posts/_folder/2024-06-01-inside.md": "",
    "_posts/.folder/2024-06-01-inside.md": "",
    "_hidden/_posts/2024-06-01-inside.md": "",
    "_included/_posts/2024-06-02-inside.md": "",
    "excluded/_posts/2024-06-01-inside.md": "",
    "_posts/2024-01-01-excluded-by-pattern.md": "",
    "_posts/01-01-2020-wrong-order.md": "",
    "_posts/001_goals.md": "",
    "_posts/undated.md": "title: Undated",
    "_posts/dated-inside.md": "date: 2024-06-03",
    "_posts/2024-06-04.md": "title: Only a date",
    "_posts/2024-06-05-.md": "title: Nothing behind the date",
    "_posts/2024-06-06-UP.MD": "title: Up",
    "_posts/2024-06-07-Html.HTML": "title: Up",
    "_posts/0000-01-01-no-year.md": "permalink: /no-year/",
    "_posts/2023-02-29-no-leap-year.md": "",
    "_posts/2023-04-31-one-more.html": "title: One more",
    "_talks/2023-02-31-three-more.md": "title: Three more",
    "_posts/2024-06-08-markdown.Markdown": "title: Up",
    "_posts/2024-06-09-bundle/index.md": "title: In a folder",
    "_posts/2024-06-09-bundle/README.md": "title: In a folder",
    "_posts/124-06-10-three-digits.md": "",
    "_posts/2024-06-11-v1.2.3.md": "",
    "_posts/2024-06-12-tab\there.md": "",
    '_posts/2024-06-13-"quotes".md': "",
    "_posts/2024-06-14-مرحبا 안녕 שלום.md": "",
    "_posts/2024-06-15-a\\b.md": "",
    "_posts/2024-06-16-😀.md": "",
    "_posts/2024-06-17-...md": "",
    "_posts/2024-06-18---.md": "",
    "_posts/2024-06-19- x .md": "",
    "_posts/2024-06-20-İstanbul ß ŒUVRE.md": "",
    "_posts/2024-06-21-x%20y#z.md": "",
    "_posts/24-6-2-short.md": "",
    "_posts/00-01-01-zero.md": "",
    "_posts/99-12-31-nines.md": "",
    "_posts/2024-13-45-impossible.md": "date: 2024-06-22",
    "_posts/2024_06_23-underscores.md": "",
    "_posts/2024-06-24 space.md": "",
    "_posts/x 2024-06-25-behind.md": "",
    "_posts/2024-06-26-mdx.mdx": "",
    "_posts/2024-06-27-text.txt": "",
    "_drafts/an-idea.md": "",
}
"""By the path from the folder of the site: front matter."""

DATES = {
    "plain date": "2024-03-01",
    "naive datetime": "2025-07-28 02:00:00",
    "naive datetime of winter": "2025-01-01 05:59:59",
    "of jekyll new": "2018-07-29 14:00:30 +0900",
    "colon in offset": "2018-07-29 23:00:30 -05:00",
    "quoted": '"2024-01-05 23:30"',
    "quoted date": '"2024-01-05"',
    "words": "July 4, 2021",
    "rfc 2822": "Mon, 15 Aug 2005 15:52:01 +0000",
    "offset that is none": "2015-03-04 10:00:00 -08000",
    "no seconds": "2024-01-02 10:00",
    "no seconds and zulu": "2025-07-28T10:00Z",
    "zulu": "2025-07-28T03:00:00Z",
    "two-digit year": "23-11-02",
    "one digit": "2025-8-5",
    "nanoseconds": "2013-05-06 01:02:03.123456789 +00:00",
    "one-digit hour": "2016-01-05 9:05:00",
    "named zone": "2017-02-01 22:00:00 PST",
    "utc": "2017-02-01 03:00:00 UTC",
    "summer time skipped": "2024-03-10 02:30",
    "zone that Ruby does not know": "Fri Sep  3 01:21:31 CEST 2021",
    "own zone": "Fri Sep  3 01:21:31 CDT 2021",
    "two colons": "2017-02-10 01:10::00 -03:00",
    "future": "2099-01-01",
    "no such day": "2023-02-30",
    "no such day with a time": '"2023-04-31 10:00 +02:00"',
    "a colon before the hour": "'2022-06-13T:13:37:23'",
}
"""By name: the value of `date`."""

TERMS = {
    "string": "tags: two words\ncategories: jekyll update",
    "list": "tags: [python software foundation, docs]\ncategories: [Big Cats, dogs]",
    "block list": "tags:\n  - b\n  - a\ncategories:\n  - b\n  - a",
    "numbers": "tags: [3.11, 2024, 'x']\ncategories: [2024, x]",
    "nulls and lists inside": "tags: [a, ~, [b, [c]]]",
    "repeated": "tags: [a, a]\ncategories: [a, a]",
    "singular": "tag: two words\ncategory: two words",
    "singular wins": "tag: one\ntags: [two, three]",
    "both categories": "category: one more\ncategories: [two, three]",
    "singular number": "category: 2024",
    "empty": "tags:\ncategories: []",
    "empty string": "tags: ''\ncategories: ''",
    "upper case": "categories: [NEWS, Größe]",
    "signs": "categories: [c++, 'a&b', 50%]",
}

PERMALINKS = {
    "slash": "permalink: /old/place/",
    "no slash": "permalink: /old/place-2",
    "html": "permalink: /old/place-3.html",
    "no slash in front": "permalink: old/place-4/",
    "placeholders": "permalink: /p/:year/:i_month/:short_month/:y_day/:title/\ndate: 2024-02-03",
    "underscores": "permalink: /p/:month_:day_:title/",
    "categories": "permalink: /c/:categories/:title/\ncategories: [A b, c]",
    "no categories": "permalink: /n/:categories/:title/",
    "style name": "permalink: pretty",
    "dots": "permalink: /dots/../../up//down/",
    "dot slash": "permalink: /dots/./here./x/",
    "doubled": "permalink: //doubled//slashes//",
    "signs": "permalink: /signs & spaces/größer/",
    "encoded": "permalink: /en%20coded/",
    "null": "permalink: ~",
    "commented": "permalink: #/publication/x",
    "ending": "permalink: /e/:title:output_ext",
    "slug": "slug: Own Slug",
    "slug in permalink": "slug: Own Slug!\npermalink: /s/:slug/:title/",
    "file": "permalink: /file.txt/",
    "collection": "permalink: /:collection/:name/:title/",
}

TITLES = {
    "number": "title: 2024",
    "flag": "title: true",
    "null": "title: ~",
    "empty": "title: ''",
    "markdown": "title: '*Hello* `world`'",
    "spaces": "title: ' two  spaces '",
}

PUBLISHED = {
    "yes": "published: true",
    "no": "published: false",
    "null": "published: ~",
    "word": "published: 'no'",
}

RAW = {
    "_posts/2024-08-01-crlf.md": "---\r\ntitle: Lines\r\ntags: a b\r\n---\r\nText.\r\n",
    "_posts/2024-08-02-mark.md": "\ufeff---\ntitle: Mark\n---\nText.\n",
    "_posts/2024-08-03-space.md": "--- \ntitle: Space\n--- \nText.\n",
    "_posts/2024-08-04-dots.md": "---\ntitle: Dots\n...\nText.\n",
    "_posts/2024-08-05-end.md": "---\ntitle: End\n---",
    "_posts/2024-08-06-empty-head.md": "---\n---\nText.\n",
    "_posts/2024-08-07-no-head.md": "Text.\n",
    "_posts/2024-08-08-empty.md": "",
    "_posts/2024-08-09-blank-line.md": "\n---\ntitle: Below a blank line\n---\nText.\n",
    "_posts/2024-08-10-heading.md": "---\nlayout: post\n---\n# A heading\n\nText.\n",
    "_posts/2024-08-11-anchors.md": "---\nbase: &base {title: By anchor}\n<<: *base\n---\nText.\n",
}

GIVEN = {
    "_posts/given/2024-09-01-a.md": "",
    "_posts/given/2024-09-02-b.md": "categories: own\ntags: [own]",
    "_posts/given/2024-09-03-c.md": "permalink: /own/",
    "_posts/given/hidden/2024-09-04-d.md": "",
    "_posts/given/hidden/2024-09-05-e.md": "published: true",
    "_posts/given/starred/2024-09-06-f.md": "",
    "_posts/given-too/2024-09-07-g.md": "category: one more",
}

TALKS = {
    "_talks/01-25-coling.md": "date: 2024-01-25",
    "_talks/13_sefis.md": "date: 2012-01-01\nvenue:",
    "_talks/2022-01-01-dated.md": "title: A talk",
    "_talks/2022-01-02-Placed.md": "permalink: /talks/2022-01-02-placed",
    "_talks/sub/2022-01-03-inner.md": "tags: own",
    "_talks/2022-01-04-hidden.md": "published: false",
    "_talks/2022-01-05-slugged.md": "slug: other",
    "_talks/2022-01-06-template.md": "permalink: /t/:year/:title/",
    "_talks/_ignored.md": "date: 2024-01-01",
}


FEW = {
    "_posts/2024-01-31-Winter & sun.md": "categories: [Big Cats, C++]\ndate: 2024-01-31 23:45:06 +0000",
    "_posts/2021-01-02-week.md": "",
    "_posts/2024-12-30-slugged.md": "slug: My Slug\ndate: 2024-12-30 15:04:05",
    "_posts/deep/2024-07-04-inner.md": "category: x",
    "_posts/2098-01-01-future.md": "",
    "_talks/2024-02-03-Talk one.md": "",
    "_talks/sub/other.md": "date: 2024-05-06",
    "_drafts/2024-03-03-dated-idea.md": "",
    "_drafts/idea.md": "date: 2024-03-04",
    "es/_drafts/idea.md": "date: 2024-03-05\npublished: true",
}

_EVERY_PLACEHOLDER = (
    "/:year/:short_year/:month/:i_month/:short_month/:long_month/:day/:i_day/:y_day/:hour/:minute/:second/:week/:w_year"
    "/:w_day/:short_day/:long_day/:slug/:name/:path/:collection/:slugified_categories/:categories/:title:output_ext"
)

CONFIGS = {
    "pretty": "permalink: pretty\nfuture: false\ncollections: {talks: {output: true}}",
    "ordinal": "permalink: ordinal\nfuture: true\ntimezone: Asia/Tokyo\ncollections: {talks: {output: true}}",
    "weekdate": "permalink: weekdate\nfuture: true\ntimezone: UTC\ncollections: {talks: {output: true}}",
    "none": "permalink: none\nfuture: true\ncollections: {talks: {output: true}}",
    "template": "permalink: /:categories/:title/\nfuture: true\ncollections: {talks: {output: true}}",
    "every placeholder": f"permalink: {_EVERY_PLACEHOLDER}\nfuture: true\ntimezone: America/New_York",
    "own template": (
        "permalink: pretty\nfuture: true\ncollections:\n  posts: {permalink: '/p/:path'}\n"
        "  talks: {output: true, permalink: '/t/:year/:name:output_ext'}"
    ),
    "folder of collections": (
        "collections_dir: all\npermalink: /:categories/:path/:title/\nfuture: true\n"
        "collections: {talks: {output: true}}\n"
        "defaults: [{scope: {path: all/_posts/deep}, values: {tags: deep}}, {scope: {path: _talks}, values: {tags: t}}]"
    ),
    "drafts": (
        "permalink: /:title/\nfuture: true\nshow_drafts: true\n"
        "defaults: [{scope: {path: _drafts}, values: {tags: idea}}]"
    ),
}
"""What `_config.yml` says, of sites with a few files."""

REFUSED = {
    "placeholder": ("permalink: /:yeer/:title/", {"_posts/2024-01-31-x.md": ""}),
    "date": ("", {"_posts/2024-01-31-x.md": "date: 2024-13-01"}),
    "placeholder of a post": ("", {"_posts/2024-01-31-x.md": "permalink: /:nonsense/"}),
}
"""Sites that Jekyll refuses to build: their configuration, and the heads of their files."""


def few_files(name: str) -> dict[str, str]:
    """The files of a site in `CONFIGS`, by path."""
    folder = "all/" if "collections_dir: all" in CONFIGS[name] else ""
    return {f"{folder}{path}": text for path, text in written(FEW).items()}


def written(heads: Mapping[str, str]) -> dict[str, str]:
    """Files with these heads."""
    return {path: f"---\n{head}\n---\nText.\n" for path, head in heads.items()}


def main_site() -> dict[str, str]:
    """The files of the site in which nearly all cases lie, by path."""
    heads = dict(NAMES)
    for day, (name, value) in enumerate(DATES.items(), 1):
        heads[f"_posts/2020-01-{day:02}-date-{_dashed(name)}.md"] = f"date: {value}"
    for month, (kind, cases) in enumerate(
        {"terms": TERMS, "permalink": PERMALINKS, "title": TITLES, "published": PUBLISHED}.items(), 2
    ):
        for day, (name, head) in enumerate(cases.items(), 1):
            heads[f"_posts/2020-{month:02}-{day:02}-{kind}-{_dashed(name)}.md"] = head
    heads |= GIVEN | TALKS
    return written(heads) | RAW


def _dashed(name: str) -> str:
    return name.replace(" ", "-")
