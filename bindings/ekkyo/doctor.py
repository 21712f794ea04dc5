"""What this machine brings."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

NEEDED = ("ekkyo", "numpy", "xarray", "pandas", "scipy", "h5netcdf", "matplotlib", "typer", "tqdm", "jinja2")


def report_versions() -> str:
    """One line per thing: the system, Python, and what ekkyo stands on."""
    told = {"system": platform.platform(), "python": platform.python_version(), "processors": str(os.cpu_count())}
    told |= {name: version(name) for name in NEEDED}
    return "\n".join(f"{name:<12}{what}" for name, what in told.items())
