"""Texts that are behind a password."""

LOCK = """\
def on_page_markdown(markdown, page, **_):
    if page.meta.pop("password", None):
        page.encryptcontent = {"type": "password"}


def on_page_context(context, page, **_):
    if hasattr(page, "encryptcontent"):
        page.content = "<form></form>"
"""
"""Does with posts what mkdocs-encryptcontent-plugin does."""
