"""Talks that somebody else keeps: what systems of events and other sites export becomes files of ours."""
