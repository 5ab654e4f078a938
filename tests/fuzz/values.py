"""Values in front matter as people write them: what stands behind the colon, in YAML."""

from __future__ import annotations

from hypothesis import strategies as st

SCALARS = [
    "word", "two words", "'quoted'", '"double"', '"with \\"quotes\\""', "It's", "1", "0", "-1", "3.14", "2024", "true", "false", "yes", "No", "on",
    "null", "~", "", "''", "2024-01-31", "12:30", "1e3", "0x1F", "[]", "{}", "[a, b]", "[1, true]", "{a: b}", "\n  - a\n  - b", "\n- a\n- b", "\n  a: b",
    "|\n  block\n  text", ">-\n  folded\n  text", "#tag", "' '", "a # comment", "<b>bold</b>", "a & b", "日本語", "🎉", "[[]]", "[null]", "['']",
]  # fmt: skip
"""Anything, where another thing is meant."""

TITLES = [
    "Hello", "Hello World", "'Quoted: with colon'", '"Double"', "It's *emphasised*", "With `code`", '"{{ braces }}"', "C++ & C#", "What? Why! (How)",
    "Über-Größe", "你好，世界", "Привет мир", "مرحبا", "🎉 Party", "a/b", "100%", "<i>Tag</i>", "1.2.3", "v2.0", '"  spaces  "', ">-\n  folded\n  title",
    "Foo — Bar", "…", '"#1"', "Hello", "Hello", "A \\\\ B", "__init__", "a_b_c", "~~struck~~", '"[link](https://example.org/)"', "ALL CAPS", "'it''s'",
    "Title # comment", "x " * 60,
]  # fmt: skip
"""Titles of posts."""

DATES = [
    "2024-01-31", "2024-01-31", "2023-12-31", "2024-02-29", "2022-06-01", "2021-03-04", "2024-06-01 10:30:00", "2024-06-01 10:30", "2024-06-01T23:30:00-05:00",
    "2024-06-01T00:30:00+09:00", "2024-06-01 09:00:00Z", "2024-06-01 09:00:00 -3", "2024-6-1 9:05:00", "1999-12-31 23:59:59", "1999-12-31", "2038-01-19 03:14:08.123456",
    "2099-01-01", "1900-01-01", "2024-01-31 # comment", "{created: 2024-01-31}", "{created: 2024-01-31, updated: 2024-02-02}", "\n  created: 2024-01-31 10:00:00\n  updated: 2024-02-01",
    "\n  created: 2024-01-31\n  updated: 2024-05-05 12:00:00+02:00\n  checked: 2024-06-06", "\n    created: 2023-05-05\n    published: 2024-01-01",
]  # fmt: skip
"""Dates of posts that YAML takes for dates."""

ODD_DATES = [
    "'2024-01-31'", '"2024-01-31 10:00"', "January 31, 2024", "31.01.2024", "2024/01/31", "2024-1-5", "2024-02-30", "2024-13-01", "20240131", "2024", "2024-01",
    "2018-07-29 14:00:30 +0900", "today", "{updated: 2024-01-01}", "{created: soon}", "{created: 2024-01-31, updated: soon}", "[2024-01-31]", "", "null", "true", "{created: }", "{created: 2024-01-31, updated: }",
]  # fmt: skip
"""Dates of posts that YAML takes for something else."""

scalars = st.sampled_from(SCALARS)
titles = st.sampled_from(TITLES)
dates = st.sampled_from(DATES)
odd_dates = st.sampled_from(ODD_DATES)
