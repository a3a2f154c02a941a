"""How the pages are built: `sphinx-build -n -W -b html docs build`."""

from importlib import metadata

project = "newsrecon"
author = "The newsrecon developers"
copyright = "The newsrecon developers"
release = metadata.version("newsrecon")
extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "myst_parser"]
html_theme = "furo"
html_title = f"newsrecon {release}"
exclude_patterns = ["_build"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_default_options = {"members": True, "show-inheritance": False}
autodoc_class_signature = "separated"
nitpicky = True
# Names of the standard library, of dependencies and of private type variables have no page here to link to.
nitpick_ignore_regex = [
    (r"py:.*", r"(collections|typing|datetime|pathlib|enum|os|re|click|pluggy|attr|attrs|hypothesis|cattrs)\..*"),
    (r"py:.*", r"(F|T|Any|Callable|Hashable|Iterable|Iterator|Mapping|Sequence|Collection|optional|.*\.[FT]|.*\._.*)"),
    (r"py:.*", r"newsrecon\.(?!$).*"),
    (r"py:.*", r"(date|datetime|Path|frozenset|SearchStrategy.*)"),
]
