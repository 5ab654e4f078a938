"""Whatever names another page in front matter follows the rule for links in texts, in each of its spellings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.utils import get_relative_url

from mkdocs_blogposts.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.built import Page
    from tests.site import Site

STATES = {
    "draft": "date: 2024-01-31\ndraft: true",
    "future": "date: 2999-01-31",
    "unpublished": "date: 2024-01-31\npublished: false",
    "expired": "date: 2024-01-31\nexpires: 2024-02-01",
}
"""Why a page is held back, and the front matter that says so."""

FORMS = {
    "file": "{}.md",
    "permalink": "/named/{}/",
    "without slash": "/named/{}",
    "from the root": "named/{}/",
    "base path": "/notes/named/{}/",
    "base path, without slash": "/notes/named/{}",
    "the site's own URL": "https://example.org/notes/named/{}/",
    "anchor": "/named/{}/#part",
}
"""How a page is named."""

NOWHERE = {"file": "{}-gone.md", "permalink": "/gone/{}/", "own URL": "https://example.org/notes/gone/{}.html"}

KEYS: Mapping[str, str] = {
    "link": "link: {}",
    "paperurl": "paperurl: {}",
    "slidesurl": "slidesurl: {}",
    "url_video": "url_video: {}",
    "codeurl": "codeurl: {}",
    "bibtexurl": "bibtexurl: {}",
    "header.cta_url": "header: {{overlay_color: black, cta_url: '{}'}}",
    "header.actions[0].url": "header: {{overlay_color: black, actions: [{{label: Go, url: '{}'}}]}}",
    "links": "links: [{{Go: '{}'}}]",
    "canonical_url": "canonical_url: {}",
    "url": "authors: [{{name: Jane NAME, url: '{}'}}]",
    "redirect_to": "redirect_to: {}",
}
"""What a message calls a key, and how it names a page."""

URLS = ("gone.md", "gone/", "/gone/", "https://example.org/notes/gone.html", "www.example.com")

POST = "---\ntitle: {name}\ndate: 2024-02-01\n{head}\n---\nText.\n"


@pytest.fixture
def notes(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site below a path, with a page of each state that others name, and that no listing shows."""
    site.config(site_url="https://example.org/notes/")
    site.blogposts(draft_if_future_date=True, pagination=False, feeds=False, archive=False, workers=1, cache=False)
    for name, head in {"seen": "date: 2024-01-31", **STATES}.items():
        site.put(
            f"docs/blog/posts/{name}.md",
            f"---\ntitle: {name}\npermalink: /named/{name}/\nunlisted: true\n{head}\n---\n## Part\n",
        )
    site.save()
    monkeypatch.chdir(site.root)
    return site


def write(site: Site, states: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, str, str, str]]:
    """A post for each key and each form in which each state is named; of each: key, form, state and address."""
    posts: dict[str, tuple[str, str, str, str]] = {}
    for key, head in KEYS.items():
        for state, forms in states.items():
            for form, spelling in forms.items():
                name, address = f"p{len(posts)}", spelling.format(state)
                posts[name] = (key, form, state, address)
                text = POST.format(name=name, head=head.format(address).replace("NAME", name))
                site.put(f"docs/blog/posts/{name}.md", text)
    return posts


def hrefs(page: Page, part: str) -> set[str]:
    """All that a page leads to in which there is some `part`, as it is written."""
    return {href for node in page.css("[href]") if part in (href := node.attributes["href"] or "")}


def told() -> dict[str, tuple[str, str]]:
    """Level and message of what is told of each post, without its place."""
    output = CliRunner().invoke(main, ["check"]).output
    found = re.findall(r"^(?:(\w+):? +)?docs/blog/posts/(p\d+)\.md:\d+:\d+: (.*)", output, re.MULTILINE)
    return {name: (level, message) for level, name, message in found}


def test_every_key_leads_right_in_every_form(notes: Site) -> None:
    posts = write(notes, {"seen": FORMS})
    built = notes.build(strict=True)

    assert built.exit_code == 0, built.log
    wrong = {}
    cards = {card.title: card.url for card in built.page("blog/").cards}
    for name, (key, form, _, address) in posts.items():
        url = "named/seen/#part" if form == "anchor" else "named/seen/"
        page = built.page(f"blog/2024/02/01/{name}/")
        right = {get_relative_url(url, page.url)}
        if key in {"canonical_url", "redirect_to"}:
            right = {f"https://example.org/notes/{url}"} | (right if key == "redirect_to" else set())
        if hrefs(page, "named/") != right or (key == "link" and cards[name] != url):
            wrong[key, form, address] = hrefs(page, "named/")
    assert wrong == {}
    assert built.faults == []


def test_what_is_held_back_is_told_and_not_named(notes: Site) -> None:
    posts = write(notes, {key: {name: FORMS[name] for name in ("file", "permalink")} for key in STATES})
    built = notes.build()

    redirect = "blog/2024/01/31/seen/"
    assert [url for url in built.pages if hrefs(built.page(url), "named/")] == [redirect, "named/seen/"]
    result = {"links": "it is left out", "redirect_to": "the page stays"}
    assert built.exit_code == 0
    faults = told()
    wrong = {}
    for name, (key, _, state, address) in posts.items():
        message = f"{key}: '{address}' leads to a page that is held back ({state}), so "
        if faults.get(name, ("", ""))[1] != message + result.get(key, "it is left out"):
            wrong[name] = (key, faults.get(name))
        assert "Text." in built.page(f"blog/2024/02/01/{name}/").text
    assert wrong == {}


def test_what_leads_nowhere_is_told_as_in_texts(notes: Site) -> None:
    posts = write(notes, {"seen": NOWHERE})
    built = notes.build()

    assert built.exit_code == 0
    warned = {found[1] for warning in built.warnings if (found := re.search(r"/(p\d+)\.md", warning))}
    assert {posts[name][1] for name in warned} == {"file"}, "MkDocs warns of files, and of nothing else"
    faults = told()
    assert {name: faults.get(name, ("", ""))[1] for name in posts} == {
        name: f"{key}: '{address}' leads nowhere in this site" for name, (key, _, _, address) in posts.items()
    }


def test_talks_and_authors_are_named_in_the_same_ways(notes: Site) -> None:
    head = "---\ntitle: {0}\npermalink: /named/{0}/\nvenue: PyCon\n{1}\n---\n"
    for name, more in {"talk": "date: 2024-01-01", "secret": "draft: true"}.items():
        notes.put(f"docs/talks/{name}.md", head.format(name, more))
    forms = [form.format("talk") for form in FORMS.values() if "#" not in form]
    for number, address in enumerate((*forms, "../../talks/talk.md", "/named/secret/")):
        notes.put(f"docs/blog/posts/t{number}.md", POST.format(name=f"t{number}", head=f"talks: ['{address}']"))
    addresses = {"jane": "blog/posts/seen.md", "joe": "/named/draft/", "jo": "nowhere/", "jack": "/notes/named/seen"}
    people = "".join(f"  {id_}: {{name: {id_}, description: x, url: {url}}}\n" for id_, url in addresses.items())
    notes.put("docs/blog/.authors.yml", f"authors:\n{people}")
    notes.put("docs/blog/posts/who.md", POST.format(name="who", head=f"authors: [{', '.join(addresses)}]"))
    notes.put("docs/index.md", "# Home\n\n<!-- blogposts: {limit: 30} -->\n")
    notes.put("docs/blog/posts/away.md", POST.format(name="away", head="link: seen.md"))

    built = notes.build()

    shown = {url: built.page(f"blog/2024/02/01/{url}/").cards for url in (f"t{n}" for n in range(len(forms) + 2))}
    assert {url for url, cards in shown.items() if [card.title for card in cards] != ["talk"]} == {f"t{len(forms) + 1}"}
    assert hrefs(built.page("blog/2024/02/01/who/"), "named/") == {"../../../../../named/seen/"}
    assert [card.url for card in built.page("").cards if card.title == "away"] == ["named/seen/"]
    assert [warning.splitlines()[0] for warning in built.warnings] == [
        (
            "docs/blog/.authors.yml:3:41: url: '/named/draft/' leads to a page that is held back (draft),"
            " so it is left out"
        ),
        f"docs/blog/posts/t{len(forms) + 1}.md:4:9: talks: 'secret' is held back (draft), so it is not shown",
    ]
    assert "docs/blog/.authors.yml:4:39: url: 'nowhere/' leads nowhere in this site" in {
        fault.splitlines()[0] for fault in built.faults
    }


def test_what_is_green_with_materials_blog_is_green(notes: Site) -> None:
    people = "".join(f"  p{n}: {{name: P, description: x, avatar: x.png, url: {url}}}\n" for n, url in enumerate(URLS))
    notes.put("docs/blog/.authors.yml", f"authors:\n{people}").put("docs/guide.md", "# Guide\n\n## Part\n")
    links = ["guide.md", {"Part": "guide.md#part"}, {"Away": [{"There": "https://example.org/notes/gone.html"}]}]
    head = {"authors": [f"p{n}" for n, _ in enumerate(URLS)], "links": links}
    notes.put("docs/blog/posts/a.md", f"---\ndate: 2024-02-01\n{yaml.safe_dump(head)}---\n# A\n\nText.\n")
    for name in STATES:
        notes.delete(f"docs/blog/posts/{name}.md")
    ours = notes.build(strict=True)
    theirs = notes.config(plugins=["search", {"blog": {"archive": False}}]).build(strict=True)

    assert (theirs.exit_code, theirs.warnings) == (0, [])
    assert (ours.exit_code, ours.warnings) == (0, [])
