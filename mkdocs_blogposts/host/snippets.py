"""What pymdownx.snippets brings into a text, known before that is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown import Markdown

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_NAME = "pymdownx.snippets"
_MARK = "8<"


def with_snippets(text: str, config: MkDocsConfig) -> str:
    """A text with the files that it names; as it is, where it names none or they can't be had yet."""
    if _MARK not in text or _NAME not in config["markdown_extensions"]:
        return text
    options = {**(config["mdx_configs"].get(_NAME) or {}), "auto_append": [], "url_download": False}
    converter = Markdown(extensions=[_NAME], extension_configs={_NAME: options})
    try:
        return "\n".join(converter.preprocessors["snippet"].run(text.split("\n")))
    except Exception:  # noqa: BLE001  # of the extension, which tells it once the text is rendered
        return text
