"""The URLs of jekyll-archives, each of which answers as Jekyll has it."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.migration.old_site import write_old

if TYPE_CHECKING:
    from tests.site import Site

TREE = """
    _config.yml
    | plugins: [jekyll-archives]
    | jekyll-archives:
    |   enabled: all
    |   permalinks: {tag: "/x-topics/:name/", category: "/x-shelf-:name.html"}
    _posts/2024-03-02-sea.md
    | ---
    | tags: [nano 2.8.4, C++, "großer Fisch"]
    | categories: [Big News]
    | ---
    | Text.
    _posts/2024-03-05-land.md
    | ---
    | tags: [nano 2.8.4]
    | ---
    | Text.
    _posts/2023-11-30-air.md
    | Text.
"""


@pytest.fixture
def archived(site: Site) -> Site:
    return site.blogposts(jekyll_pages=True).put("docs/index.md", "# Home\n").write(TREE)


@pytest.mark.jekyll
def test_every_url_of_jekyll_answers(archived: Site, jekyll: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    tmp_path = tmp_path_factory.mktemp("archives")
    old = write_old(tmp_path / "old", TREE)
    command = [jekyll, "build", "--quiet", "--disable-disk-cache", "--destination", str(tmp_path / "theirs")]
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(command, cwd=old, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    theirs = {path.relative_to(tmp_path / "theirs").as_posix() for path in (tmp_path / "theirs").rglob("*.html")}

    ours = archived.build(strict=True).files

    assert len(theirs) > 10
    assert theirs - ours == set()


def test_years_and_months_are_lists_and_a_day_leads_to_its_month(archived: Site) -> None:
    built = archived.build(strict=True)

    assert [card.title for card in built.page("2024/").cards] == ["Land", "Sea"]
    assert [card.title for card in built.page("2024/03/").cards] == ["Land", "Sea"]
    assert built.page("2024/03/").heading == "March 2024"
    assert [card.title for card in built.page("2023/11/").cards] == ["Air"]
    assert re.search(r'url=([^"]*)', built.page("2024/03/05/").html, re.IGNORECASE)
    assert built.page("2024/03/05/").links[0].url == "2024/03/"
    assert [card.title for card in built.page("x-topics/nano-2-8-4/").cards] == ["Land", "Sea"]
    assert built.page("x-shelf-big-news.html").links[0].url == "blog/category/big-news/"


def test_an_option_of_the_site_wins(archived: Site) -> None:
    archived.blogposts(jekyll_pages=True, tags_url_format="tag/{slug}", archive_url_format="old/{date}")
    built = archived.build(strict=True)

    assert "blog/tag/nano-2-8-4/" in built.pages
    assert built.page("2024/").links[0].url == "blog/old/2024/"
    assert built.page("2024/03/05/").links[0].url == "2024/03/"
    assert built.page("x-topics/nano-2-8-4/").links[0].url == "blog/tag/nano-2-8-4/"


def test_without_lists_of_months_days_and_months_lead_to_their_year(archived: Site) -> None:
    options = 'enabled: [day, month, year], permalinks: {month: "/x-:year-:month.html"}'
    archived.put("_config.yml", f"plugins: [jekyll-archives]\njekyll-archives: {{{options}}}\n")

    built = archived.build(strict=True)

    assert {built.page(url).links[0].url for url in ("2024/03/05/", "x-2024-03.html")} == {"2024/"}
    assert "2024/03/" not in built.pages
