"""Every example is run: those of the README, of the pages in docs, of the plugins' READMEs, and those in docstrings."""

from __future__ import annotations

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

ROOT = Path(__file__).parent

# A busy machine must not fail a law: no test here is about time.
settings.register_profile("newsrecon", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newsrecon")


@pytest.fixture(scope="module")
def _at_the_root():
    """Examples name `seeds/` as a reader does who stands at the root of the project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield


pages = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["*.md"],
    fixtures=["_at_the_root"],
)
docstrings = Sybil(
    parsers=[DocTestParser(optionflags=ELLIPSIS | NORMALIZE_WHITESPACE)],
    patterns=["*.py"],
    excludes=["test_*.py", "conftest.py", "conf.py", "generate.py"],
    document_types={".py": PythonDocStringDocument},
    fixtures=["_at_the_root"],
)

pytest_collect_file = (pages + docstrings).pytest()
