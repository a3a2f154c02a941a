"""What pip-audit found in an environment: fails where something has a known weakness, and says what was not looked at."""

from __future__ import annotations

import json
import sys
from pathlib import Path

OURS = "newsrecon"


def main(report: str, log: str) -> int:
    try:
        found = json.loads(Path(report).read_text("utf-8"))["dependencies"]
    except (ValueError, KeyError):
        reason = Path(log).read_text("utf-8").strip().splitlines()[-1:] or ["pip-audit said nothing"]
        print(f"NOT AUDITED: {reason[0]}")
        return 0
    others = [one for one in found if not one["name"].startswith(OURS)]
    passed_over = [one for one in others if "skip_reason" in one]
    weak = [(one["name"], one["version"], weakness["id"]) for one in others for weakness in one.get("vulns", ())]
    for name, version, weakness in weak:
        print(f"{name} {version}: {weakness}")
    print(f"audited: {len(others) - len(passed_over)} of {len(others)} packages, {len(weak)} known weaknesses")
    if passed_over:
        print(
            f"NOT AUDITED: {', '.join(one['name'] for one in passed_over)}, first because: {passed_over[0]['skip_reason']}"
        )
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
