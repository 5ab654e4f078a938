"""From text to HTML: Liquid, Markdown, links, and what follows from a finished text."""
