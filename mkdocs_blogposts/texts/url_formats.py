"""Where a post without a permalink stands, by the options of Material's blog: `post_url_format` and its date."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from babel.core import UnknownLocaleError

from ..choices import slug_of_label
from ..shown_dates import format_date

if TYPE_CHECKING:
    from datetime import datetime

    from ..settings import Settings


def post_path(
    *,
    date: datetime,
    slug: str,
    categories: tuple[str, ...],
    file: str,
    settings: Settings,
    locale: str,
) -> str:
    """The path of a post without a permalink, from the options `blog_dir` and `post_url_format`; not yet checked.

    A format or a pattern of dates that cannot be filled in is a `ValueError` with a sentence about the option.
    """
    shown_date = _shown_date(date, settings.post_url_date_format, locale)
    slugs = [slug_of_label(name, settings) for name in categories[: settings.post_url_max_categories]]
    below = posixpath.normpath(posixpath.join(settings.blog_dir, settings.post_url_format.strip("/")))
    if below.startswith(("../", "/")) or below == "..":
        raise ValueError(f"post_url_format: '{settings.post_url_format}' leaves the site's folder")
    try:
        path = settings.post_url_format.format(categories="/".join(slugs), date=shown_date, file=file, slug=slug)
    except (LookupError, AttributeError, ValueError) as error:
        raise ValueError(
            f"post_url_format: '{settings.post_url_format}' cannot be filled in;"
            " there are {date}, {slug}, {categories} and {file}"
        ) from error
    return posixpath.join(settings.blog_dir, path.strip("/"))


def _shown_date(date: datetime, pattern: str, locale: str) -> str:
    try:
        return format_date(date, pattern, locale)
    except UnknownLocaleError as error:
        raise ValueError(f"the language '{locale}' is not known to Babel") from error
    except (ValueError, LookupError) as error:
        raise ValueError(f"post_url_date_format: '{pattern}' is not a pattern of Babel ({error})") from error
