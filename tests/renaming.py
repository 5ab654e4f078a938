"""Takes the blog of a site out of its `mkdocs.yml` and puts another plugin there, as its author would."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MATERIAL = ("blog", "material/blog", "materialx/blog")
"""Names of the plugin that is replaced."""


@dataclass(frozen=True, kw_only=True)
class Renaming:
    """What is to be another way in `mkdocs.yml`; its tags (`!ENV`, `!!python/name:…`) stay as they are."""

    plugin: str
    """Takes the place of the blog."""
    options: dict[str, Any]
    """Options of that plugin besides those that are there."""
    drop: frozenset[str]
    """Plugins to take out."""

    def write(self, config: Path, *, hook: Path | None = None) -> Path:
        """The changed copy of a configuration; it lies beside that, as do those of what it inherits."""
        tree = _composed(config)
        top = {key.value: value for key, value in tree.value}
        if inherited := top.get("INHERIT"):
            inherited.value = os.path.relpath(self.write(config.parent / inherited.value), config.parent)
        if plugins := top.get("plugins"):
            self._rename_in(plugins)
        if hook:
            hooks = top.get("hooks")
            if hooks is None:
                hooks = yaml.SequenceNode("tag:yaml.org,2002:seq", [])
                tree.value.append((_text("hooks"), hooks))
            hooks.value.append(_text(str(hook)))
        changed = config.with_name(f"parity-{config.name}")
        changed.write_text(yaml.serialize(tree), encoding="utf-8")
        return changed

    def _rename_in(self, plugins: yaml.Node) -> None:
        """Change a list or mapping of plugins."""
        if isinstance(plugins, yaml.MappingNode):
            pairs = [self._renamed(*pair) for pair in plugins.value if pair[0].value not in self.drop]
            plugins.value = pairs
            return
        items = []
        for item in plugins.value:
            name, body = item.value[0] if isinstance(item, yaml.MappingNode) else (item, None)
            if name.value not in self.drop:
                pair = self._renamed(name, body)
                items.append(item if pair == (name, body) else _mapping([pair]))
        plugins.value = items

    def _renamed(self, name: yaml.Node, body: yaml.Node | None) -> tuple[yaml.Node, yaml.Node | None]:
        """A plugin and its options."""
        if name.value in MATERIAL:
            given = body.value if isinstance(body, yaml.MappingNode) else []
            added = [(_text(key), yaml.compose(yaml.safe_dump(value))) for key, value in self.options.items()]
            return _text(self.plugin), _mapping([*given, *added])
        if name.value.endswith("group") and isinstance(body, yaml.MappingNode):
            for key, inner in body.value:
                if key.value == "plugins":
                    self._rename_in(inner)
        return name, body


def _composed(config: Path) -> yaml.MappingNode:
    tree = yaml.compose(config.read_text(encoding="utf-8"))
    if not isinstance(tree, yaml.MappingNode):
        raise TypeError(f"{config} is no configuration of MkDocs")
    return tree


def _mapping(pairs: list[Any]) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs)


def _text(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


def plugins_of(config: Path) -> list[str]:
    """Names of the plugins of a configuration and of what it inherits; none where it is no configuration."""
    try:
        top = {key.value: value for key, value in _composed(config).value}
    except (yaml.YAMLError, TypeError, OSError):
        return []
    inherited = plugins_of(config.parent / top["INHERIT"].value) if "INHERIT" in top else []
    return inherited + (list(_names(top["plugins"])) if "plugins" in top else [])


def _names(plugins: yaml.Node) -> Iterator[str]:
    """Names of the plugins of a list or mapping, those of groups too."""
    if isinstance(plugins, yaml.MappingNode):
        pairs = plugins.value
    else:
        pairs = [each.value[0] if isinstance(each, yaml.MappingNode) else (each, None) for each in plugins.value]
    for name, body in pairs:
        yield name.value
        if name.value.endswith("group") and isinstance(body, yaml.MappingNode):
            yield from (inner for key, value in body.value if key.value == "plugins" for inner in _names(value))


def site_url_of(config: Path) -> str:
    """The `site_url` of a configuration; empty where it is not plainly there."""
    return next((str(value.value) for key, value in _composed(config).value if key.value == "site_url"), "")
