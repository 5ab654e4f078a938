"""Small exports of each kind, with the traits of large ones."""

from __future__ import annotations

import json

SCHEDULE_XML = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Made with the programme -->
<schedule>
  <generator name="pretalx" version="2025.1.0"/>
  <version>0.3</version>
  <conference>
    <title>Hydro Camp 2025</title>
    <city>Tromsø</city>
    <start>2025-05-23</start>
    <day_change>06:00:00</day_change>
    <time_zone_name>Europe/Oslo</time_zone_name>
  </conference>
  <day index="1" date="2025-05-23">
    <room name="Small pool">
      <event guid="a-1" id="1">
        <date>2025-05-23T10:00:00+02:00</date>
        <start>10:00</start>
        <duration>01:30</duration>
        <room>Small pool</room>
        <url>https://camp.example.org/talk/A1/</url>
        <title>Tide tables &amp; __slack__ water</title>
        <subtitle></subtitle>
        <track>Tides</track>
        <type>Workshop</type>
        <language>en</language>
        <abstract>All of `Vec&lt;T&gt;` and &lt;script&gt;alert(1)&lt;/script&gt;.</abstract>
        <description># Outline

* [Notes](notes.md) and [more](https://example.org/more)</description>
        <persons><person id="7">Ana Reis</person><person id="8">Bo  Holm</person></persons>
        <links>
          <link href="https://speakerdeck.com/ana/tides">Deck</link>
          <link href="javascript:alert(1)">Never</link>
          <link href="https://example.org/paper">Paper</link>
        </links>
        <attachments><attachment href="/media/slides.pdf">Slides</attachment></attachments>
      </event>
      <event guid="a-2" id="2">
        <start>01:15</start>
        <duration>00:20</duration>
        <title>After midnight</title>
        <subtitle>Low water</subtitle>
        <persons><person id="8">Bo Holm</person></persons>
      </event>
      <event id="3"><start>12 sharp</start><title>A riddle</title><persons><person>Ana Reis</person></persons></event>
    </room>
  </day>
</schedule>
"""

SCHEDULE_JSON = json.dumps(
    {
        "schedule": {
            "version": "1",
            "base_url": "https://camp.example.org/",
            "conference": {
                "acronym": "camp",
                "title": "Hydro Camp 2026",
                "time_zone_name": "Europe/Oslo",
                "days": [
                    {
                        "index": 1,
                        "date": "2026-05-23",
                        "rooms": {
                            "Large pool": [
                                {
                                    "date": "2026-05-23T10:00:00+02:00",
                                    "duration": "00:45",
                                    "title": "Gauges",
                                    "url": "/talk/B2/",
                                    "abstract": "<p>Of <b>gauges</b>.</p>",
                                    "persons": [{"public_name": "Ana Reis"}],
                                    "links": [{"title": "Recording", "url": "https://example.org/film"}],
                                    "attachments": [{"title": "Slides", "url": "/media/s.pdf"}],
                                },
                                "no event",
                            ]
                        },
                    }
                ],
            },
        }
    }
)

SUBMISSIONS_JSON = json.dumps(
    {
        "count": 4,
        "results": [
            {
                "code": "ABCDEF",
                "title": "Twice",
                "state": "confirmed",
                "submission_type": {"name": {"de": "Vortrag", "en": "Talk"}},
                "track": {"en": "Tides"},
                "tags": [{"tag": "harbours"}, 3],
                "abstract": "Short.",
                "description": "Long.",
                "content_locale": "en",
                "speakers": [{"code": "AAAAAA", "name": "Ana Reis"}, "BBBBBB"],
                "slots": [
                    {"start": "2025-07-17T12:00:00Z", "end": "2025-07-17T12:30:00Z", "room": {"name": {"en": "Hall"}}},
                    {"start": "2025-07-18T09:00:00+02:00", "end": None, "room": "Attic"},
                ],
                "resources": [{"resource": "https://example.org/a.pdf", "description": "My slides"}],
            },
            {"code": "X", "title": "Not taken", "state": "rejected", "speakers": [{"name": "Ana Reis"}]},
            {"code": "Y", "title": "Perhaps", "state": "submitted", "speakers": [{"name": "Ana Reis"}], "slots": [4]},
            {"code": "Z", "state": "submitted"},
        ],
    }
)

ORGANISERS_JSON = json.dumps(
    [
        {
            "ID": "ABCDEF",
            "Proposal title": "By organisers",
            "Session type": "Talk",
            "Proposal state": "accepted",
            "Speaker names": ["Ana Reis"],
            "Start": "2025-07-19T09:00:00+02:00",
            "Room": "Hall",
        }
    ]
)

SESSIONIZE_JSON = json.dumps(
    {
        "sessions": [
            {
                "id": "1",
                "title": "In rooms",
                "description": "First.\r\nSecond.",
                "startsAt": "2024-05-23T10:00:00",
                "endsAt": "2024-05-23T10:45:00",
                "isServiceSession": False,
                "speakers": ["s-1"],
                "categoryItems": [11, 21, 31, 99],
                "roomId": 5,
                "recordingUrl": "https://youtu.be/dQw4w9WgXcQ",
                "status": "Accepted",
            },
            {"id": "2", "title": "Coffee", "startsAt": None, "isServiceSession": True, "speakers": []},
            {"id": "3", "title": "No", "startsAt": None, "speakers": ["s-1"], "status": "Declined"},
            {"id": "4", "title": "Maybe", "startsAt": "soon", "speakers": ["s-1"], "status": "Nominated"},
            7,
        ],
        "speakers": [{"id": "s-1", "firstName": "Ana", "lastName": "Reis", "fullName": "Ana Reis"}],
        "rooms": [{"id": 5, "name": "Boathouse"}],
        "categories": [
            {"title": "Session format", "items": [{"id": 11, "name": "Lightning talk"}]},
            {"title": "Level", "items": [{"id": 21, "name": "Beginner"}]},
            {"title": "Track", "items": [{"id": 31, "name": "Tides"}]},
        ],
    }
)

PROFILE_JSON = json.dumps(
    {
        "speaker": {"fullName": "Ana Reis", "photoUrl": "https://example.org/a.png"},
        "sessions": [
            {
                "id": 1,
                "title": "On offer",
                "description": "Of tides.",
                "sessionUrl": "https://sessionize.com/s/ana/1",
                "languageCode": "en",
            },
            None,
        ],
        "events": [{"id": 1, "name": "Hydro Camp", "eventStartDate": "2024-05-23T00:00:00", "location": "Tromsø"}],
    }
)

TALKS_TSV = (
    "title\ttype\turl_slug\tvenue\tdate\tlocation\ttalk_url\tdescription\n"
    'Tides &amp; us\tTalk\ttalk-1\tSmall Data Days\t2012-03-01\t"Porto, Portugal"\thttps://example.org/t\tOf it.\n'
    '"Two\nlines"\tTutorial\t../../up\tSmall Data Days\t2013/3/1\tPorto\t\t\n'
    "No day\t\t\tSmall Data Days\tMay-18\tPorto\t\t\ttoo much\n"
)
