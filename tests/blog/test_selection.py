"""What a comment such as `<!-- blogposts: {limit: 3} -->` asks for."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.blog.selection import Selection, SelectionError


@pytest.mark.parametrize(
    ("text", "selection"),
    [
        pytest.param("", Selection(), id="nothing"),
        pytest.param("{limit: 5, tag: python}", Selection(limit=5, tag="python"), id="braces"),
        pytest.param("\nlimit: 5\ncategory: News\n", Selection(limit=5, category="News"), id="lines"),
        pytest.param("{tag: 3.10}", Selection(tag="3.10"), id="a number as it is written"),
        pytest.param("{tag: 2025-01-01}", Selection(tag="2025-01-01"), id="a date as it is written"),
        pytest.param("{tag: 2025-13-45}", Selection(tag="2025-13-45"), id="a date that is none"),
        pytest.param("{list: tags, limit: 2}", Selection(list="tags", limit=2), id="a list"),
        pytest.param("{tag: yes}", Selection(tag="yes"), id="a flag as it is written"),
    ],
)
def test_what_can_be_asked_for(text: str, selection: Selection) -> None:
    assert Selection.parse(text) == selection


LONG = "9" * 60

NO_MAPPING = "expected a mapping such as {limit: 3, tag: python}, got"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("three", f"{NO_MAPPING} 'three'", id="text"),
        pytest.param("{limit: 3", f"{NO_MAPPING} '{{limit: 3'", id="no end"),
        pytest.param("[" * 100_000, f"{NO_MAPPING} '{'[' * 60}…'", id="too deep"),
        pytest.param("{limit: 0}", "limit: 0 is not a number above 0", id="none"),
        pytest.param("{limit: " + "9" * 5000 + "}", f"limit: '{LONG}…' is not a number above 0", id="too many digits"),
        pytest.param(
            "{list: years}",
            "list: 'years' is not one of tags, categories, archive, speaking, map, publications",
            id="no list",
        ),
        pytest.param(
            "{list: [tags]}",
            "list: a list is not one of tags, categories, archive, speaking, map, publications",
            id="a list of lists",
        ),
        pytest.param("{list: tags, talks: true}", "talks: a list is one of posts", id="a list of talks"),
        pytest.param("{talks: 1}", "talks: 1 is not true or false", id="no flag"),
        pytest.param("{tag: [a, b]}", "tag: a list is not a name", id="a list"),
        pytest.param("{tags: a}", "unknown key 'tags'; did you mean 'tag'?", id="a slip"),
        pytest.param("{tag: a, tag: b}", "duplicate key 'tag', first on line 1", id="twice"),
        pytest.param("{tag: !!python/object:os a}", "tag: the tag !!python/object:os means nothing here", id="a tag"),
    ],
)
def test_what_cannot_be_understood_is_told(text: str, message: str) -> None:
    with pytest.raises(SelectionError) as told:
        Selection.parse(text)

    assert str(told.value) == message


def test_what_unfolds_to_much_is_told_in_few_words() -> None:
    lines = ["limit: 1", "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]

    with pytest.raises(SelectionError) as told:
        Selection.parse("\n".join(lines))

    assert len(str(told.value)) < 200
