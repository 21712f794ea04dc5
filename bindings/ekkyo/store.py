"""A run or a study on disk: results.nc with every column, manifest.json with where it comes from, an index."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from . import _engine, netcdf
from .errors import StoreError
from .keeping import SCHEMA, Keeping, read_manifest
from .plan import Plan, world_from_dict, world_to_dict
from .run import Run, header
from .scenario import Scenario
from .study import Study
from .worlds import Worlds


def save(result: Run | Study, directory: str | Path, replace: bool = False) -> Path:
    """Writes a run or a study into a directory, whole or not at all.

    Raises
    ------
    StoreError
        If the directory holds another study and `replace` is not set, or somebody else is writing there.
    """
    with Keeping(directory, result.lived.plan, replace) as keeping:
        told = manifest_of(result, keeping.directory)
        keeping.finish(result.lived, json.dumps(told, indent=2, ensure_ascii=False) + "\n")
        return keeping.directory


def load(directory: str | Path) -> Run | Study:
    """Reads what `Run.save` or `Study.save` wrote.

    Raises
    ------
    StoreError
        If it is not finished, of another version, or not what was written.
    """
    directory = Path(directory)
    manifest = read_manifest(directory)
    if manifest.get("schema") != SCHEMA:
        raise StoreError(f"{directory}: version {manifest.get('schema')} of the store; this reads version {SCHEMA}")
    if not manifest.get("finished"):
        raise StoreError(f"{directory} is not finished; the command that began it goes on with it")
    if not (directory / "results.nc").exists():
        raise StoreError(f"{directory} holds no results.nc")
    try:
        scenario, plan = plan_from(manifest, directory)
        unchanged = manifest["key"] == plan.key or manifest["build"]["fingerprint"] != _engine.build["fingerprint"]
    except KeyError as missing:
        raise StoreError(f"{directory}/manifest.json lacks {missing}") from None
    if not unchanged or manifest["scenario_hash"] != hash_of(manifest["scenario"]):
        raise StoreError(f"{directory}: its manifest, or a file that it names, is not what it was when this was lived")
    part = netcdf.read(directory / "results.nc")
    told = {name: manifest[name] for name in ("interrupted", "failed", "seconds")}
    lived = Worlds(plan=plan, raw=part["worlds"], replicates=part["replicates"], **told)
    if lived.ledger_hash != manifest["ledger_hash"]:
        raise StoreError(f"{directory}: results.nc ({lived.ledger_hash}) is not that of its manifest")
    if manifest["kind"] == "study":
        return Study(scenario, lived, manifest["levels"], manifest["base"])
    return Run(scenario, lived)


def hash_of(text: str) -> str:
    """A fingerprint of a text."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def plan_from(manifest: dict[str, Any], directory: Path) -> tuple[Scenario, Plan]:
    """What was lived, and the scenario at the prices that applied last."""
    beside = directory / manifest["directory"]
    first = Scenario.from_toml(manifest["scenario"], beside, f"{directory}/manifest.json")
    worlds = tuple(world_from_dict(world) for world in manifest["worlds"])
    plan = Plan(first, worlds, manifest["asked"], manifest["per_draw"], manifest["at_base"])
    return first.replace(manifest["prices"]) if manifest["prices"] else first, plan


def manifest_of(result: Run | Study, directory: Path) -> dict[str, Any]:
    """Where the result comes from: enough to run it again."""
    lived, first = result.lived, result.lived.scenario
    changed = {s.path: s.value for s in result.scenario.engine.settings if s.path.startswith("prices.")}
    original = {s.path: s.value for s in first.engine.settings if s.path.startswith("prices.")}
    study = {"levels": result.levels, "base": result.base} if isinstance(result, Study) else {}
    return {
        "schema": SCHEMA,
        "finished": True,
        "kind": "study" if study else "run",
        **header(lived),
        "name": first.name,
        "scenario": first.source,
        "scenario_hash": hash_of(first.source),
        "directory": os.path.relpath(first.directory, directory),
        "prices": {path: value for path, value in changed.items() if original.get(path) != value},
        **study,
        "worlds": [world_to_dict(world) for world in lived.plan.worlds],
        "asked": lived.plan.replicates,
        "per_draw": lived.plan.per_draw,
        "at_base": lived.plan.at_base,
        "interrupted": lived.interrupted,
        "failed": lived.failed,
        "column_hashes": lived.column_hashes,
        "key": lived.plan.key,
        "plan": lived.plan.to_dict(),
        "build": _engine.build,
        "seconds": lived.seconds,
        "saved": datetime.now(UTC).isoformat(timespec="seconds"),
        "platform": platform.platform(),
        "python": platform.python_version(),
        "peak_rss_bytes": peak_rss(),
    }


def peak_rss() -> int:
    """The most memory this process has had, in bytes."""
    # Linux counts what it had before it became this program, unless asked for the program's own
    own = Path("/proc/self/status")
    if own.exists():
        line = next(line for line in own.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
