"""Links of kramdown, whose text Markdown finds as well, if slower."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor

from mkdocs_blogposts.jekyll.link_quotes import LinkWithQuotes


@given(st.text("[]!(a'", max_size=30))
def test_the_text_of_a_link_ends_where_markdown_ends_it(data: str) -> None:
    theirs, ours = LinkInlineProcessor(LINK_RE, Markdown()), LinkWithQuotes(LINK_RE, Markdown())

    behind = [at + 1 for at, sign in enumerate(data) if sign == "["]

    assert [ours.getText(data, at) for at in behind] == [theirs.getText(data, at) for at in behind]
