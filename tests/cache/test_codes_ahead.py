"""Code of templates that one process hands to another."""

from __future__ import annotations

from mkdocs_blogposts.cache.codes_ahead import CodesAhead


def test_a_code_is_there_once_all_of_it_is_written() -> None:
    whole, codes = CodesAhead(), CodesAhead()
    with whole.file, codes.file:
        whole.put("first", compile("1 + 1", "sum", "eval"))
        whole.put("second", compile("2 + 2", "sum", "eval"))
        whole.file.seek(0)
        written = whole.file.read()

        found = []
        for byte in range(len(written)):
            codes.file.write(written[byte : byte + 1])
            codes.file.flush()
            found += [(byte + 1, name, eval(code)) for name in ("first", "second") if (code := codes.get(name))]  # noqa: S307

    assert [(name, value) for _, name, value in found] == [("first", 2), ("second", 4)]
    assert found[-1][0] == len(written)
