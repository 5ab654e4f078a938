"""What LaTeX in BibTeX looks like once it is printed, as HTML and as plain text."""

from __future__ import annotations

import codecs
import re
from html import escape, unescape
from typing import cast

EN_DASH = "\N{EN DASH}"
_DOTLESS = re.compile(r"(\\(?:[`'^\"~=.]|[uvHckr](?=[\s{\\])))\s*\{?\\([ij])(?![a-zA-Z])\s*\}?")
_TOKEN = re.compile(r"\\([a-zA-Z]+)\*?\s*|\\(.)|(\$+)|([{}^_~])", re.DOTALL)
_MARKED = re.compile(r"[\\{}$~^_%]")
_TAGS = {
    **dict.fromkeys(("emph", "textit", "textsl", "it", "em", "sl", "itshape"), "em"),
    **dict.fromkeys(("textbf", "bf", "bfseries", "mathbf"), "strong"),
    **dict.fromkeys(("texttt", "tt", "ttfamily", "url", "path"), "code"),
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
_DECLARED = frozenset({"it", "em", "sl", "itshape", "bf", "bfseries", "tt", "ttfamily"})
"""What holds for the rest of the group that it stands in."""
_SIGNS = {"TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "textquotesingle": "'", "slash": "/", "newline": " "}
_DEEPEST = 40
"""Groups that may lie in each other."""
_SKIPPED = frozenset({"href"})
"""What has an argument that is not printed."""


def html_of(latex: str) -> str:
    """HTML of a piece of LaTeX, all of whose signs are escaped."""
    if not _MARKED.search(latex):
        return " ".join(_printed(latex).split())
    import latexcodec  # noqa: F401, PLC0415  # only sites with papers have it

    whole = _DOTLESS.sub(r"\1{\2}", latex.replace("\r\n", "\n"))
    try:
        decoded = codecs.lookup("ulatex").decode(cast("bytes", whole))[0]
    except ValueError:
        decoded = whole
    return " ".join(_Printer(decoded).group().split())


def text_of(latex: str) -> str:
    """The same as plain text."""
    return unescape(re.sub(r"<[^>]*>", "", html_of(latex)))


class _Printer:
    """Prints a text, token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.is_math = False
        self.depth = 0

    def group(self, *, is_inner: bool = False) -> str:
        """All up to the end of the group, or of the text."""
        parts: list[str] = []
        ends: list[str] = []
        while token := _TOKEN.search(self.text, self.position):
            parts.append(_printed(self.text[self.position : token.start()]))
            self.position = token.end()
            command, sign, dollars, mark = token.groups()
            if mark == "}" and is_inner:
                return "".join((*parts, *reversed(ends)))
            if command in _DECLARED and is_inner:
                parts.append(f"<{_TAGS[command]}>")
                ends.append(f"</{_TAGS[command]}>")
            elif command:
                parts.append(self._command(command))
            elif dollars:
                self.is_math = not self.is_math
            elif sign:
                parts.append(escape(sign) if sign in "%&#_${}~^" else "" if sign in "-/()[]" else " ")
            else:
                parts.append(self._mark(mark))
        parts.append(_printed(self.text[self.position :]))
        self.position = len(self.text)
        return "".join((*parts, *reversed(ends)))

    def _mark(self, mark: str) -> str:
        if mark == "{":
            return self._inner()
        if mark in "^_" and self.is_math:
            tag = "sup" if mark == "^" else "sub"
            return f"<{tag}>{self._argument()}</{tag}>"
        return {"~": " ", "}": ""}.get(mark, mark)

    def _command(self, name: str) -> str:
        if name in _SKIPPED:
            self._argument()
            return self._argument()
        if tag := _TAGS.get(name):
            return f"<{tag}>{self._argument()}</{tag}>"
        has_argument = self.text.startswith("{", self.position)
        return _SIGNS.get(name, f"{name} " if self.is_math and not has_argument else "")

    def _inner(self) -> str:
        """A group in another; of one that lies too deeply, what opens it is left out."""
        if self.depth == _DEEPEST:
            return ""
        self.depth += 1
        shown = self.group(is_inner=True)
        self.depth -= 1
        return shown

    def _argument(self) -> str:
        """The group that follows, or the single sign."""
        if self.text.startswith("{", self.position):
            self.position += 1
            return self._inner()
        found = self.text[self.position : self.position + 1]
        self.position += len(found)
        return escape(found)


def _printed(text: str) -> str:
    return escape(text.replace("---", "—").replace("--", EN_DASH).replace("``", "“").replace("''", "”"), quote=False)
