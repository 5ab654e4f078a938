"""Spans of time, as people write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mkdocs_blogposts.faults import ContentError
from mkdocs_blogposts.frontmatter.time_spans import end_of, read_span

BEGIN = datetime(2024, 1, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2 years", "2026-01-31"),
        ("1 month", "2024-02-29"),
        ("1 year 6 months", "2025-07-31"),
        ("1 year, 2 weeks and 3 days", "2025-02-17"),
        ("1 year, and 1 day", "2025-02-01"),
        (" 90 Days ", "2024-04-30"),
        ("2weeks", "2024-02-14"),
    ],
)
def test_a_span_is_over(text: str, end: str) -> None:
    over = end_of(read_span(text), BEGIN)

    assert over is not None
    assert over.isoformat() == f"{end}T12:00:00+00:00"


@pytest.mark.parametrize(
    "value", ["", "x", "soon", "2", 2, None, "2 fortnights", "in 2 years", "2 years or so", "100000 days"]
)
def test_what_is_no_span_is_told(value: object) -> None:
    with pytest.raises(ContentError, match="is not a span of time") as told:
        read_span(value)

    assert told.value.hint == "write it as 2 years, 18 months or 90 days"


def test_a_span_may_end_beyond_all_dates() -> None:
    assert end_of(read_span("9000 years"), BEGIN) is None
