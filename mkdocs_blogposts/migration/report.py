"""What an import tells: `import-report.md`, and a summary for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import Level
from .answers import How
from .foreign_tags import told_tags
from .plan import REPORT
from .source_site.old_site import Role
from .source_site.services import left_services

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .answers import Answer
    from .plan import Plan
    from .trial import Trial

_MOST_ON_TERMINAL = 5
_MOST_AT_THE_TOP = 20

_PAGES = (How.PAGE, How.LISTING, How.MADE, How.REDIRECT)

_NAMES = {
    Role.POST: ("post", "posts"),
    Role.DRAFT: ("draft", "drafts"),
    Role.TALK: ("talk", "talks"),
    Role.PAGE: ("page", "pages"),
    Role.DOCUMENT: ("page of a collection", "pages of collections"),
    Role.FILE: ("file", "files"),
}


def summary(plan: Plan, trial: Trial | None = None) -> str:
    """What was carried and what was not, in a few lines; what was asked of the built site, if it was built."""
    lines = [*_in_short(plan, trial), *plan.site.notes, *_first_of(list(_not_there(trial)), _MOST_ON_TERMINAL)]
    if faults := told_faults(plan):
        brief = (text for level, text in plan.site.faults.in_brief() if level >= Level.WARNING)
        lines += (f"{_count(len(faults), 'fault', 'faults')} in the files of the old site:", *brief)
    return "\n".join(lines)


def _first_of(lines: Sequence[str], most: int) -> Iterator[str]:
    """The first lines, and how many more there are."""
    yield from lines[:most]
    if len(lines) > most:
        yield f"… and {len(lines) - most} more, which {REPORT} has in the table of what was not carried"


def _in_short(plan: Plan, trial: Trial | None) -> Iterator[str]:
    counts = [(plan.count(role), *names) for role, names in _NAMES.items()]
    carried = ", ".join(_count(count, one, many) for count, one, many in counts if count)
    yield f"{plan.site.name}: {carried or 'nothing to carry'}"
    pages = [answer for answer in _answering(plan, trial) if answer.how in _PAGES]
    total = sum(answer.how in _PAGES for answer in plan.answers) + sum(left.is_page for left in plan.left_out)
    redirects = sum(1 for answer in pages if answer.how is How.REDIRECT)
    lost = total - len(pages)
    if total:
        yield (
            (f"All {total}" if total > 1 and not lost else f"{len(pages)} of {total}")
            + " URLs of pages answer"
            + (f", {redirects} of them by a redirect" if redirects else "")
            + (f"; {lost} {'does' if lost == 1 else 'do'} not" if lost else "")
        )


def _answering(plan: Plan, trial: Trial | None) -> Sequence[Answer]:
    return plan.answers if trial is None or trial.failed else trial.answering


def _not_there(trial: Trial | None) -> Iterator[str]:
    """What the built site lacks, by name."""
    if trial is None:
        yield "This is what is planned; the new site was not built."
    elif trial.failed:
        yield f"This is what is planned; the new site cannot be built yet:\n{trial.failed}"
    else:
        yield from (f"{answer.source}: nothing is at {answer.asked}" for answer in trial.missing)
        yield from (f"{answer.source}: at {answer.asked} there is another text" for answer in trial.other)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def told_faults(plan: Plan) -> list[str]:
    """Everything that is wrong in the old site's files."""
    return [str(fault) for fault in plan.site.faults if fault.level >= Level.WARNING]


def write_report(plan: Plan, *, made: Iterable[str], trial: Trial | None = None) -> str:
    """The report as a page of Markdown; `made` are the files that the import has written itself."""
    return "\n".join(
        (
            f"# Import of {_text(plan.site.name)}\n",
            "\n".join(f"{line}  " for line in _in_short(plan, trial)) + "\n",
            *(f"- {_text(line)}" for line in plan.site.notes),
            *(f"- {_text(line)}" for line in _first_of(list(_not_there(trial)), _MOST_AT_THE_TOP)),
            "",
            *_next_steps(plan),
            *_left_out(plan, trial),
            *_faults(plan),
            *_urls(_answering(plan, trial)),
            *_made(plan, made),
        )
    )


def _next_steps(plan: Plan) -> Iterator[str]:
    yield "## What to do next\n"
    steps = ["`pip install -r requirements.txt`", "`mkdocs serve`, and look at the pages that matter to you"]
    if not plan.identity.url:
        steps.append("write `site_url` in `mkdocs.yml`")
    if plan.left_out or told_faults(plan):
        steps.append("read the next parts: what was not carried, and what is wrong in the files")
    steps.append("`mkdocs build --strict` in the build that publishes the site")
    if plan.identity.is_on_github_pages:
        steps.append("on GitHub, under *Settings → Pages*, choose *GitHub Actions* as the source")
    steps.append(f"delete this file; nothing needs {REPORT}")
    yield "".join(f"{number}. {step}\n" for number, step in enumerate(steps, 1))


def _left_out(plan: Plan, trial: Trial | None) -> Iterator[str]:
    services = [*left_services(plan.site), *told_tags(plan), *_further_profiles(plan)]
    absent = [*trial.missing, *trial.other] if trial else []
    if not (plan.left_out or services or absent):
        return
    yield "## What was not carried\n"
    yield "| What | URL | Why |\n|---|---|---|"
    for left in sorted(plan.left_out, key=lambda left: left.what):
        yield f"| {_code(left.what)} | {_code(left.url)} | {_text(left.why)} |"
    for answer in absent:
        yield f"| {_code(answer.source)} | {_code(answer.old)} | it is not there in the new site, as it was built |"
    for what, why in services:
        yield f"| {_text(what)} | | {_text(why)} |"
    yield ""


def _further_profiles(plan: Plan) -> Iterator[tuple[str, str]]:
    for profile in plan.identity.further_profiles:
        yield f"{profile.name}: {profile.link}", "the footer has no room for more icons on a phone; see `extra.social`"


def _faults(plan: Plan) -> Iterator[str]:
    if faults := told_faults(plan):
        yield "## What is wrong in the files\n"
        yield "```text"
        yield from faults
        yield "```\n"


def _urls(answers: Sequence[Answer]) -> Iterator[str]:
    yield "## Old URLs\n"
    pages = [answer for answer in answers if answer.how is not How.FILE]
    yield "| Old URL | Answers at | By | File of the old site |\n|---|---|---|---|"
    for answer in sorted(pages, key=lambda answer: answer.old):
        yield f"| {_code(answer.old)} | {_now(answer)} | {answer.how} | {_code(answer.source)} |"
    yield ""
    files = sorted(answer.old for answer in answers if answer.how is How.FILE)
    if files:
        yield "### Files\n"
        yield "They keep their URLs:\n"
        yield from (f"- {_code(url)}" for url in files)
        yield ""


def _now(answer: Answer) -> str:
    return "the same" if answer.now == answer.old else _code(answer.now)


def _made(plan: Plan, made: Iterable[str]) -> Iterator[str]:
    yield "## Files that the import has made\n"
    yield "".join(f"- {_code(path)}\n" for path in sorted(made))
    if plan.paths.leave_files:
        yield "All else stays where it is.\n"


def _code(text: str) -> str:
    """A path or URL as code, whatever is in it."""
    if not text:
        return ""
    fence = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}".replace("|", "\\|").replace("\n", " ")


def _text(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())
