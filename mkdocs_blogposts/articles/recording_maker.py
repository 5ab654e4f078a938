"""What a talk shows of its recording: a player that waits to be asked, and chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..html.html_urls import ROOT
from ..html.video_sites import recording_of
from .article_values import ChapterLink, RecordingView

if TYPE_CHECKING:
    from ..cards.card_values import TalkCard
    from ..content.models import Talk


def recording_view(talk: Talk, card: TalkCard, *, is_embedded: bool) -> RecordingView | None:
    """The recording of a talk as its page shows it beside the button; `None` where that is all."""
    url = next((button.url for button in card.buttons if button.kind == "video"), None)
    recording = recording_of(url) if url else None
    chapters = tuple(
        ChapterLink(time=chapter.time, title=chapter.title, url=recording.at(chapter.second) if recording else None)
        for chapter in talk.chapters
    )
    player = recording if is_embedded and recording and (recording.embed_url or recording.is_file) else None
    if not player and not chapters:
        return None
    # A picture of another site would be loaded before anybody asks for it.
    picture = card.image if card.image and card.image.src.startswith(ROOT) else None
    return RecordingView(
        embed_url=f"{player.embed_url}?autoplay=1" if player and player.embed_url else None,
        site=(player.site or "") if player else "",
        film=player.url if player and player.is_file else None,
        picture=picture if player else None,
        chapters=chapters,
    )
