"""Tables of a result for other programs: CSV, Parquet, XLSX."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pandas as pd

from .errors import RequestError
from .run import Run
from .study import Study
from .tables import ledger_columns, parameters

#: as many rows as a sheet of XLSX has below its header
SHEET = 2**20 - 1


def investment(result: Run | Study) -> pd.DataFrame:
    """The investment table of a study; every line of the statement of a run."""
    table = result.table() if isinstance(result, Study) else result.statement().table()
    return table.reset_index()


def ledger(result: Run | Study) -> pd.DataFrame:
    """Every ledger column: a row per world, replicate and week, with the date."""
    frames = [
        result.lived.dataset(world).to_dataframe().reset_index().assign(world=world) for world in result.lived.raw
    ]
    frame = pd.concat(frames, ignore_index=True)
    return frame[["world", *(name for name in frame if name != "world")]]


def weekly(result: Run | Study) -> pd.DataFrame:
    """Every ledger column as its mean over replicates: a row per world and week."""
    frames = [
        result.lived.dataset(world).mean("replicate").to_dataframe().reset_index().assign(world=world)
        for world in result.lived.raw
    ]
    frame = pd.concat(frames, ignore_index=True)
    return frame[["world", *(name for name in frame if name != "world")]]


def drawn(result: Run | Study) -> pd.DataFrame:
    """What was drawn for everything that is not known: a row per replicate."""
    return result.lived.drawn_frame().reset_index()


def launches(result: Run | Study) -> pd.DataFrame:
    """The launched ideas of every world, with their luck."""
    frames = [result.lived.launches(world).assign(world=world) for world in result.lived.raw]
    return pd.concat(frames, ignore_index=True)


TABLES: dict[str, Callable[[Run | Study], pd.DataFrame]] = {
    "table": investment,
    "weekly": weekly,
    "drawn": drawn,
    "launches": launches,
    "columns": lambda result: ledger_columns(),
    "parameters": lambda result: parameters(),
    "ledger": ledger,
}


def export(result: Run | Study, path: str | Path, table: str | None = None) -> Path:
    """Writes a table of a result, in the format that the file is named after: ``.csv``, ``.parquet`` or ``.xlsx``.

    Parameters
    ----------
    result : Run or Study
    path : path
    table : str, optional
        ``table`` (of investment, or of the statement; the default), ``weekly`` (means over replicates), ``ledger``
        (every world, replicate and week), ``drawn``, ``launches``, ``columns``, ``parameters``. XLSX takes all of
        them but the ledger, a sheet each, unless told.

    Raises
    ------
    RequestError
        If the format or the table does not exist, or the table is too long for a sheet.
    """
    path = Path(path)
    needed = {".xlsx": "openpyxl", ".parquet": "pyarrow"}.get(path.suffix)
    if needed and not find_spec(needed):
        raise RequestError(
            f"{path.suffix} needs {needed}: pip install 'ekkyo[tables]', in a clone pip install -e '.[tables]'"
        )
    if not path.parent.is_dir():
        raise RequestError(f"{path}: there is no directory {path.parent}")
    if table is not None and table not in TABLES:
        raise RequestError(f"there is no table {table}; there are {', '.join(TABLES)}")
    if path.suffix == ".csv":
        TABLES[table or "table"](result).to_csv(path, index=False)
    elif path.suffix == ".parquet":
        TABLES[table or "table"](result).to_parquet(path, index=False)
    elif path.suffix == ".xlsx":
        sheets = {name: TABLES[name](result) for name in ([table] if table else TABLES) if table or name != "ledger"}
        for name, frame in sheets.items():
            if len(frame) > SHEET:
                raise RequestError(f"{name} has {len(frame)} rows, a sheet takes {SHEET}; write it as .parquet or .csv")
        with pd.ExcelWriter(path) as book:
            for name, frame in sheets.items():
                frame.to_excel(book, sheet_name=name, index=False)
    else:
        raise RequestError(f"{path}: tables are written as .csv, .parquet or .xlsx")
    return path
