"""Builds the new site once, and asks it for each URL of the old one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from .answers import How

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .answers import Answer
    from .plan import Plan

ENOUGH = 0.7
"""How much of a text's words have to be on its page; Liquid may have made others of some."""

_ONLY_ENOUGH_FROM = 12
"""Shorter texts say too little to be known by their words."""

_HIDDEN = re.compile(r"<(script|style|template)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(
    r"\{%-?\s*comment\b.*?\bendcomment\s*-?%\}|\{%.*?%\}|\{\{.*?\}\}|\{:.*?\}|<[^>]*>|\]\([^)]*\)|\]\[[^\]]*\]|^\[[^\]]+\]:[^\n]*|https?://\S+|&\w+;|:\w+:",
    re.DOTALL | re.MULTILINE,
)
"""What of a text is not read."""

_TAGS = re.compile(r"""<(?:[^>]*?\balt=(?:"(?P<quoted>[^"]*)"|'(?P<single>[^']*)'))?[^>]*>""")
"""What of a page is not read, but for what stands for a picture."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_REFRESH = re.compile(r"""<meta[^>]*http-equiv=["']?refresh[^>]*url=["']?(?P<url>[^"'>\s]+)""", re.IGNORECASE)
_HOPS = 3
_LAST_LINES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What the built site has shown."""

    failed: str = ""
    """Why there is none, in the words of the build."""
    answering: tuple[Answer, ...] = ()
    missing: tuple[Answer, ...] = ()
    """Those at whose URL nothing is."""
    other: tuple[Answer, ...] = field(default=())
    """Those at whose URL something else is than the text of their file."""


def try_out(plan: Plan, dest: Path) -> Trial:
    """What the site in `dest` answers to each old URL, once it is built."""
    had_cache = (dest / ".cache").exists()
    with tempfile.TemporaryDirectory(prefix="blogposts-") as folder:
        site_dir = Path(folder) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site_dir)]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "COLUMNS": "1000"}
        ran = subprocess.run(  # noqa: S603  # it is this very Python
            command, cwd=dest, env=environment, capture_output=True, text=True, errors="replace", check=False
        )
        if not had_cache:
            shutil.rmtree(dest / ".cache", ignore_errors=True)
        if ran.returncode:
            lines = [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()]
            told = [line for line in lines if line.startswith(("ERROR", "    "))] or lines
            return Trial(failed="\n".join(told[-_LAST_LINES:]))
        return _asked(plan.answers, _BuiltSite(site_dir, plan))


def _asked(answers: Sequence[Answer], built: _BuiltSite) -> Trial:
    answering, missing, other = [], [], []
    for answer in answers:
        page = built.page_at(answer.asked, 0 if answer.how is How.FILE else _HOPS)  # a file leads where it always did
        if page is None:
            missing.append(answer)
        elif answer.how in {How.PAGE, How.BESIDE} and not built.shows(page, answer):
            other.append(answer)
        else:
            answering.append(answer)
    return Trial(answering=tuple(answering), missing=tuple(missing), other=tuple(other))


class _BuiltSite:
    """The folder of a built site, as a host gives it to readers."""

    def __init__(self, root: Path, plan: Plan) -> None:
        self.root = root
        self.base = plan.identity.base_path
        self.files = {str(file.path): file for file in plan.carried}

    def page_at(self, url: str, hops: int = _HOPS) -> bytes | None:
        """What a reader gets at a URL, once redirects are followed; `None` where there is nothing."""
        path = unquote(url.partition("#")[0].partition("?")[0]).lstrip("/")
        bare = path.removesuffix(".html").strip("/")
        of_page, of_folder = f"{bare}.html", f"{bare}/index.html" if bare else "index.html"
        near = (path, of_folder, of_page) if path.endswith("/") else (path, of_page, of_folder)
        found = next((self.root / name for name in near if name and (self.root / name).is_file()), None)
        if found is None:
            return None
        content = found.read_bytes()
        refresh = _REFRESH.search(content[:10_000].decode("utf-8", errors="replace")) if hops else None
        if not refresh:
            return content
        target = urljoin("/" + found.relative_to(self.root).as_posix(), unescape(refresh["url"]))
        if "://" in target:
            return content
        inside = target.removeprefix(self.base.rstrip("/")) if self.base != "/" else target
        return self.page_at(inside, hops - 1) or self.page_at(target, hops - 1)

    def shows(self, page: bytes, answer: Answer) -> bool:
        """Whether the title and the text of the file are on a page."""
        file = self.files.get(answer.source)
        if file is None or file.head is None or not (file.is_markdown or file.is_html):
            return True
        text = _words(_TAGS.sub(r" \g<quoted>\g<single> ", _HIDDEN.sub(" ", page.decode("utf-8", errors="replace"))))
        wanted = _words(_MARKUP.sub(" ", _HIDDEN.sub(" ", file.head.body)))
        share = (wanted & text).total() / wanted.total() if wanted.total() >= _ONLY_ENOUGH_FROM else 1.0
        return share >= ENOUGH


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unescape(text).casefold()))
