"""Braces in a post that is Jekyll's by a key, and that Material's blog would build: text, unless they are Liquid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("```yaml\npath: ${{ matrix.os }}\n{% for x in y %}\n```", "path: ${{ matrix.os }}\n{% for x in y %}"),
        ("Say `{{ item }}` or `{% include x %}`, {{ name }}.", "Say {{ item }} or {% include x %}, {{ name }}."),
        ("    {{ site.name }}", "{{ site.name }}"),
        ("{% raw %}{{ item }}{% endraw %}", "{{ item }}"),
        ("```\n{% raw %}{{ item }}{% endraw %}\n```", "{{ item }}"),
        ("{{ page.title }}: `{{ item }}`", "Braces:"),
        ("[x]({{ '/x/' | relative_url }})", "x"),
        ("{% comment %}Hidden{% endcomment %}Shown", "Shown"),
    ],
)
def test_braces_of_a_post_that_material_builds_are_text_unless_it_has_liquid(site: Site, text: str, shown: str) -> None:
    site.put("docs/blog/posts/a.md", f"---\ndate: 2025-01-01\nlayout: single\ntitle: Braces\n---\nBegin.\n\n{text}\n")

    built = site.build()

    assert shown in built.page("blog/2025/01/01/braces/").content.text()
    assert not [warning for warning in built.warnings if "liquid" in warning.lower()]
