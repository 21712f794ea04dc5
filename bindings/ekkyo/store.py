"""A run on disk: results.nc with every column, manifest.json with where it comes from."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import resource
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

from . import _engine
from .errors import StoreError
from .run import Run, header
from .scenario import Scenario
from .study import Study
from .tables import column_names
from .worlds import PLAN, Raw, Worlds, attributes

SCHEMA = 1
DIMS = ("world", "replicate", "week")


def save(result: Run | Study, directory: str | Path) -> Path:
    """Writes a run or a study into a directory, whole or not at all."""
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    stored = to_dataset(result.lived)
    written = directory / f".results.{os.getpid()}.nc"
    packed = {str(name): packing(variable) for name, variable in stored.data_vars.items()}
    stored.to_netcdf(written, engine="h5netcdf", encoding=packed)
    manifest = directory / f".manifest.{os.getpid()}.json"
    told = json.dumps(manifest_of(result, directory), indent=2, ensure_ascii=False)
    manifest.write_text(told + "\n", encoding="utf-8")
    written.replace(directory / "results.nc")
    manifest.replace(directory / "manifest.json")
    return directory


def load(directory: str | Path) -> Run | Study:
    """Reads what `Run.save` or `Study.save` wrote.

    Raises
    ------
    StoreError
        If it is incomplete, of another version, or not what was written.
    """
    directory = Path(directory)
    manifest = read_manifest(directory)
    beside = directory / manifest["directory"]
    scenario = Scenario.from_toml(manifest["scenario"], beside, f"{directory}/manifest.json")
    scenario = scenario.replace(manifest["prices"]) if manifest["prices"] else scenario
    with xr.open_dataset(directory / "results.nc", engine="h5netcdf", decode_cf=False) as stored:
        lived = from_dataset(stored.load(), scenario, manifest)
    if lived.ledger_hash != manifest["ledger_hash"]:
        raise StoreError(f"{directory}: results.nc ({lived.ledger_hash}) is not that of its manifest")
    return Study(scenario, lived, manifest["levels"]) if manifest["kind"] == "study" else Run(scenario, lived)


def read_manifest(directory: Path) -> dict[str, Any]:
    """The manifest, checked for its version."""
    try:
        manifest: dict[str, Any] = json.loads((directory / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise StoreError(f"{directory} holds no saved run: there is no manifest.json") from None
    except json.JSONDecodeError as error:
        raise StoreError(f"{directory / 'manifest.json'}: {error}") from None
    if manifest.get("schema") != SCHEMA:
        raise StoreError(f"{directory}: version {manifest.get('schema')} of the store; this reads version {SCHEMA}")
    if not (directory / "results.nc").exists():
        raise StoreError(f"{directory} holds no results.nc")
    return manifest


def to_dataset(lived: Worlds) -> xr.Dataset:
    """All worlds in one data set: columns and plan by (world, replicate, week), launches as one flat table."""
    raws = list(lived.raw.values())
    stored = xr.Dataset(coords={name: lived.coordinates()[name] for name in ("replicate", "week")})
    stored = stored.assign_coords(world=np.array(list(lived.raw), dtype=object))
    for i, row in enumerate(_engine.columns):
        stored[row["name"]] = (DIMS, np.stack([raw["columns"][i] for raw in raws]), attributes(row))
    for i, name in enumerate(PLAN):
        stored[f"plan_{name}"] = (DIMS, np.stack([raw["plan"][i] for raw in raws]))
    stored["launch_world"] = ("launch", np.repeat(np.arange(len(raws)), [len(raw["launches"]) for raw in raws]))
    for field in raws[0]["launches"].dtype.names:
        together = np.concatenate([raw["launches"][field] for raw in raws])
        plain = together.astype("i1") if together.dtype == bool else together
        stored[f"launch_{field}"] = ("launch", plain, {"field": field, "form": together.dtype.str})
    stored["unknown"] = ("unknown", np.array(lived.unknowns, dtype=object))
    stored["drawn"] = (("replicate", "unknown"), lived.drawn)
    return stored.assign_attrs(title=lived.scenario.name, ledger_hash=lived.ledger_hash)


def packing(variable: xr.DataArray) -> dict[str, Any]:
    """Light compression; half the bytes where that loses nothing."""
    packed: dict[str, Any] = {"zlib": True, "complevel": 1, "shuffle": True} if variable.size > 1000 else {}
    if variable.dims == DIMS:
        values = variable.to_numpy()
        packed["chunksizes"] = (1, *values.shape[1:])
        if np.array_equal(values.astype("f4").astype("f8").view("u8"), values.view("u8")):
            packed["dtype"] = "f4"
    return packed


def from_dataset(stored: xr.Dataset, scenario: Scenario, manifest: Mapping[str, Any]) -> Worlds:
    """The worlds as the engine gave them."""
    missing = [name for name in column_names() if name not in stored]
    if missing:
        raise StoreError(f"results.nc lacks {', '.join(missing)}: it was written by ekkyo {manifest['engine']}")
    columns = {name: stored[name].to_numpy().astype("f8") for name in column_names()}
    plan = [stored[f"plan_{name}"].to_numpy().astype("f8") for name in PLAN]
    return Worlds(
        scenario=scenario,
        raw={
            world: Raw(
                columns=np.stack([columns[name][w] for name in column_names()]),
                plan=np.stack([p[w] for p in plan]),
                launches=launches_of(stored, w),
            )
            for w, world in enumerate(manifest["worlds"])
        },
        replicates=[int(r) for r in stored["replicate"].to_numpy()],
        unknowns=[str(name) for name in stored["unknown"].to_numpy()],
        drawn=stored["drawn"].to_numpy(),
        at_base=manifest["at_base"],
        asked=manifest["asked"],
        interrupted=manifest["interrupted"],
        seconds=manifest["seconds"],
    )


def launches_of(stored: xr.Dataset, world: int) -> Any:
    """The launched ideas of one world, as rows."""
    mine = stored["launch_world"].to_numpy() == world
    fields = [v.attrs | {"values": v.to_numpy()[mine]} for v in stored.data_vars.values() if "field" in v.attrs]
    rows = np.empty(int(mine.sum()), dtype=np.dtype([(f["field"], f["form"]) for f in fields], align=True))
    for field in fields:
        rows[field["field"]] = field["values"]
    return rows


def manifest_of(result: Run | Study, directory: Path) -> dict[str, Any]:
    """Where the result comes from: enough to run it again."""
    lived, first = result.lived, result.lived.scenario
    changed = {s.path: s.value for s in result.scenario.engine.settings if s.path.startswith("prices.")}
    original = {s.path: s.value for s in first.engine.settings if s.path.startswith("prices.")}
    return {
        "schema": SCHEMA,
        "kind": "study" if isinstance(result, Study) else "run",
        **header(lived),
        "name": first.name,
        "scenario": first.source,
        "scenario_hash": hashlib.blake2b(first.source.encode(), digest_size=8).hexdigest(),
        "directory": os.path.relpath(first.directory, directory),
        "prices": {path: value for path, value in changed.items() if original.get(path) != value},
        "levels": result.levels if isinstance(result, Study) else [],
        "worlds": list(lived.raw),
        "asked": lived.asked,
        "at_base": lived.at_base,
        "interrupted": lived.interrupted,
        "column_hashes": lived.column_hashes,
        "seconds": lived.seconds,
        "saved": datetime.now(UTC).isoformat(timespec="seconds"),
        "platform": platform.platform(),
        "python": platform.python_version(),
        "peak_rss_bytes": peak_rss(),
    }


def peak_rss() -> int:
    """The most memory this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
