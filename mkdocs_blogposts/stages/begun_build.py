"""What a build of one blog works with from its first event on."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from ..cache.compiled_templates import CompiledTemplates
from ..cache.store import Store
from ..cache.template_codes import TemplateCodes
from ..faults import Faults, Level
from ..host.document_dates import with_its_pace
from ..host.other_plugins import refuse_two_blogs
from ..host.theme_files import look_past_hidden, use_codes
from ..log import log
from ..material.template_filters import date_filter
from ..processes.forking import cores_for
from ..rendering.link_extension import LinkExtension
from ..rendering.link_writer import LinkWriter
from ..rendering.page_renderer import Rendering
from ..rendering.rendered import Renditions
from ..sources.folders import Folders, Scope
from ..urls.link_index import LinkIndex
from .doubtful_options import tell_doubtful_options
from .unknown_options import tell_unknown_options

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from ..processes.template_compiler import TemplateCompiler
    from ..settings import Settings
    from .live_memory import LiveMemory

TEMPLATES = Path(__file__).parent.parent / "templates"


class BegunBuild:
    """A build whose options are known, and none of its files."""

    def __init__(
        self,
        config: MkDocsConfig,
        settings: Settings,
        chosen: frozenset[str],
        scope: Scope,
        memory: LiveMemory | None,
        compiled: CompiledTemplates,
        *,
        is_check: bool = False,
        is_built: bool = False,
    ) -> None:
        refuse_two_blogs(config, settings)
        settings = with_its_pace(settings, chosen, config)
        self.config = config
        self.settings = settings
        self.chosen = chosen
        """Options that the site has set itself."""
        self.is_serve = memory is not None
        self.is_check = is_check
        """Whether faults are looked for, and nothing else is wanted."""
        self.is_built = is_built
        """Whether the whole site is built, and nothing else is wanted."""
        is_kept = is_built and settings.cache and settings.keep_files and not settings.preview
        self.is_remembered = self.is_serve or is_kept
        """Whether the next build may leave pages as this one makes them."""
        self.memory = memory
        """What `serve` remembers from build to build."""
        self.compiled = compiled
        """Templates that need not be compiled again in this build; `serve` keeps them from build to build."""
        self.folders = Folders.of(settings, scope)
        self.faults = Faults.for_site(settings.faults)
        others = LinkExtension.of(config)
        self.links = others or LinkExtension(LinkWriter(config, self.faults, LinkIndex(Files([]), ())))
        self.writes_links = others is None
        """Whether this blog, the first of the site, makes links right for all of them."""
        self.rendering = Rendering(
            config, self.links, self.faults, _store_of(config, settings, memory), smart_quotes=settings.smart_quotes
        )
        self.rendering.known = memory.conversions if memory else None
        self.renditions = Renditions(
            rendering=self.rendering, settings=settings, known=memory.renditions if memory else None
        )
        self.told = 0
        """How many faults have been told."""
        self.now = _build_time()
        config.theme.dirs.append(str(TEMPLATES))
        look_past_hidden(config.theme)
        self.compiler: TemplateCompiler | None = None
        """Compiles templates beside this process."""
        self.relations: Callable[[], Any] | None = None
        """What tells which posts are like each other, where that is kept, or another process looks for it."""
        if self.writes_links:
            config.markdown_extensions.append(self.links)  # type: ignore[arg-type]

    def check_options(self, unknown: Mapping[str, str | None]) -> None:
        """Tell which options are not as somebody may think, those that nobody knows among them."""
        tell_unknown_options(unknown, self.config, self.faults)
        tell_doubtful_options(self.settings, self.chosen, self.config, self.faults)

    def compile_ahead(self) -> None:
        """Have templates compiled by another process while this one is busy with texts, if none were before."""
        if self.is_serve or self.is_check or cores_for(self.settings.workers) == 1:
            return
        env = self.config.theme.get_env()
        if self.compiled.are_new(env):
            from ..processes.template_compiler import TemplateCompiler  # noqa: PLC0415  # most builds have all codes

            # In which language it would show a date is of no matter, as no template has one in it.
            date = date_filter(self.settings.post_date_format, "en")
            with suppress(OSError):  # where there may be no more processes
                self.compiler = TemplateCompiler.start(self.config.theme, env, self.compiled, date=date)

    def tell_faults(self) -> None:
        """Log the faults that have not been told; an error among them ends a build, never `serve`."""
        if self.is_check:
            return
        late = self.faults.after(self.told)
        self.told = len(self.faults.found)
        for level, message in late.in_brief():
            log.log(level, "\n".join("%s" for _ in message.split("\n")), *message.split("\n"))
        errors = [fault for fault in late if fault.level >= Level.ERROR]
        if errors and not self.is_serve:
            files = len({fault.path for fault in errors})
            raise PluginError(f"{_count(len(errors), 'fault')} in {_count(files, 'file')}")

    def stop(self) -> None:
        """End the processes that prerender texts, and keep what has come so far."""
        if self.rendering.workers:
            self.rendering.workers.finish()
        if self.rendering.store:
            self.rendering.store.write()

    def end(self) -> None:
        """End the process that compiles templates."""
        if self.compiler:
            self.compiler.finish()
            self.compiler = None


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _build_time() -> datetime:
    """Now, or the time that `SOURCE_DATE_EPOCH` gives for reproducible builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def share_compiled(config: MkDocsConfig, memory: LiveMemory | None, *, keeps: bool) -> CompiledTemplates:
    """What knows the code of templates from now on, also for other plugins; `keeps` is whether later builds may."""
    compiled = memory.compiled if memory else CompiledTemplates()
    if compiled.kept is None or not keeps:
        compiled.kept = TemplateCodes.of_user(_folder_of(config)) if keeps else None
    use_codes(config.theme, compiled)
    return compiled


def _store_of(config: MkDocsConfig, settings: Settings, memory: LiveMemory | None) -> Store | None:
    """Where builds of a site keep what they may need again; `None` where it wants nothing kept."""
    if not settings.cache:
        return None
    folder = _folder_of(config) / settings.cache_dir
    return memory.store_in(folder) if memory else Store(folder)


def _folder_of(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
