"""The language of the tests itself, on sites without a blog."""

from __future__ import annotations

import socket
import subprocess
import sys
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.built import Link, Page
from tests.deadline import ends_within
from tests.kept_templates import COMPILED
from tests.links import broken_links
from tests.offline.sitecustomize import ASKED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site import Site


@pytest.fixture(autouse=True)
def _no_blog(site: Site) -> None:
    site.without_blog()


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_site_is_built_for_real(site: Site, theme: str) -> None:
    site.config(theme=theme, site_url="https://example.org/docs/").write("""
        docs/index.md
        | # Home
        |
        | Go to [the guide](guide.md#start), or [away](https://example.com/).
        docs/guide.md
        | # Guide
        |
        | ## Start
    """)

    built = site.build()

    assert built.exit_code == 0
    assert built.warnings == built.errors == built.faults == []
    assert {"index.html", "guide/index.html", "sitemap.xml"} <= built.files
    assert built.pages[:1] == [""]
    home = built.page()
    assert "Site" in home.title
    assert home.heading == "Home"
    assert "Go to the guide, or away." in home.text
    assert Link("the guide", "guide/#start") in home.links
    assert Link("away", "https://example.com/") in home.links
    assert "https://example.org/docs/guide/" in built.sitemap
    assert "guide/#start" in [piece["location"] for piece in built.search]
    assert broken_links(built.dir, "/docs/") == []


def test_what_a_build_says_is_heard(site: Site) -> None:
    site.write("""
        docs/index.md
        | [nowhere](gone.md)
    """)

    assert "gone.md" in site.build().warnings[0]
    assert site.build(strict=True).exit_code == 1


def test_a_broken_configuration_stops_a_build(site: Site) -> None:
    built = site.config(theme="no-such-theme").build()

    assert built.exit_code == 1
    assert "no-such-theme" in built.errors[0]


def test_serve_builds_again_after_a_change(site: Site) -> None:
    site.config(site_url="https://example.org/docs/").write("docs/index.md\n| # One")

    with site.serve() as preview:
        assert preview.build().page().heading == "One"
        site.write("docs/index.md\n| # Two")
        again = preview.build()

    assert again.page().heading == "Two"
    assert "http://127.0.0.1:8000/docs/" in again.sitemap
    assert str(site.root / "docs") in preview.watched


def test_the_command_line_is_run_as_a_user_runs_it(site: Site) -> None:
    built, said = site.write("docs/index.md\n| [nowhere](gone.md)").run_build("--strict")

    assert built.exit_code == 1
    assert "gone.md" in built.warnings[0]
    assert "gone.md" in said
    assert "Traceback" not in said


def test_dead_links_are_found(site: Site) -> None:
    site.put("site/index.html", '<a href="/elsewhere/">out</a> <a href="a/#no">no heading</a> <img src="b.png">')
    site.put("site/a/index.html", '<a href="../#top">fine</a>')

    assert broken_links(site.root / "site", "/docs/") == [
        "index.html: /elsewhere/ leads out of the site",
        "index.html: a/#no leads to no heading",
        "index.html: b.png leads to no file",
    ]


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("../", "blog/"),
        ("../../", ""),
        ("#top", "blog/post/#top"),
        ("/docs/talks/", "talks/"),
        ("/talks/", "/talks/"),
        ("mailto:me@example.org", "mailto:me@example.org"),
        ("//example.org/x", "//example.org/x"),
        pytest.param("../../../x", "http://site.invalid/~~/x", id="climbs out of the site"),
    ],
)
def test_links_are_told_from_the_root_of_the_site(href: str, url: str) -> None:
    assert Page("blog/post/", "<body>", "https://example.org/docs/").resolve(href) == url


HOSTS = {"192.0.2.1": socket.AF_INET, "2001:db8::1": socket.AF_INET6, "example.org": socket.AF_INET}
WAYS: dict[str, Callable[[socket.socket, str], object]] = {
    "connect": lambda sock, host: sock.connect((host, 80)),
    "connect_ex": lambda sock, host: sock.connect_ex((host, 80)),
    "sendto": lambda sock, host: sock.sendto(b"", (host, 53)),
    "sendmsg": lambda sock, host: sock.sendmsg([b""], [], 0, (host, 53)),
    "create_connection": lambda _, host: socket.create_connection((host, 80)),
    "getaddrinfo": lambda _, host: socket.getaddrinfo(host, 80),
    "gethostbyname": lambda _, host: socket.gethostbyname(host),
    "gethostbyname_ex": lambda _, host: socket.gethostbyname_ex(host),
    "gethostbyaddr": lambda _, host: socket.gethostbyaddr(host),
}


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("way", WAYS)
def test_no_test_reaches_the_network(way: str, host: str) -> None:
    if way == "sendmsg" and sys.platform == "win32":
        pytest.skip("Windows has none")
    with socket.socket(HOSTS[host], socket.SOCK_DGRAM) as sock, pytest.raises(OSError, match=f"asks for {host}"):
        WAYS[way](sock, host)


def test_no_process_of_a_test_reaches_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tmp_path / "asked.txt"
    monkeypatch.setenv(ASKED, str(asked))
    code = "import urllib.request; urllib.request.urlopen('http://example.org/')"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert "asks for example.org" in ran.stderr
    assert asked.read_text(encoding="utf-8") == "example.org\n"


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TimeoutError), ends_within(1):
        sum(1 for _ in count())


def test_a_second_build_compiles_no_template_of_the_theme(site: Site) -> None:
    site.config(plugins=["search", "blogposts"]).build()
    compiled = dict(COMPILED.codes)

    site.build()

    assert compiled
    assert compiled == COMPILED.codes
