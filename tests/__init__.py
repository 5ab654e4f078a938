"""The tests; `tests.site` is the language that they are written in."""
