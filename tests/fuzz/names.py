"""File names as people give them."""

from __future__ import annotations

from hypothesis import strategies as st

STEMS = [
    "a", "hello", "Hello-World", "hello world", "UPPER", "2024-01-31-dated", "2024-1-5-short", "20240131", "v1.2.3",
    "über-uns", "你好", "привет", "سلام", "日本語 の 記事", "émoji-🎉", "a_b", "a--b", "-a-", "_private", "a'b", "a,b",
    "a&b", "a+b", "a (1)", "[a]", "a@b", "100%", "a;b", "a=b", "a!b", "~a", "#a", "notes.draft", "post", "posts", "page",
    "tags", "README", "index", "archive", "category", "x" * 80,
]  # fmt: skip
"""Names of a file without its ending."""

FOLDERS = ["", "", "", "", "2024/", "2024/01/", "Deep/Er/", "with space/", "über/", "drafts/", "bundle/"]
"""Folders below that of the posts."""

stems = st.sampled_from(STEMS)
folders = st.sampled_from(FOLDERS)
