"""Writes the published JSON Schema files beside this script: `python docs/schema/generate.py`."""

from __future__ import annotations

import json
from pathlib import Path

from newsrecon import json_schema
from newsrecon.schema import SCHEMAS

for name in SCHEMAS:
    path = Path(__file__).with_name(f"{name}.json")
    path.write_text(json.dumps(json_schema(name), indent=2) + "\n", "utf-8")
