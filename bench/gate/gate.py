"""Counts the instructions of a few kernels and holds them against the committed ones: speed that no clock can blur.

python bench/gate/gate.py           compares; fails where a kernel is 2 % off bench/gate/instructions.json
python bench/gate/gate.py --write   writes that file again; the commit says why
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
COMMITTED = HERE / "instructions.json"
PROGRAM = HERE.parents[1] / "build/release/kernels"

#: how far a count may be off, as a share of the committed one
ALLOWED = 0.02


def compiler() -> str:
    """What the program was built with: another compiler writes other instructions."""
    sections = subprocess.run(["readelf", "-p", ".comment", PROGRAM], check=True, capture_output=True, text=True)
    return ", ".join(sorted(set(re.findall(r"GCC: .*|clang version .*", sections.stdout))))


def kernels() -> list[str]:
    """The names of all that is counted."""
    return subprocess.run([PROGRAM], check=True, capture_output=True, text=True).stdout.splitlines()


def instructions(kernel: str) -> int:
    """How many a kernel takes, without what comes before and after; the same in every run."""
    with tempfile.TemporaryDirectory() as place:
        told = subprocess.run(
            [
                "valgrind",
                "--tool=callgrind",
                "--toggle-collect=*measured*",
                f"--callgrind-out-file={place}/out",
                PROGRAM,
                kernel,
            ],
            check=True,
            capture_output=True,
            text=True,
        ).stderr
    found = re.search(r"Collected : (\d+)", told)
    if not found or found[1] == "0":
        raise RuntimeError(f"valgrind counted nothing in {kernel}: {told}")
    return int(found[1])


def why_not() -> str | None:
    """Why nothing can be compared here, if so."""
    if not PROGRAM.exists():
        return "bench/gate/kernels.cpp is not built here; ./dev test builds it"
    if not shutil.which("valgrind"):
        return "valgrind is not installed here"
    committed = json.loads(COMMITTED.read_text())["compiler"]
    if compiler() != committed:
        return f"built with {compiler()}, the committed counts are those of {committed}"
    return None


def counted() -> dict[str, int]:
    """All of them, two at a time."""
    names = kernels()
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(names, pool.map(instructions, names), strict=True))


def off(now: dict[str, int], committed: dict[str, int]) -> list[str]:
    """A line for every kernel that is not as committed."""
    lines = [f"{name}: counted, not committed" for name in now.keys() - committed.keys()]
    lines += [f"{name}: committed, not counted" for name in committed.keys() - now.keys()]
    for name in sorted(now.keys() & committed.keys()):
        change = now[name] / committed[name] - 1
        if abs(change) > ALLOWED:
            lines.append(f"{name}: {now[name]:,} instructions, {change:+.1%} of the committed {committed[name]:,}")
    return lines


def main() -> int:
    """Compares or writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the counts as those to compare with")
    if parser.parse_args().write:
        COMMITTED.write_text(json.dumps({"compiler": compiler(), "instructions": counted()}, indent=2) + "\n")
        return 0
    if reason := why_not():
        print(f"skipped: {reason}")
        return 0
    now = counted()
    for name, count in now.items():
        print(f"{name:<24}{count:>16,}")
    wrong = off(now, json.loads(COMMITTED.read_text())["instructions"])
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
