"""A site in which each text is held back in a way of its own, and says a word of its own wherever it says anything."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from tests.pdf import pdf, slide
from tests.png import png

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.site import Site

POST, TALK, PAGE = "post", "talk", "page"


class Way(NamedTuple):
    """A way of holding a text back, or of keeping it from some readers."""

    name: str
    """Letters alone: its words are made from it."""
    path: str
    """File of the text; `{}` is the word of its head, so that file names tell as well."""
    head: Mapping[str, Any]
    """What front matter says for it."""
    kind: str = POST
    shown_path: str = ""
    """The file while it is for all; the same where that is empty."""
    beside: tuple[str, str] = ("", "")
    """A further file that says it, and the text of that."""

    @property
    def word(self) -> str:
        """What stands in each field of its front matter."""
        return f"zq{self.name}"

    @property
    def text_word(self) -> str:
        """What stands in each piece of its text."""
        return f"xj{self.name}"

    @property
    def is_held_back(self) -> bool:
        """Whether it is in no build, by our doing."""
        return self.name not in (*PARTLY_SHOWN, "excludedocs")


PARTLY_SHOWN = ("unlisted", "unlistedtalk", "locked", "lockedtalk", "noindex", "nosearch", "nositemap")
"""Those that have a page all the same."""

WITH_SLIDES = ("drafttalk", "joinedtalk", "defaultstalk", "unlistedtalk", "lockedtalk")
"""Those that have a PDF beside them; to draw one takes a while."""

POSTS = "docs/blog/posts"
WAYS = (
    Way("draft", f"{POSTS}/{{}}.md", {"draft": True}),
    Way("draftyes", f"{POSTS}/{{}}.md", {"draft": "yes"}),
    Way("unpublished", f"{POSTS}/{{}}.md", {"published": False}),
    Way("tagged", f"{POSTS}/{{}}.md", {"tags": ["Draft"]}),
    Way("prefixed", f"{POSTS}/{{}}.md", {"title": "DRAFT: {}"}),
    Way("bracketed", f"{POSTS}/{{}}.md", {"title": "[DRAFT] {}"}),
    Way("outside", "_drafts/{}.md", {}, shown_path="docs/_posts/2024-02-01-{}.md"),
    Way("folder", "docs/_drafts/{}.md", {}, shown_path=f"{POSTS}/{{}}.md"),
    Way("draftdocs", f"{POSTS}/kept-{{}}.md", {}, shown_path=f"{POSTS}/{{}}.md"),
    Way("excludedocs", f"{POSTS}/gone-{{}}.md", {}, shown_path=f"{POSTS}/{{}}.md"),
    Way("future", f"{POSTS}/{{}}.md", {"date": date(2099, 1, 1)}),
    Way("expired", f"{POSTS}/{{}}.md", {"expires": date(2020, 1, 1)}),
    Way("folderdefaults", f"{POSTS}/a/{{}}.md", {}, beside=(f"{POSTS}/a/.meta.yml", "draft: true\n")),
    Way("sitedefaults", "docs/_posts/b/2024-02-01-{}.md", {}, shown_path="docs/_posts/c/2024-02-01-{}.md"),
    Way("alias", f"{POSTS}/{{}}.md", {"geheim": True}),
    Way("drafttalk", "docs/talks/{}.md", {"draft": True}, TALK),
    Way("unpublishedtalk", "docs/_talks/{}.md", {"published": False}, TALK),
    Way("taggedtalk", "docs/talks/{}.md", {"tags": ["draft"]}, TALK),
    Way("prefixedtalk", "docs/talks/{}.md", {"title": "DRAFT: {}"}, TALK),
    Way("expiredtalk", "docs/talks/{}.md", {"expires": date(2020, 1, 1)}, TALK),
    Way("joinedtalk", "docs/talks/{}.md", {"draft": True, "talk": "shared"}, TALK),
    Way("defaultstalk", "docs/talks/a/{}.md", {}, TALK, beside=("docs/talks/a/.meta.yml", "draft: true\n")),
    Way("leveltalk", "docs/talks/{}.md", {"level": "{}"}, TALK),
    Way("jekyllpage", "docs/{}.md", {"published": False}, PAGE),
    Way("document", "docs/_recipes/{}.md", {"published": False}, PAGE),
    Way("unlisted", f"{POSTS}/{{}}.md", {"unlisted": True}),
    Way("unlistedtalk", "docs/talks/{}.md", {"unlisted": True}, TALK),
    Way("locked", f"{POSTS}/{{}}.md", {"password": "Sesame"}),
    Way("lockedtalk", "docs/talks/{}.md", {"password": "Sesame"}, TALK),
    Way("noindex", f"{POSTS}/{{}}.md", {"robots": "noindex"}),
    Way("nosearch", f"{POSTS}/{{}}.md", {"search": {"exclude": True}}),
    Way("nositemap", f"{POSTS}/{{}}.md", {"sitemap": False}),
)

SITE = """
    docs/index.md
    | # Home
    |
    | <!-- blogposts: {limit: 99} -->
    |
    | <!-- blogposts: {talks: true, limit: 99} -->
    docs/lists.md
    | # Lists
    |
    | <!-- blogposts: {list: tags} -->
    |
    | <!-- blogposts: {list: categories} -->
    |
    | <!-- blogposts: {list: archive} -->
    docs/guide/index.md
    | # Guide
    |
    | ## First steps
    docs/tags.md
    | # All tags
    |
    | <!-- material/tags -->
    docs/speaking.md
    | # Speaking
    |
    | <!-- blogposts: {list: speaking} -->
    docs/map.md
    | # Map
    |
    | <!-- blogposts: {list: map} -->
    docs/changelog.md
    | # Changelog
    |
    | ## [1.0.0] - 2024-01-15
    |
    | First.
    docs/liquid.md
    | ---
    | title: Liquid
    | description: Lists
    | ---
    | {% for post in site.posts %} {% if post.title != "Pointing" %}
    | {{ post.title }} {{ post.content }} {{ post.excerpt }} {{ post.tags }}
    | {{ post.next.title }} {{ post.previous.url }}
    | {% endif %} {% endfor %}
    | {% for page in site.pages %} {{ page.title }} {{ page.url }} {% endfor %}
    | {% for each in site.collections %} {% for page in each.docs %} {% if page.title != "Pointing" %}
    | {{ page.url }} {{ page.content }}
    | {% endif %} {% endfor %} {% endfor %}
    | {% for tag in site.tags %} {{ tag[0] }} {% for post in tag[1] %} {{ post.title }} {% endfor %} {% endfor %}
    | {% for talk in site.talks %} {{ talk.venue }} {{ talk.title }} {{ talk.content }} {{ talk.excerpt }} {% endfor %}
    docs/_config.yml
    | permalink: /:year/:title/
    | plugins: [jekyll-feed, jekyll-archives]
    | jekyll-archives: {enabled: all}
    | collections: {recipes: {output: true}, talks: {output: true}}
    | feed: {tags: true, categories: [shared], collections: [talks, recipes]}
    | defaults: [{scope: {path: _posts/b}, values: {published: false}}]
"""
LED_TO = [
    way.path.removeprefix("docs/").format(way.word) for way in WAYS if way.is_held_back and way.path.startswith("docs/")
]
"""Files to which the configuration leads."""
PLUGINS: list[Any] = [
    "search",
    "meta",
    "tags",
    "blogposts",
    {"redirects": {"redirect_maps": {f"old-{number}.md": path for number, path in enumerate(LED_TO)}}},
    {"rss": {"match_path": ".*", "date_from_meta": {"as_creation": "date"}, "use_git": False, "pretty_print": True}},
    {"llmstxt": {"full_output": "llms-full.txt", "sections": {"All": ["*"]}}},
    {"encryptcontent": {"tag_encrypted_page": False, "selfhost": False, "password_inventory": {"staff": "Sesame"}}},
]
OPTIONS: Mapping[str, Any] = {
    "authors_profiles": True,
    "backlinks": True,
    "changelog": ["changelog.md"],
    "covers": True,
    "draft_if_future_date": True,
    "events": True,
    "feeds_archive": True,
    "feeds_content": "full",
    "feeds_sections": ["guide"],
    "jekyll_pages": True,
    "key_aliases": {"draft": ["geheim"]},
    "pagination_per_page": 50,
    "related": 50,
    "talks_embed": True,
    "talks_map": True,
}


def write(site: Site, **options: Any) -> Site:
    """Write all that does not change with what is held back."""
    site.write(SITE).config(plugins=PLUGINS, draft_docs="kept-*", exclude_docs="gone-*").blogposts(
        **{**OPTIONS, **options}
    )
    authors = {way.word: {"name": way.word, "description": way.word, "avatar": "/a.png"} for way in WAYS}
    authors["ada"] = {"name": "Ada", "description": "Writes", "avatar": "/a.png"}
    site.put("docs/blog/.authors.yml", yaml.safe_dump({"authors": authors}))
    site.put("docs/a.png", png(8, 8))
    shared = {"tags": ["Shared"], "categories": ["Shared"], "authors": ["ada"], "series": "Shared"}
    for number, title in enumerate(("Before", "After")):
        head = {"title": title, "date": date(2024, 1 + 2 * number, 10), **shared}
        text = "See [the guide](../../guide/index.md) and [it](../../talks/open.md)."
        site.put(f"{POSTS}/{title.lower()}.md", _file(head, text))
    head = {"title": "Open", "venue": "PyConf", "date": date(2024, 1, 20), "tags": ["Shared"], "speakers": ["ada"]}
    site.put("docs/talks/open.md", _file(head | {"talk": "shared"}, "See [the guide](../guide/index.md)."))
    return site


def put_texts(site: Site, *, is_held_back: bool) -> None:
    """Write each of the texts, held back in its way or for all to see, and what leads to them."""
    for way in WAYS:
        path, other = (way.path, way.shown_path) if is_held_back else (way.shown_path or way.path, way.path)
        head = _head_of(way)
        if is_held_back:
            head |= {
                key: [*head["tags"], *value] if key == "tags" else value.format(way.word) if key == "title" else value
                for key, value in way.head.items()
            }
        if other and other != path:
            for name in (other.format(way.word), _picture_of(way, other)):
                (site.root / name).unlink(missing_ok=True)
        site.put(path.format(way.word), _file(head, _text_of(way, path)))
        site.put(_picture_of(way, path), png(8, 8))
        if way.name in WITH_SLIDES:
            site.put(f"{path.rpartition('/')[0]}/{way.word}.pdf", pdf(slide((24, way.text_word))))
        name, text = way.beside
        if name and is_held_back:
            site.put(name, text)
        elif name:
            (site.root / name).unlink(missing_ok=True)
    site.put(
        "docs/pointers.md", f"# Pointers\n\n{'Points. ' * 30}\n\n" + "\n\n".join(_links("", is_held_back=is_held_back))
    )
    names = [way.word for way in WAYS if way.kind == POST]
    head = {"title": "Pointing", "date": date(2024, 2, 10), "supersedes": names, "superseded_by": names[::-1]}
    # Of a page without a description, mkdocs-rss-plugin shows the beginning as its author wrote it.
    head |= {"description": "Points", "talks": [way.word for way in WAYS if way.kind == TALK]}
    site.put(f"{POSTS}/pointing.md", _file(head, "\n\n".join(_links("../../", is_held_back=is_held_back))))


def _head_of(way: Way) -> dict[str, Any]:
    """Front matter that says the word of a way in each field."""
    word = way.word
    head: dict[str, Any] = {
        "title": word,
        "date": date(2024, 2, 1),
        "tags": ["Shared", word],
        "description": word,
        "redirect_from": [f"/old/{word}/"],
        "header": {
            "overlay_color": "red",
            "caption": word,
            "actions": [{"label": word, "url": f"https://example.com/{word}"}],
        },
        "teaser": {"path": f"https://example.com/{word}.png", "alt": word},
        "tagline": word,
        "excerpt": word,
        "citation": word,
        "slidesurl": f"https://example.com/slides-{word}",
        "videourl": f"https://example.com/video-{word}",
        "paperurl": f"https://example.com/paper-{word}",
        "codeurl": f"https://example.com/code-{word}",
        "bibtexurl": f"https://example.com/bib-{word}",
        "feed": {"id": f"urn:{word}"},
        "toc_label": word,
        "subtitle": word,
    }
    if way.kind == POST:
        head |= {
            "updated": date(2024, 2, 2),
            "categories": ["Shared", word],
            "authors": ["ada", word],
            "series": ["Shared", word],
            "supersedes": "before",
            "superseded_by": "after",
            "talks": ["open"],
            "links": [{word: f"https://example.com/{word}"}],
            "link": f"https://example.com/{word}",
        }
    if way.kind == TALK:
        head |= {
            "venue": word,
            "location": f"{word}, Prague",
            "address": word,
            "coordinates": [50.08, 14.43],
            "speakers": ["ada", word],
            "event_url": f"https://example.com/event-{word}",
            "deliveries": [
                {"event": f"{word} again", "date": date(2031, 3, 1), "location": word, "coordinates": [1, 2]}
            ],
            "abstract": word,
            "language": word,
            "level": f"Beginner, {word}",
            "doi": f"10.1000/{word}",
            "projects": [word],
            "chapters": [f"0:00 {word}"],
            "links": [{"name": word, "url": f"https://example.com/{word}"}],
        }
    if way.name in WITH_SLIDES:
        head["slidesurl"] = f"{word}.pdf"
    return head


def _text_of(way: Way, path: str) -> str:
    """A text that says its word in each kind of piece, and leads to what is for all."""
    word, up = way.text_word, "../" * path.removeprefix("docs/").count("/") if path.startswith("docs/") else "/"
    end = ".md" if up != "/" else "/"
    guide, talk = (f"{up}guide/index.md", f"{up}talks/open{end}") if up != "/" else ("/guide/", "/talks/open/")
    return (
        f"{word} begins, as [the guide {word}]({guide}) and [the talk {word}]({talk}) have it.\n\n<!-- more -->\n\n"
        f"## {word} heading\n\n![{word}]({word}.png)\n\n[{word}](https://example.com/{word})\n\n"
        f"```\n{word} code\n```\n\nhttps://www.youtube.com/watch?v={word}\n"
    )


def _picture_of(way: Way, path: str) -> str:
    """A file beside a text, to which that alone leads."""
    return f"{path.rpartition('/')[0]}/{way.text_word}.png"


def _links(up: str, *, is_held_back: bool) -> Iterator[str]:
    """Links to each of the texts that nobody is to find, whose own words tell nothing."""
    for way in WAYS:
        path = way.path if is_held_back else way.shown_path or way.path
        if way.is_held_back and path.startswith("docs/"):
            yield f"[so]({up}{path.removeprefix('docs/').format(way.word)})"
        if way.is_held_back:
            yield f"[so](/old/{way.word}/)"


def _file(head: Mapping[str, Any], text: str) -> str:
    return f"---\n{yaml.safe_dump(dict(head), sort_keys=False)}---\n{text}\n"
