"""What is told of a link, without a build: of what kind it is, how much it weighs, and what it may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_blogposts.faults import Faults, Kind, Level, Place
from mkdocs_blogposts.placement.link_faults import LinkFaults, Written
from mkdocs_blogposts.urls.link_index import LinkIndex, Target

if TYPE_CHECKING:
    from pathlib import Path

HINT = "write the path of a file, or a URL from the site's root"


@pytest.fixture
def links(tmp_path: Path) -> LinkFaults:
    return links_of(tmp_path, not_found="info", absolute_links="relative_to_docs", unrecognized_links="warn")


def links_of(tmp_path: Path, **levels: str) -> LinkFaults:
    """What tells the links of a site with one page."""
    (tmp_path / "docs").mkdir()
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    config.load_dict({"site_name": "S", "docs_dir": str(tmp_path / "docs"), "validation": {"links": levels}})
    assert config.validate()[0] == []
    file = File("guide.md", None, config.site_dir, use_directory_urls=True)
    return LinkFaults(config, LinkIndex(Files([file]), ("https://e.org/",)), Faults())


def told(links: LinkFaults, url: str, written: Written | None = None, **more: Level) -> tuple[str, Level, str | None]:
    """What is told of a link that leads nowhere, how loudly, and with what hint."""
    links.leads_nowhere(url, written or Written(path="a.md", place=Place(2, 3)), **more)
    (fault,) = links.faults.found
    return str(fault).partition("\n")[0], fault.level, fault.hint


@pytest.mark.parametrize(
    ("url", "message", "level", "hint"),
    [
        ("gone.md", "link: 'gone.md' leads nowhere in this site", Level.INFO, HINT),
        ("/gone/", "link: '/gone/' leads nowhere in this site", Level.INFO, HINT),
        ("gone/", "link: 'gone/' leads nowhere in this site", Level.WARNING, HINT),
        ("gone/#a.md", "link: 'gone/#a.md' leads nowhere in this site", Level.WARNING, HINT),
        ("https://e.org/gone/", "link: 'https://e.org/gone/' leads nowhere in this site", Level.INFO, HINT),
        ("http://[x", "link: 'http://[x' is not a URL", Level.INFO, HINT),
        ("guides/", "link: 'guides/' leads nowhere in this site", Level.WARNING, "did you mean '/guide/'?"),
        (
            "https://e.org/guides/#x",
            "link: 'https://e.org/guides/#x' leads nowhere in this site",
            Level.INFO,
            "did you mean '/guide/'?",
        ),
        (
            "/docs/guide.md",
            "link: '/docs/guide.md' leads nowhere in this site",
            Level.INFO,
            "write `/guide.md`: such paths count from `docs_dir`",
        ),
        ("a.PNG?x", "picture: there is no file 'a.PNG?x'", Level.INFO, HINT),
        ("a.jpeg#x", "picture: there is no file 'a.jpeg#x'", Level.INFO, HINT),
    ],
)
def test_a_link_that_leads_nowhere(links: LinkFaults, url: str, message: str, level: Level, hint: str) -> None:
    assert told(links, url) == (f"a.md:2:3: {message}", level, hint)


def test_a_key_of_front_matter_is_named(links: LinkFaults) -> None:
    written = Written(path="a.md", key="talks[0]")

    assert told(links, "a.png", written) == ("a.md: talks[0]: 'a.png' leads nowhere in this site", Level.INFO, HINT)


def test_it_weighs_no_more_than_is_asked_for(links: LinkFaults) -> None:
    assert told(links, "gone/", at_most=Level.INFO)[1] is Level.INFO


def test_what_a_site_does_not_want_to_know_is_not_told_unless_it_says_so(links: LinkFaults) -> None:
    links.leads_nowhere("gone/", Written(path="a.md"), at_most=Level.IGNORE)
    assert links.faults.found == []

    chosen = Faults(chosen={Kind.LINK: Level.ERROR})
    LinkFaults(links.config, links.index, chosen).leads_nowhere("gone/", Written(path="a.md"), at_most=Level.IGNORE)
    assert [fault.level for fault in chosen.found] == [Level.ERROR]


@pytest.mark.parametrize(("chosen", "level"), [("warn", Level.WARNING), ("ignore", None)])
def test_a_link_from_the_root_weighs_what_the_site_says(tmp_path: Path, chosen: str, level: Level | None) -> None:
    links = links_of(tmp_path, absolute_links=chosen, not_found="info")

    links.leads_nowhere("/gone/", Written(path="a.md"))

    assert [fault.level for fault in links.faults.found] == ([level] if level else [])


@pytest.mark.parametrize(
    ("key", "name", "left"), [("", "link", "only its text is left"), ("links", "links", "it is left out")]
)
def test_a_link_to_what_is_held_back(links: LinkFaults, key: str, name: str, left: str) -> None:
    file = links.index.files.get_file_from_path("guide.md")
    assert file is not None
    links.is_held_back("guide.md", Target(file, ""), Written(path="a.md", key=key))

    (fault,) = links.faults.found
    assert fault.level is Level.INFO
    assert str(fault) == (
        f"a.md: {name}: 'guide.md' leads to a page that is held back, so {left}\n"
        "    publish that page, or take the link out"
    )
