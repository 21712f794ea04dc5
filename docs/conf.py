"""The docs site: `./dev docs --site` builds it into build/site. Nothing is fetched while it is built or read."""

import re
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ekkyo import __version__, _engine

ROOT = Path(__file__).parents[1]

project = "ekkyo"
author = "the ekkyo developers"
release = version = __version__
copyright = f"{date.today().year}, {author}"

# the source is the repository itself, so links between pages are those one follows there
root_doc = "docs/index"
include_patterns = [
    "docs/*.md",
    "docs/ja/*.md",
    "engine/README.md",
    "scenarios/README.md",
    "notebooks/*.ipynb",
    "C*.md",
]
exclude_patterns = ["docs/README.md", "**/.ipynb_checkpoints"]

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx.ext.napoleon"]
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]

# notebooks are stored without output and lived here, once as long as neither they nor what they show change
code = [
    path.read_bytes()
    for folder in ("bindings/ekkyo", "scenarios")
    for path in sorted((ROOT / folder).rglob("*.*"))
    if path.suffix not in (".pyc", ".so")
]
nb_execution_mode = "cache"
nb_execution_cache_path = str(
    ROOT / "build/site-notebooks" / sha256(b"".join([_engine.build["fingerprint"].encode(), *code])).hexdigest()[:16]
)
nb_execution_timeout = 600
nb_execution_raise_on_error = True
# sliders need a running Python; the scripts that would draw them come from elsewhere
nb_ipywidgets_js: dict[str, object] = {}

default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "none"
autosummary_generate = False
napoleon_google_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False

# several classes have an attribute of the same name, and a word in a docstring is no link to any of them
suppress_warnings = ["ref.python"]

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_title = "ekkyo 越境"
html_copy_source = False
html_show_sphinx = False


def plural(app: Any, what: str, name: str, one: Any, options: Any, lines: list[str]) -> None:
    """Lets a docstring say `Book`s, as it reads in the source."""
    lines[:] = [re.sub(r"(`\w+`)s\b", r"\1\\ s", line) for line in lines]


def setup(app: Any) -> None:
    """What Sphinx calls."""
    app.connect("autodoc-process-docstring", plural)
