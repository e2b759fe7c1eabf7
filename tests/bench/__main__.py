"""`python3 dev.py bench [--json FILE] [--large] [NAME ...]`: run every bench, print what was measured, write the page.

The page is docs/performance.md. Each `bench_*.py` has `run() -> dict[str, float]`, measured in one go with its own
floor beside it. With names only those benches run, and the page in docs/ is left as it was.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGE = ROOT / "docs" / "performance.md"


def measure(name: str) -> dict[str, float]:
    """Run one bench."""
    print(f"{name} …", flush=True)
    started = time.perf_counter()
    found: dict[str, float] = importlib.import_module(f"tests.bench.{name}").run()
    for what, value in found.items():
        print(f"    {what}: {value:,.3f}")
    print(f"    ({time.perf_counter() - started:.0f} s)", flush=True)
    return found


def page(results: dict[str, dict[str, float]]) -> str:
    """Give docs/performance.md."""
    parts = [(HERE / "performance-head.md").read_text("utf-8").rstrip(), ""]
    parts += [f"Measured with Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} cores.", ""]
    for name, found in results.items():
        about = (sys.modules[f"tests.bench.{name}"].__doc__ or name).strip().splitlines()[0]
        parts += [f"## {about}", "", "| what | measured |", "|---|---:|"]
        parts += [f"| {what} | {value:,.2f} |" for what, value in found.items()]
        parts.append("")
    return "\n".join(parts)


def main() -> int:
    """Run the benches that were asked for, or all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    names = sorted(path.stem for path in HERE.glob("bench_*.py"))
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--large", action="store_true", help="a library of 100,000 cases too")
    parser.add_argument("names", nargs="*", choices=[*names, []], metavar="NAME")
    options = parser.parse_args()
    if options.large:
        os.environ["FACILITATOR_BENCH_LARGE"] = "1"
    results = {name: measure(name) for name in options.names or names}
    if options.json is not None:
        options.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    if not options.names:
        PAGE.write_text(page(results), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
