"""Write the JSON Schemas of the formats beside this file."""

import json
from pathlib import Path

from newsrecon import json_schema

for name in ("article", "claim", "reconciliation"):
    text = json.dumps(json_schema(name), indent=2, ensure_ascii=False)
    Path(__file__).with_name(f"{name}.json").write_text(text + "\n", encoding="utf-8")
