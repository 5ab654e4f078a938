"""Pages whose files another process has written."""

from __future__ import annotations

from typing import Self

from ..host.former_site import digest_of
from ..processes.workers import DIGEST_LENGTH
from ..processes.written_files import STATE_LENGTH, WrittenContent, is_still, write_new

WRITTEN_LENGTH = DIGEST_LENGTH + STATE_LENGTH
"""Characters of what another process tells of a file."""


class WrittenPage(str):
    """Stands for the HTML of a page whose file is there."""

    __slots__ = ("digest",)

    digest: str
    """That of its file."""

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:  # noqa: ARG002  # that of any text
        """What stands for its bytes where files are written."""
        content = WrittenContent()
        content.digest = self.digest
        return content

    @classmethod
    def write(cls, output: str, path: str) -> str | None:
        """Write the file of a page as the host does, if there is none, and tell it; `None` where that can't be.

        One of which nothing has come gets no file from the host.
        """
        if not output.strip():
            return None
        content = output.encode("utf-8", errors="xmlcharrefreplace")
        try:
            return f"{digest_of(content)}{write_new(content, path)}"
        except OSError:
            return None

    @classmethod
    def told(cls, result: str, path: str) -> Self | None:
        """The page that was written so; `None` if its file is another by now."""
        if not is_still(path, result[DIGEST_LENGTH:]):
            return None
        page = cls(path)  # something, as the host passes over empty pages
        page.digest = result[:DIGEST_LENGTH]
        return page
