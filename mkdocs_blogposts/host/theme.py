"""What the theme of the site shows by itself, in which language, and what is left for us."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.meta import find_referenced_templates, find_undeclared_variables
from jinja2.nodes import Getattr

from ..cache.own_templates import is_known
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass, field
from ..shown_dates import locale_of
from ..words import Words, load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import jinja2
    from jinja2.nodes import Template
    from mkdocs.config.defaults import MkDocsConfig


POST_TEMPLATE = "blog-post.html"
"""Template that Material and MaterialX have for posts."""
LIST_TEMPLATE = "blog.html"
"""Template that they have for listings."""
_CONTENT = "partials/content.html"
"""What puts the title of a page above its text, where that has none."""
_LISTING_OVERRIDES = (LIST_TEMPLATE, "partials/post.html", "partials/pagination.html")
"""Templates that only matter to a site that wants Material's list."""

_READS_POSTS = late_pattern(
    r"""\bcontext(?:\[\s*["']posts["']\s*\](?!\s*(?:=[^=]|\.(?:append|extend|insert)\b))|\.get\(\s*["']posts["'])"""
)
"""What a hook has in it that reads `posts` of a template, and does more than give it some."""

_WORDS_FOR: Mapping[str, str] = {
    "blog.archive": "archive",
    "blog.categories": "categories",
    "blog.authors": "authors",
}
"""Our word for a key of Material's translations, for themes that have none and languages that lack it."""

_FRAMES = frozenset({"base.html", "main.html"})
"""Templates that all pages have in common."""

_SHOW_NEIGHBOURS = frozenset({"mkdocs", "readthedocs"})
"""Themes that always link to the previous and next page."""


def puts_titles(config: MkDocsConfig) -> bool:
    """Whether the theme puts a title above a text that has no heading, as Material and MaterialX do."""
    return any((Path(folder) / POST_TEMPLATE).is_file() for folder in config.theme.dirs)


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme of one build."""

    env: jinja2.Environment
    language: str
    locale: str
    """Of Babel."""
    words: Words
    has_post_template: bool
    has_own_listing: bool
    """Whether the site has its own version of a template of Material's list, or a hook that changes what that shows."""
    has_own_post_template: bool
    """Whether the template of posts is another than Material's."""
    has_own_content: bool
    """Whether the site has its own version of what puts a title above a text without one."""
    has_own_tags: bool
    """Whether the site has a template that shows the tags of a page."""
    shows_neighbours: bool
    """Whether pages link to the ones before and after them."""
    _dates: dict[str, bool] = field(default_factory=dict, init=False)
    """Whether each template that a page asks for shows its date."""

    @classmethod
    def of(cls, config: MkDocsConfig) -> Theme:
        """The theme that a site has set."""
        env = config.theme.get_env()
        language = str(config.theme.get("language") or config.theme.get("locale") or "en")
        features = config.theme.get("features") or []
        has_post_template = _has(env, POST_TEMPLATE)
        return cls(
            env=env,
            language=language.replace("_", "-"),
            locale=locale_of(language),
            words=load_words(language.replace("_", "-")),
            has_post_template=has_post_template,
            has_own_listing=has_post_template and (_has_own(config, _LISTING_OVERRIDES) or _has_hook_for_posts(config)),
            has_own_post_template=has_post_template and not is_known(_source_of(env, POST_TEMPLATE)),
            has_own_content=has_post_template and _has(env, _CONTENT) and not is_known(_source_of(env, _CONTENT)),
            has_own_tags=has_post_template and _shows_tags(config, env),
            shows_neighbours="navigation.footer" in features or config.theme.name in _SHOW_NEIGHBOURS,
        )

    def has(self, template: str) -> bool:
        """Whether there is a template of that name; it is not loaded yet."""
        return _has(self.env, template)

    def uses(self, template: str, variable: str) -> bool:
        """Whether a template, or one that it extends or includes, asks for a variable."""
        return any(variable in find_undeclared_variables(tree) for tree in _trees(self.env, template))

    def shows_byline(self, template: object) -> bool:
        """Whether a template of the site itself shows date and authors of a post, as Material's does beside a text."""
        if template == POST_TEMPLATE:
            return self.has_own_post_template
        if not isinstance(template, str):
            return False
        if template not in self._dates:
            self._dates[template] = _shows_date(self.env, template)
        return self._dates[template]

    def shows_tags(self, template: object) -> bool:
        """Whether the tags of a post are left to the theme, since the site has templates of its own for them."""
        return self.has_post_template and (self.has_own_tags or self.shows_byline(template))

    def has_icon(self, name: object) -> bool:
        """Whether Material has an icon of that name; a template that asks for another ends the build."""
        try:
            return self.env.get_template(f".icons/{name}.svg") is not None
        except TemplateNotFound:
            return False

    def with_env(self, env: jinja2.Environment) -> Theme:
        """The same with the environment that pages are rendered in."""
        return replace(self, env=env)

    def translate(self, key: str, config: MkDocsConfig) -> str:
        """The words for a key of Material's translations; any other text as it is."""
        translated = key
        if self.has_post_template:
            template = self.env.get_template("partials/language.html", globals={"config": config})
            translated = str(template.module.t(key))  # type: ignore[attr-defined]
        is_ours = key in _WORDS_FOR and (translated == key or not self._has_translation(key))
        return self.words(_WORDS_FOR[key]) if is_ours else translated

    def _has_translation(self, key: str) -> bool:
        """Whether Material has words of the site's language for a key, and not of English in their place."""
        try:
            language = self.env.get_template(f"partials/languages/{self.language}.html")
        except TemplateNotFound:
            return True
        return bool(str(language.module.t(key)))  # type: ignore[attr-defined]


def _shows_date(env: jinja2.Environment, template: str) -> bool:
    """Whether a template, or one that it extends or includes, asks for `….config.date`."""
    nodes = (each.node for tree in _trees(env, template) for each in tree.find_all(Getattr) if each.attr == "date")
    return any(isinstance(node, Getattr) and node.attr == "config" for node in nodes)


def _trees(env: jinja2.Environment, template: str) -> Iterator[Template]:
    """A template and all that it extends or includes, each once and parsed, but for what all pages have in common."""
    seen = set(_FRAMES)
    waiting = [template]
    while waiting and env.loader:
        name = waiting.pop()
        if name in seen:
            continue  # as that of a table of contents, which includes itself
        seen.add(name)
        try:
            source, *_ = env.loader.get_source(env, name)
        except TemplateNotFound:
            continue
        tree = env.parse(source)
        yield tree
        waiting += filter(None, find_referenced_templates(tree))


def _has(env: jinja2.Environment, template: str) -> bool:
    try:
        return env.loader is not None and bool(env.loader.get_source(env, template))
    except TemplateNotFound:
        return False


def _source_of(env: jinja2.Environment, template: str) -> Path:
    """The folder that a template lies in."""
    _, path, _ = env.loader.get_source(env, template) if env.loader else ("", None, None)
    return Path(path or ".").parent


def _shows_tags(config: MkDocsConfig, env: jinja2.Environment) -> bool:
    """Whether a template of the site asks for the tags of a page."""
    folder = config.theme.custom_dir
    return folder is not None and any("tags" in _asked_for(path, env) for path in Path(folder).rglob("*.html"))


def _asked_for(path: Path, env: jinja2.Environment) -> set[str]:
    """The variables that a template asks for."""
    try:
        return find_undeclared_variables(env.parse(path.read_text(encoding="utf-8")))
    except (OSError, TemplateSyntaxError, UnicodeDecodeError):
        return set()


def _has_hook_for_posts(config: MkDocsConfig) -> bool:
    """Whether a hook looks at the posts that a template is to show, to leave some out."""
    files = (getattr(module, "__file__", None) for module in config["hooks"].values())
    return any(_READS_POSTS.search(Path(file).read_text(encoding="utf-8", errors="replace")) for file in files if file)


def _has_own(config: MkDocsConfig, templates: Iterable[str]) -> bool:
    custom_dir = config.theme.custom_dir
    return custom_dir is not None and any(Path(custom_dir, name).is_file() for name in templates)
