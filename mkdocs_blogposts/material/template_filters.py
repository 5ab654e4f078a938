"""The filters `date` and `url` as templates written for Material's blog expect them."""

from __future__ import annotations

from datetime import datetime, time
from functools import wraps
from typing import TYPE_CHECKING

from jinja2 import pass_context

from ..pages.listing_pages import ViewPage
from ..shown_dates import format_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jinja2.runtime import Context


def date_filter(date_format: str, locale: str) -> Callable[[date], str]:
    """The filter `date`, which shows a date as the site wants dates shown, be it the bare one of `page.meta`."""

    def shown(given: date) -> str:
        moment = given if isinstance(given, datetime) else datetime.combine(given, time())
        return format_date(moment, date_format, locale)

    return shown


def url_of_first_page(url_filter: Callable[..., str]) -> Callable[..., str]:
    """The filter `url`, which makes a further page of a listing link to the first where it would link to itself."""

    @pass_context
    @wraps(url_filter)  # as it is asked who has made it
    def url(context: Context, value: str) -> str:
        page = context.get("page")
        is_itself = isinstance(page, ViewPage) and page.url == value
        return url_filter(context, page.pages[0].url if is_itself else value)

    return url
