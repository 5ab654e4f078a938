"""Jekyll sites that tests write, in the language of `tests/site.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blogposts.migration.source_site.site_reader import read_site
from tests.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_blogposts.migration.source_site.old_site import JekyllSite

ACADEMIC = """
    _config.yml
    | title: Ada's "page"
    | name: &name Ada Lovelace
    | description: Engines and numbers
    | url: https://ada.example
    | baseurl: ""
    | locale: en-GB
    | words_per_minute: 160
    | future: true
    | timezone: Europe/London
    | permalink: /:categories/:title/
    | author:
    |   name: *name
    |   avatar: profile.png
    |   bio: Countess
    |   email: ada@ada.example
    |   github: ada
    |   googlescholar: https://scholar.google.com/citations?user=ada
    |   pubmed:
    | analytics:
    |   provider: google-universal
    |   google: {tracking_id: UA-1}
    | include: [_pages, files]
    | exclude: [README, node_modules, "*.bak", log]
    | collections:
    |   talks: {output: true, permalink: "/:collection/:path/"}
    |   publications: {output: true, permalink: "/:collection/:path/"}
    |   hidden: {output: false}
    | plugins: [jekyll-feed, jekyll-sitemap, jekyll-redirect-from, jekyll-mentions]
    _data/navigation.yml
    | main:
    |   - title: Publications
    |     url: /publications/
    |   - {title: Talks, url: /talks/}
    |   - {title: Posts, url: /year-archive/}
    |   - {title: CV, url: /files/cv.pdf}
    |   - {title: Code, url: "https://code.example/"}
    |   - {title: Gone, url: /gone/}
    _includes/base_path
    | {% assign base_path = site.baseurl %}
    _layouts/single.html
    | {{ content }}
    _sass/main.scss
    | a { color: red }
    _pages/about.md
    | ---
    | permalink: /
    | title: About
    | redirect_from:
    |   - /about/
    |   - /about.html
    | ---
    | I build engines.
    _pages/terms.html
    | ---
    | permalink: /terms.html
    | title: Terms
    | ---
    | <p>No terms.</p>
    _pages/404.md
    | ---
    | permalink: /404.html
    | title: Not found
    | ---
    | Nothing.
    _pages/year-archive.html
    | ---
    | permalink: /year-archive/
    | title: All my posts
    | redirect_from: /wordpress/blog-posts/
    | ---
    | {% for post in site.posts %}<a href="{{ post.url }}">{{ post.title }}</a>{% endfor %}
    _pages/tag-archive.html
    | ---
    | permalink: /tags/
    | title: Tags
    | ---
    | {% for tag in site.tags %}<h2 id="{{ tag[0] | slugify }}">{{ tag[0] }}</h2>{% endfor %}
    _pages/category-archive.html
    | ---
    | permalink: /categories/
    | title: Categories
    | ---
    | {% for category in site.categories %}{{ category[0] }}{% endfor %}
    _pages/talks.html
    | ---
    | permalink: /talks/
    | title: My talks
    | ---
    | {% for post in site.talks reversed %}{{ post.title }}{% endfor %}
    _pages/publications.md
    | ---
    | permalink: /publications/
    | title: Publications
    | ---
    | {% for post in site.publications reversed %}{{ post.title }}{% endfor %}
    _pages/sitemap.md
    | ---
    | permalink: /sitemap/
    | ---
    | {% for page in site.pages %}{{ page.title }}{% endfor %}
    _publications/2020-engine.md
    | ---
    | title: The [engine] &amp; <sup>13</sup>C <script>x</script>
    | permalink: /publication/2020-engine
    | date: 2020-05-01
    | venue: Journal of Engines
    | ---
    | Abstract.
    _publications/notes.md
    | ---
    | title: Notes
    | ---
    | More.
    _hidden/secret.md
    | ---
    | title: Secret
    | ---
    | Not shown.
    _talks/2021-03-04-turin.md
    | ---
    | title: A talk in Turin
    | collection: talks
    | type: Talk
    | permalink: /talks/2021-03-04-turin
    | venue: Academy 2021
    | date: 2021-03-04
    | location: Turin, Italy
    | ---
    | I spoke.
    _talks/undated.md
    | ---
    | title: A talk without a day
    | ---
    | I spoke again.
    _posts/2024-2-3-first-post.md
    | ---
    | title: First
    | permalink: /posts/2024/02/first/
    | tags: [engines, two words]
    | redirect_from: /old/first
    | ---
    | See [the talk](/talks/2021-03-04-turin) and:
    | - a list
    _posts/2024-03-01-Second-Post.md
    | ---
    | title: Second
    | categories: notes
    | ---
    | Again.
    _posts/2024-03-02-third.md
    | ---
    | title: "DRAFT: Third"
    | ---
    | Not yet.
    _posts/notes.md
    | No post.
    _drafts/idea.md
    | ---
    | title: An idea
    | ---
    | Later.
    es/_posts/2024-04-01-hola.md
    | ---
    | title: Hola
    | ---
    | Hola.
    contact.md
    | ---
    | title: Contact
    | ---
    | Write.
    projects/index.html
    | ---
    | title: Projects
    | ---
    | <p>Engines.</p>
    README.md
    | # Read me
    CONTRIBUTING.md
    | # Contribute
    assets/css/main.scss
    | ---
    | ---
    | a { color: red }
    assets/plain.css
    | a { color: blue }
    files/cv.pdf
    | CV
    images/profile.png
    | picture
    images/favicon.ico
    | icon
    old.bak
    | backup
    .hidden
    | hidden
    CNAME
    | ada.example
    Gemfile
    | gem "github-pages"
    node_modules/x/index.html
    | <p>module</p>
"""
"""As academicpages has it."""

MINIMAL_MISTAKES = """
    _config.yml
    | title: Loom
    | locale: de
    | url: "https://someone.github.io"
    | baseurl: /loom
    | repository: someone/loom
    | theme: minimal-mistakes-jekyll
    | include: [.htaccess, _pages]
    | paginate: 5
    | permalink: /:year/:month/:title:output_ext
    | timezone: Europe/Berlin
    | footer:
    |   links:
    |     - {label: GitHub, icon: "fab fa-fw fa-github", url: "https://github.com/someone"}
    |     - {label: Elsewhere, icon: "fas fa-link", url: "https://social.example/@someone"}
    | comments: {provider: disqus, disqus: {shortname: loom}}
    | defaults:
    |   - scope: {path: "", type: posts}
    |     values: {layout: single, read_time: true}
    | plugins: [jekyll-feed, jekyll-redirect-from, jekyll-paginate]
    _data/navigation.yml
    | main:
    |   - title: Notes
    |     url: /notes/
    |   - title: More
    |     children:
    |       - {title: Archive, url: /year-archive/}
    |       - {title: Tags, url: /tags/}
    index.html
    | ---
    | layout: home
    | title: Woven words
    | ---
    _pages/year-archive.md
    | ---
    | title: Posts by year
    | layout: posts
    | permalink: /year-archive/
    | ---
    _pages/tags.md
    | ---
    | title: Posts by tag
    | layout: tags
    | permalink: /tags/
    | ---
    notes.md
    | ---
    | title: Notes
    | redirect_from: [/remarks]
    | ---
    | Some [notes](/loom/2024/05/warp.html).
    elsewhere.md
    | ---
    | title: Elsewhere
    | redirect_to: https://social.example/@someone
    | ---
    _posts/2024-05-06-warp.md
    | ---
    | title: Warp
    | tags: thread wool
    | ---
    | The warp.
    _posts/2024-06-07-weft.markdown
    | ---
    | title: Weft
    | ---
    | The weft.
    assets/images/loom.svg
    | <svg xmlns="http://www.w3.org/2000/svg"/>
"""
"""As Minimal Mistakes has it."""


def write_old(root: Path, tree: str) -> Path:
    """A Jekyll site in a new folder."""
    root.mkdir()
    Site(root).write(tree)
    (root / "docs").rmdir()
    return root


def read_old(root: Path, tree: str) -> JekyllSite:
    """The same, read."""
    return read_site(write_old(root, tree))
