"""The files by which the new site is installed and published."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .plan import Plan

REQUIREMENTS = "mkdocs-blogposts[jekyll]\n"

IGNORED = "/site/\n/.cache/\n"

WORKFLOW = """\
name: Publish

on:
  push:
    branches: [main, master]
  workflow_dispatch:

permissions:
  contents: read
  id-token: write
  pages: write

concurrency:
  group: pages

jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
          cache: pip
      - uses: actions/cache@v5
        with:
          path: .cache
          key: mkdocs-${{ github.run_id }}
          restore-keys: mkdocs-
      - run: pip install -r requirements.txt
      - run: mkdocs build --strict
      - uses: actions/upload-pages-artifact@v4
        with:
          path: site
      - id: deployment
        uses: actions/deploy-pages@v4
"""


def hosting_files(plan: Plan) -> Iterator[tuple[str, str]]:
    """Each of them by its path, with its text."""
    yield "requirements.txt", REQUIREMENTS
    if plan.places.leave_files:
        return
    yield ".gitignore", IGNORED
    if plan.identity.is_on_github_pages:
        yield ".github/workflows/pages.yml", WORKFLOW
