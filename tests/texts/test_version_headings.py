"""Headings of changelogs in the forms that people write: which version, and which day."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_blogposts.texts.version_headings import Release, Undated, read_heading, releases_in

DAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("heading", "version", "label"),
    [
        ("## [1.2.0] - 2026-01-31", "1.2.0", "1.2.0"),
        ("## 1.2.0 (2026-01-31)", "1.2.0", "1.2.0"),
        ("## [1.2.0](https://example.org/compare/v1.1.0...v1.2.0) (2026-01-31)", "1.2.0", "1.2.0"),
        ("# [1.2.0][new] (2026-01-31)", "1.2.0", "1.2.0"),
        ("## v1.2 \u2013 January 31, 2026", "1.2", "v1.2"),
        ("## v1.2 — 31 January 2026", "1.2", "v1.2"),
        ("## 1.2, released on Jan 31st, 2026", "1.2", "1.2"),
        ("### 9.5.0 <small>January 31, 2026</small> { #9.5.0 }", "9.5.0", "9.5.0"),
        ('### 9.5.0 <small>January 31, 2026</small> <a id="9.5.0"></a>', "9.5.0", "9.5.0"),
        ("## `1.2.0rc1` | 2026/01/31 ##", "1.2.0rc1", "1.2.0rc1"),
        ("## 1.2.0-beta.2 - 2026-01-31", "1.2.0-beta.2", "1.2.0-beta.2"),
        ("## 1.2.0-2026-01-31", "1.2.0", "1.2.0"),
        ("## 1.2.0b1-2026-01-31", "1.2.0b1", "1.2.0b1"),
        ("## 1.2.0+build.5 2026-01-31", "1.2.0+build.5", "1.2.0+build.5"),
        ("## 2026-01-31, version 1.2.0", "1.2.0", "version 1.2.0"),
        ("## 31.01.2026: 1.2.0", "1.2.0", "1.2.0"),
        ("## 1.2.0 (31.1.2026)", "1.2.0", "1.2.0"),
        ("## 2026.1.31", "2026.1.31", "2026.1.31"),
        ("## 2026.1 - 2026-01-31", "2026.1", "2026.1"),
        ("## Marigram 1.2.0 “Kelp” (2026-01-31)", "1.2.0", "Marigram 1.2.0 “Kelp”"),
        ("## :rocket: **1.2.0** — _2026-01-31_", "1.2.0", "1.2.0"),
        ("## v12 (2026-01-31)", "12", "v12"),
        ("## 12 - 31 January 2026", "12", "12"),
        ("## 1.2.0 (2026年1月31日)", "1.2.0", "1.2.0"),
        ("1.2.0 (2026-01-31)\n------------------", "1.2.0", "1.2.0"),
        ("Title\n=====\n\n1.2.0 (2026-01-31)\n==================", "1.2.0", "1.2.0"),
    ],
)
def test_a_version_and_its_day_are_found(heading: str, version: str, label: str) -> None:
    [found] = releases_in(heading, "en")

    assert isinstance(found, Release)
    assert (found.version, found.date, found.label, found.is_yanked) == (version, DAY, label, False)


@pytest.mark.parametrize(
    ("heading", "locale"),
    [
        ("## 1.2.0 \u2013 31. Januar 2026", "de"),
        ("## 1.2.0 (31 janv. 2026)", "fr"),
        ("## 1.2.0 (31 de enero de 2026)", "es"),
        ("## 1.2.0 (31 января 2026)", "ru"),
        ("## 1.2.0 (31 January 2026)", "ru"),
    ],
)
def test_months_have_names_in_the_language_of_the_site(heading: str, locale: str) -> None:
    [found] = releases_in(heading, locale)

    assert isinstance(found, Release)
    assert (found.version, found.date, found.label) == ("1.2.0", DAY, "1.2.0")


@pytest.mark.parametrize("heading", ["## [1.1.0] - 2026-01-31 [YANKED]", "## 1.1.0 (2026-01-31, yanked)"])
def test_a_version_may_have_been_taken_back(heading: str) -> None:
    [found] = releases_in(heading, "en")

    assert isinstance(found, Release)
    assert (found.label, found.is_yanked) == ("1.1.0", True)


@pytest.mark.parametrize("heading", ["## 1.1.0", "## [1.1.0](https://example.org/)", "## v1.1.0 - 2026-13-45"])
def test_a_version_without_a_day_is_known_to_be_one(heading: str) -> None:
    [found] = releases_in(f"# Title\n\n{heading}\n", "en")

    assert isinstance(found, Undated)
    assert found.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "## [Unreleased]",
        "## 1.3.0\n\nUnreleased\n",
        "## 1.3.0 (unreleased)",
        "## 1.3.0 - TBD",
        "## Notes of 2026-01-31",
        "## How to upgrade",
        "#### 1.2.0 (2026-01-31)",
        "```\n## 1.2.0 (2026-01-31)\n```",
        "<!--\n## 1.2.0 (2026-01-31)\n-->",
        "    ## 1.2.0 (2026-01-31)",
        "1.2.0 (2026-01-31)\n\n---",
        f"## 1.2.0 (2026-01-31) {'a' * 300}",
    ],
)
def test_all_else_is_no_version(text: str) -> None:
    assert list(releases_in(text, "en")) == []


@pytest.mark.parametrize(
    "below", ["Released 2026-01-31", "*released on January 31, 2026*", "Date: 31.01.2026", "2026-01-31."]
)
def test_the_line_below_may_say_on_which_day(below: str) -> None:
    [found] = releases_in(f"## Version 1.2.0\n\n{below}\n\n- First.", "en")

    assert isinstance(found, Release)
    assert (found.number, found.date) == ("1.2.0", DAY)


@pytest.mark.parametrize(
    "below", ["As of 2026-01-31 it holds.", "Released 2026-01-31\nand more", "", "```\n2026-01-31\n```"]
)
def test_another_line_below_is_text(below: str) -> None:
    [found] = releases_in(f"## 1.2.0\n\n{below}", "en")

    assert isinstance(found, Undated)


@pytest.mark.parametrize(
    "before",
    ["### `<script>` tags", "Write ``<!-- more -->`` and `<pre>`.", "```` ``` ````", "`{% raw %}`", "```x``` y"],
)
def test_code_in_a_line_hides_nothing(before: str) -> None:
    found = [*releases_in(f"{before}\n\n## 1.2.0 (2026-01-31)", "en")]

    assert [each.line for each in found] == [3]


def test_what_is_read_of_the_source_is_read_of_the_page() -> None:
    [found] = releases_in("## [1.2.0](x) - _2026-01-31_", "en")

    assert isinstance(found, Release)
    shown = read_heading("1.2.0 - 2026-01-31", "en")
    assert isinstance(shown, Release)
    assert shown.name(1) == found.name(1) == "1.2.0-2026-01-31"
