"""Fenced code within HTML, as `{% highlight %}` leaves it there, where Markdown reads nothing."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CODE = re.compile(
    r"(?P<kept><(?P<name>pre|script|style|textarea)\b.*?</(?P=name)\s*>|<!--.*?-->)"
    r"|^[ \t>]*(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<code>.*?)^[ \t>]*(?P=fence)(?!`)[ \t]*",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[\w+#.-]+")


def with_code(html: str, coloured: Callable[[str, str], str | None]) -> str:
    """HTML in which fenced code is code; `coloured` gives the HTML of code with what stands behind its fence."""
    if "```" not in html:
        return html

    def made(found: re.Match[str]) -> str:
        if found["kept"]:
            return found["kept"]
        code, info = found["code"].rstrip("\n"), found["info"].strip()
        return coloured(code, info) or plain(code, info)

    return _CODE.sub(made, html)


def plain(code: str, info: str) -> str:
    """Code without colours."""
    language = _LANGUAGE.search(info.lstrip("{ ."))
    of_language = f' class="language-{escape(language[0])}"' if language else ""
    return f"<pre><code{of_language}>{escape(code, quote=False)}\n</code></pre>"
