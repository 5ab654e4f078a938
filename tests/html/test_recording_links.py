"""Which links in the text of a talk are its video and its slides."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.html.recordings import find_recordings
from mkdocs_blogposts.html.video_sites import recording_of

VIDEOS = (
    *("https://youtu.be/a", "http://www.youtube.com/watch?v=a", "https://vimeo.com/1", "https://www.dailymotion.com/v"),
    *("https://media.ccc.de/v/a", "https://pyvideo.org/a", "HTTPS://VIMEO.COM/1"),
)
DECKS = (
    *("https://speakerdeck.com/a/b", "https://www.slideshare.net/a", "https://slides.com/a", "https://noti.st/a"),
    "https://docs.google.com/presentation/d/1",
)
FILES = ("deck.pdf", "deck.PDF", "a.ppt", "a.pptx", "a.odp", "a.key", "deck.pdf?raw=1#page=2", "deck.pdf#a?b.html")


@pytest.mark.parametrize("url", VIDEOS)
def test_a_link_to_where_videos_are_is_the_video(url: str) -> None:
    found = find_recordings(f'<p>See <a class="x" href="{url}">here</a>, <a href="https://vimeo.com/2">there</a>.</p>')

    assert (found.video, found.slides) == (url, None)


@pytest.mark.parametrize("url", DECKS)
def test_a_link_to_where_slides_are_is_the_slides(url: str) -> None:
    found = find_recordings(f'<a href="{url}">here</a> <a href="https://noti.st/other">and here</a>')

    assert (found.video, found.slides) == (None, url)


@pytest.mark.parametrize("url", ["https://youtube.com", "https://example.com/?u=https://vimeo.com/1", "/youtu.be/1"])
def test_other_links_are_neither(url: str) -> None:
    found = find_recordings(f'<a href="{url}">here</a>')

    assert (found.video, found.slides) == (None, None)


@pytest.mark.parametrize("text", ["Watch it", " <b> <i>Video</i></b>", "recording"])
def test_a_link_whose_words_begin_so_is_the_video(text: str) -> None:
    assert find_recordings(f'<a href="/a?b&amp;c">{text}</a>').video == "/a?b&c"
    assert find_recordings(f'<a href="/a">No {text}</a>').video is None


@pytest.mark.parametrize("url", FILES)
@pytest.mark.parametrize(
    "text", ['<a href="{}">My slides</a>', '<p>No. The slides: <a href="{}">here</a>', 'Slide <a href="{}">1</a>']
)
def test_a_file_that_is_called_slides_is_the_slides(url: str, text: str) -> None:
    assert find_recordings(text.format(url)).slides == url


@pytest.mark.parametrize(
    "text",
    [
        '<a href="deck.html">Slides</a>',
        '<a href="deck.pdf">Paper</a>',
        '<p>There were slides.</p><a href="paper.pdf">Paper</a>',
        'There were slides. <a href="paper.pdf">Paper</a>',
        'These <a href="a.html">slides</a> and the <a href="paper.pdf">paper</a>',
        f'Slides {"x " * 100}<a href="paper.pdf">paper</a>',
    ],
)
def test_what_is_only_near_is_not_the_slides(text: str) -> None:
    assert find_recordings(text).slides is None


YOUTUBE = "https://www.youtube-nocookie.com/embed/abcdefghijk"
FRAME = "https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg"


@pytest.mark.parametrize(
    ("url", "told", "later"),
    [
        *(
            (url, (YOUTUBE, False, FRAME, "YouTube"), "https://www.youtube.com/watch?v=abcdefghijk&t=65s")
            for url in (
                "https://www.youtube.com/watch?v=abcdefghijk",
                "https://m.youtube.com/watch?list=x&v=abcdefghijk&t=3",
                "http://youtu.be/abcdefghijk?t=3",
                "https://youtube.com/embed/abcdefghijk",
                "https://youtube.com/live/abcdefghijk",
                "https://youtube.com/shorts/abcdefghijk",
                "https://www.youtube-nocookie.com/v/abcdefghijk",
            )
        ),
        (
            "https://vimeo.com/123#t=4",
            ("https://player.vimeo.com/video/123", False, None, "Vimeo"),
            "https://vimeo.com/123#t=65",
        ),
        (
            "https://player.vimeo.com/video/123",
            ("https://player.vimeo.com/video/123", False, None, "Vimeo"),
            "https://player.vimeo.com/video/123#t=65",
        ),
        *(
            (f"/a{end}?b", (None, True, None, None), f"/a{end}?b#t=65")
            for end in (".mp4", ".M4V", ".webm", ".ogv", ".mov")
        ),
        ("https://youtu.be/abcdefghijkl", (None, False, None, None), None),
        ("https://example.com/watch.mp4x", (None, False, None, None), None),
    ],
)
def test_what_is_known_of_a_recording_by_its_address(
    url: str, told: tuple[str | None, bool, str | None, str | None], later: str | None
) -> None:
    found = recording_of(url)

    assert (found.url, found.embed_url, found.is_file, found.picture, found.site) == (url, *told)
    assert found.at(65) == later
