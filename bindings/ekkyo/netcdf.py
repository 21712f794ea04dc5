"""Finished replicates as NetCDF: all worlds in one file that any reader understands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import xarray as xr

from . import _engine
from .errors import StoreError
from .parts import Part, Raw
from .tables import column_names

if TYPE_CHECKING:
    from .worlds import Worlds

DIMS = ("world", "replicate", "week")
PLAN = ("hosts", "platform")


def write(lived: Worlds, path: Path) -> None:
    """Writes all worlds into one file."""
    stored = to_dataset(lived)
    packed = {str(name): packing(variable) for name, variable in stored.data_vars.items()}
    stored.to_netcdf(path, engine="h5netcdf", encoding=packed)


def read(path: Path) -> Part:
    """What `write` wrote."""
    try:
        with xr.open_dataset(path, engine="h5netcdf", decode_cf=False) as stored:
            return from_dataset(stored.load(), path)
    except OSError as error:
        raise StoreError(f"{path} cannot be read: it is cut short, or was changed since it was written") from error


def attributes(row: dict[str, Any]) -> dict[str, str]:
    """What a column means, as attributes of a variable."""
    return {"units": row["unit"], "long_name": row["text"], "long_name_ja": row["ja"], "kind": row["kind"]}


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


def from_dataset(stored: xr.Dataset, path: Path) -> Part:
    """The replicates as the engine gave them."""
    missing = [name for name in column_names() if name not in stored]
    if missing:
        raise StoreError(f"{path} lacks {', '.join(missing)}: it was written by another ekkyo")
    columns = np.stack([stored[name].to_numpy().astype("f8") for name in column_names()])
    plan = np.stack([stored[f"plan_{name}"].to_numpy().astype("f8") for name in PLAN])
    worlds = [str(name) for name in stored["world"].to_numpy()]
    return Part(
        worlds={
            world: Raw(
                columns=np.ascontiguousarray(columns[:, w]),
                plan=np.ascontiguousarray(plan[:, w]),
                launches=launches_of(stored, w),
            )
            for w, world in enumerate(worlds)
        },
        replicates=[int(r) for r in stored["replicate"].to_numpy()],
        interrupted=False,
        seconds=0.0,
    )


def launches_of(stored: xr.Dataset, world: int) -> Any:
    """The launched ideas of one world, as rows."""
    mine = stored["launch_world"].to_numpy() == world
    fields = [v.attrs | {"values": v.to_numpy()[mine]} for v in stored.data_vars.values() if "field" in v.attrs]
    rows = np.empty(int(mine.sum()), dtype=np.dtype([(f["field"], f["form"]) for f in fields], align=True))
    for field in fields:
        rows[field["field"]] = field["values"]
    return rows
