"""Pages that the import writes itself, at URLs of listings that Liquid made before."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

import yaml

from ..jekyll.scholar import COLLECTION
from .answers import How
from .plan import ROBOTS
from .source_site.addresses import url_key
from .source_site.old_listings import Purpose
from .source_site.old_site import Role, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ..jekyll.jekyll_feed import FurtherFeed
    from .plan import Plan
    from .replacements import OldListing
    from .source_site.addresses import Address
    from .source_site.old_listings import Listing

_PAGES = "_pages"
_REQUESTS = {
    Purpose.BLOG: "<!-- blogposts: {list: archive} -->",
    Purpose.TAGS: "<!-- blogposts: {list: tags} -->",
    Purpose.CATEGORIES: "<!-- blogposts: {list: categories} -->",
}
"""What asks the plugin for a list."""
_PAPERS = "<!-- blogposts: {list: publications} -->"
"""The same for the papers that have pages."""
_FEED = """\
---
---
<?xml version="1.0" encoding="utf-8"?>
{% assign posts = POSTS -%}
<feed xmlns="http://www.w3.org/2005/Atom">
<title>{{ site.title | xml_escape }}</title>
<link rel="self" type="application/atom+xml" href="{{ '/PATH' | absolute_url }}"/>
<id>{{ '/PATH' | absolute_url }}</id>
<updated>{{ posts.first.date | date_to_xmlschema }}</updated>
{% for post in posts limit: 10 -%}
<entry>
<title>{{ post.title | strip_html | xml_escape }}</title>
<link href="{{ post.url | absolute_url }}"/>
<id>{{ post.url | absolute_url }}</id>
<updated>{{ post.date | date_to_xmlschema }}</updated>
<content type="html">{{ post.content | xml_escape }}</content>
</entry>
{% endfor -%}
</feed>
"""
"""What makes the feed of a part of the site."""
_FORMATTING = re.compile("&lt;(/?(?:sup|sub|em|i|strong|b|code|small))>")
_ENTITY = re.compile(r"&amp;(#?\w+;)")
_DOCUMENTS = (Role.DOCUMENT, Role.TALK)
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


class MadePages:
    """Those pages, by their path in the new site, and by the URL that they answer."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.texts: dict[str, str] = {}
        self.by_url: dict[str, str] = {}
        files = plan.site.files if plan.paths.leave_files else plan.carried
        self._taken = {str(file.path) for file in files}
        if not plan.paths.leave_files:
            self._heads()
        replacements = plan.replacements
        for old in replacements.listings:
            if replacements.is_made(old):
                self._add(old.address.url, _page(old, self._body(old.listing)))
        for part in plan.part_feeds:
            self._feed(part)
        if any(answer.old == f"/{ROBOTS}" and answer.how is How.MADE for answer in plan.answers):
            self.texts[f"docs/{ROBOTS}"] = f"Sitemap: {plan.identity.url.rstrip('/')}/sitemap.xml\n"
        for redirect in plan.redirects:
            # Without a host in front, so that it leads to where the site is, wherever that may be.
            self._add(redirect.old, _text({"permalink": redirect.old, "redirect_to": redirect.now, "sitemap": False}))

    def _feed(self, part: FurtherFeed) -> None:
        """Write what Liquid makes a feed of."""
        if not part.path.startswith("/") and ".." not in part.path:
            self.texts[f"docs/{part.path}"] = _FEED.replace("POSTS", part.posts).replace("PATH", escape(part.path))

    def _heads(self) -> None:
        """Write the titles that our listings had on the old site."""
        replacements = self.plan.replacements
        blog = "docs/index.md" if replacements.blog_dir == "." else f"docs/{replacements.blog_dir}/index.md"
        talks = f"docs/{replacements.talks_dir}/index.md"
        tags = f"docs/{replacements.tags_url.strip('/')}.md"
        listed = replacements.talks if self.plan.count(Role.TALK) else None
        for path, old in ((blog, replacements.blog), (talks, listed), (tags, replacements.tags)):
            if old and path not in {dest for _, dest in self.plan.copies}:
                is_nameless = old is replacements.blog and not old.address.file.values.get("title")
                title = "Blog" if is_nameless and url_key(old.address.url) == "" else old.address.title
                self.texts[path] = f"# {_escaped(title)}\n{_own_text(old)}"

    def _add(self, url: str, text: str) -> None:
        stem = re.sub(r"[^\w.-]+", "-", url_key(url)).strip("-.") or "home"
        names = (f"{_PAGES}/{stem}{suffix}.md" for suffix in ("", *(f"-{number}" for number in range(2, 1000))))
        path = next(name for name in names if name not in self._taken)
        self._taken.add(path)
        self.texts[path] = text
        self.by_url[url_key(url)] = path

    def _body(self, listing: Listing) -> str:
        if listing.purpose is Purpose.COLLECTION and listing.label == COLLECTION:
            return _PAPERS
        if listing.purpose is Purpose.COLLECTION:
            return self._list(listing.label) or "There is nothing here yet."
        return _REQUESTS[listing.purpose]

    def _list(self, label: str) -> str:
        """Links to all pages of a collection, newest first."""
        pages = [
            address
            for address in self.plan.addresses
            if address.file.collection == label and address.file.role in _DOCUMENTS and not address.held_back
        ]
        newest = sorted(pages, key=lambda page: (page.date or _LONG_AGO, page.url), reverse=True)
        return "\n".join(self._line(page) for page in newest)

    def _line(self, page: Address) -> str:
        target = f"../{self.plan.paths.src_uri(page.file)}"
        venue = as_text(page.file.values.get("venue"))
        year = str(page.date.year) if page.date else ""
        about = ", ".join(filter(None, (venue, "" if year in venue else year)))
        target = f"<{target}>" if set(target) & set(" ()") else target
        return f"- [{_escaped(page.title)}]({target})" + (f" · {_escaped(about)}" if about else "")


def _page(old: OldListing, body: str) -> str:
    head: dict[str, Any] = {"title": old.address.title, "permalink": old.address.url}
    if old.address.old_urls:
        head["redirect_from"] = list(old.address.old_urls)
    own = old.address.file.head.body.strip() if old.address.file.head else ""
    return _text(head, f"{own}\n\n{body}" if own else body)


def _text(head: Mapping[str, Any], body: str = "") -> str:
    dumped = yaml.safe_dump(dict(head), allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{dumped}---\n" + (f"\n{body}\n" if body else "")


def _own_text(old: OldListing) -> str:
    """What the page says itself, where no Liquid is in it."""
    file = old.address.file
    body = file.head.body.strip() if file.head else ""
    return f"\n{body}\n" if body and not re.search(r"\{[{%]", body) else ""


def _escaped(text: str) -> str:
    """Text that Markdown takes for nothing but text, with formatting and entities of HTML, which titles have."""
    escaped = re.sub(r"([\\`*_\[\]])", r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")
    return _ENTITY.sub(r"&\1", _FORMATTING.sub(r"<\1>", escaped))
