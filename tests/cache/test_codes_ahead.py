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

        there: dict[str, int] = {}
        for end in range(1, len(written) + 1):
            codes.file.write(written[end - 1 : end])
            codes.file.flush()
            there |= {name: end for name in ("first", "second") if name not in there and codes.get(name)}

        assert there["first"] < there["second"] == len(written)
        assert [eval(code) for name in there if (code := codes.get(name))] == [2, 4]  # noqa: S307
