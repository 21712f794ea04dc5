"""How far `./dev` says it is, from what the tools that it starts have written."""

import os
import subprocess
from pathlib import Path

import pytest

DEV = Path(__file__).parents[2] / "dev"

APT = """\
0 upgraded, 3 newly installed, 0 to remove and 0 not upgraded.
Get:1 http://deb.example bookworm/main amd64 cmake amd64 3.25.1-1 [8692 kB]
Get:2 http://deb.example bookworm/main amd64 g++ amd64 12.2.0-3 [1356 B]
"""
PIP = """\
Collecting numpy>=1.26
  Downloading numpy-2.3.1-cp311-cp311-manylinux_2_28_x86_64.whl (16.9 MB)
Collecting scipy>=1.13
"""


def latest(log: str, place: Path) -> str:
    (place / "log").write_text(log)
    functions = DEV.read_text().split("# ---- what you ask")[0].split("# ---- words", 1)[1].split("\n", 1)[1]
    script = f"{functions}\nlatest log"
    return subprocess.run(["sh", "-euc", script], cwd=place, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("log", "told"),
    [
        ("", ""),
        ("Get:1 http://deb.example bookworm InRelease [151 kB]\n", "got 1"),
        (APT, "got 2 of 3"),
        (APT + "Unpacking cmake (3.25.1-1) ...\n", "unpacked 1 of 3"),
        (APT + "Unpacking cmake (3.25.1-1) ...\nSetting up cmake (3.25.1-1) ...\n", "set up 1 of 3"),
        (PIP, "found 2, now scipy>=1.13"),
        (PIP[: PIP.index("Collecting scipy")], "found 1, getting numpy (16.9 MB)"),
        (PIP + "Installing collected packages: numpy, scipy\n", "installed 0 of 2"),
        ("  [7/60] Building CXX object engine/week.cpp.o\n", "7 of 60"),
        ("  [7/60] Building CXX object engine/week.cpp.o\n  week.cpp: warning: [1] unused\n", "7 of 60"),
    ],
)
def test_a_log_tells_how_far_it_is_and_of_how_many(log: str, told: str, tmp_path: Path) -> None:
    assert latest(log, tmp_path) == told


def test_packages_count_as_installed_once_they_are_there(tmp_path: Path) -> None:
    packages = tmp_path / ".venv/lib/python3.11/site-packages"
    (packages / "pip-23.dist-info").mkdir(parents=True)
    wanted = tmp_path / ".venv/wanted"
    wanted.touch()
    before = (packages / "pip-23.dist-info").stat().st_mtime
    os.utime(wanted, (before + 1, before + 1))
    (packages / "numpy-2.dist-info").mkdir()
    os.utime(packages / "numpy-2.dist-info", (before + 2, before + 2))
    assert latest(PIP + "Installing collected packages: numpy, scipy\n", tmp_path) == "installed 1 of 2"
