"""Cells of a notebook on a page: `{cell}` runs Python and shows the code and what a notebook would show for its last line.

All cells of a page share their names. Code that raises stops the build, so what a page shows is what the library does.
"""

from __future__ import annotations

import ast
import contextlib
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).parent.parent


class Cell(SphinxDirective):
    has_content = True

    def run(self) -> list[nodes.Node]:
        names = self.env.temp_data.setdefault("cells", {})
        body = ast.parse("\n".join(self.content)).body
        last = body.pop() if isinstance(body[-1], ast.Expr) else None
        with contextlib.chdir(ROOT):
            exec(compile(ast.Module(body, []), self.env.docname, "exec"), names)
            value = eval(compile(ast.Expression(last.value), self.env.docname, "eval"), names) if last else None
        code = nodes.literal_block("", "\n".join(self.content), language="python")
        return [code] if value is None else [code, self._shown(value)]

    @staticmethod
    def _shown(value: object) -> nodes.Node:
        if hasattr(value, "_repr_html_"):
            return nodes.container("", nodes.raw("", value._repr_html_(), format="html"), classes=["cell-output"])
        return nodes.literal_block("", repr(value), language="text")


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("cell", Cell)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
