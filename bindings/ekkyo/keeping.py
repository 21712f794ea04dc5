"""Finished parts on disk, so that a study can be broken off at any instant and goes on where it was."""

from __future__ import annotations

import fcntl
import hashlib
import io
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import numpy as np

from . import _engine, netcdf
from .errors import StoreError
from .parts import Part, Raw, named
from .plan import Plan
from .words import LANGUAGES, file_of

if TYPE_CHECKING:
    from .worlds import Worlds

#: of the manifest; another number says that older stores cannot be read
SCHEMA = 2

INDEX = """
create table if not exists parts (
    first integer primary key, count integer, state text, file text, hash text, bytes integer, seconds real,
    said text, at text default current_timestamp
)
"""


class Keeping:
    """The finished parts of one plan in one directory, for one writer at a time.

    ``parts/*.npz`` holds the parts, each written whole or not at all; ``index.sqlite`` their content hashes, and which
    parts failed and why; ``manifest.json`` whose they are. When all is lived, ``results.nc`` takes the place of the
    parts; what is lived on top of it later comes as parts again.

    Raises
    ------
    StoreError
        If the directory holds another study, or one of another engine, or somebody else is writing there.
    """

    def __init__(self, directory: str | Path, plan: Plan, replace: bool = False):
        self.directory = Path(directory)
        self.parts = self.directory / "parts"
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise StoreError(f"{directory} is no folder, so nothing can be kept in it; name a folder") from None
        self._lock = lock(self.directory)
        try:
            if replace:
                clear(self.directory)
            check_same(self.directory, plan)
        except BaseException:
            os.close(self._lock)
            raise
        if not (self.directory / "manifest.json").exists():
            begun = {"schema": SCHEMA, "finished": False, "key": plan.key, "build": _engine.build}
            begun |= {"plan": plan.to_dict(), "asked": plan.replicates}
            write_whole(self.directory / "manifest.json", json.dumps(begun, indent=2, ensure_ascii=False).encode())
        self._index = sqlite3.connect(self.directory / "index.sqlite")
        try:
            self._index.execute(INDEX)
        except sqlite3.DatabaseError as error:
            os.close(self._lock)
            raise StoreError(f"{self.directory}/index.sqlite: {error}; begin anew (--replace, replace=True)") from None

    def __enter__(self) -> Keeping:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._index.close()
        os.close(self._lock)

    def put(self, part: Part) -> None:
        """Keeps a part: the file first, then its line in the index, so that a line always has its file."""
        self.parts.mkdir(exist_ok=True)
        first = part["replicates"][0]
        name = f"parts/{first:07d}-{len(part['replicates'])}.npz"
        content = packed(part)
        write_whole(self.directory / name, content)
        line = (first, len(part["replicates"]), "done", name, hash_of(content), len(content), part["seconds"], None)
        self._write(line)

    def fail(self, replicates: list[int], why: str) -> None:
        """Notes that a part could not be lived."""
        self._write((replicates[0], len(replicates), "failed", None, None, None, None, why))

    def failures(self) -> list[tuple[int, int, str]]:
        """Parts that could not be lived: the first replicate, how many, and why."""
        return self._index.execute(
            "select first, count, said from parts where state = 'failed' order by first"
        ).fetchall()

    def _write(self, line: tuple[Any, ...]) -> None:
        with self._index:
            self._insert(line)

    def _insert(self, line: tuple[Any, ...]) -> None:
        self._index.execute(
            "insert or replace into parts (first, count, state, file, hash, bytes, seconds, said)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            line,
        )

    def __iter__(self) -> Iterator[Part]:
        """Every kept part that is what was written; others are lived again."""
        lines = self._index.execute("select file, hash from parts where state = 'done' order by first").fetchall()
        for name, kept in lines:
            path = self.directory / name
            content = path.read_bytes() if path.exists() else b""
            if hash_of(content) == kept:
                yield netcdf.read(path) if path.suffix == ".nc" else unpacked(content)

    def finish(self, lived: Worlds, manifest: str) -> None:
        """Everything in one file that any reader understands; the parts are then no longer needed."""
        ((kept,),) = self._index.execute("select coalesce(sum(count), 0) from parts where state = 'done'")
        if kept > len(lived.replicates):
            here = f"{self.directory} holds {kept} replicates of this study"
            raise StoreError(f"{here}, and would keep only {len(lived.replicates)}; choose another directory")
        written = self.directory / f".results.{os.getpid()}.nc"
        try:
            netcdf.write(lived, written)
            content = written.read_bytes()
            written.replace(self.directory / "results.nc")
        finally:
            written.unlink(missing_ok=True)
        write_whole(self.directory / "manifest.json", manifest.encode())
        line = (0, len(lived.replicates), "done", "results.nc", hash_of(content), len(content), lived.seconds, None)
        with self._index:
            self._index.execute("delete from parts where state = 'done'")
            self._insert(line)
        shutil.rmtree(self.parts, ignore_errors=True)


def lock(directory: Path) -> int:
    """Keeps other writers out for as long as this process lives."""
    handle = os.open(directory / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise StoreError(f"{directory}: another process is writing here; wait, or choose another directory") from None
    return handle


def clear(directory: Path) -> None:
    """Takes away a study that is to be begun anew."""
    shutil.rmtree(directory / "parts", ignore_errors=True)
    pages = [file_of(page, language) for page in ("report", "ringi") for language in LANGUAGES]
    for name in ("index.sqlite", "manifest.json", "results.nc", *pages):
        (directory / name).unlink(missing_ok=True)


def check_same(directory: Path, plan: Plan) -> None:
    """Refuses to mix two studies, or one study of two engines."""
    if not (directory / "manifest.json").exists():
        return
    held = read_manifest(directory)
    other = "choose another directory, or begin anew (--replace, replace=True)"
    if held.get("key") is None:
        raise StoreError(f"{directory} holds results that this ekkyo cannot go on with; {other}")
    if held["key"] != plan.key:
        here = json.loads(json.dumps(plan.to_dict()))
        differs = [name for name in here if held.get("plan", {}).get(name) != here[name]]
        raise StoreError(f"{directory} holds another study (it differs in {', '.join(differs)}); {other}")
    if held["build"]["fingerprint"] != _engine.build["fingerprint"]:
        raise StoreError(f"{directory} was begun by {named(held['build'])}, this is {named(_engine.build)}; {other}")


def read_manifest(directory: Path) -> dict[str, Any]:
    """What the directory holds."""
    try:
        told: dict[str, Any] = json.loads((directory / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise StoreError(f"{directory} holds no saved run: there is no manifest.json") from None
    except json.JSONDecodeError as error:
        raise StoreError(f"{directory / 'manifest.json'}: {error}") from None
    if not isinstance(told, dict):
        raise StoreError(f"{directory / 'manifest.json'} is no manifest")
    return told


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all, also where the disk is full or the power fails."""
    written = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(written, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)
    except OSError as error:
        written.unlink(missing_ok=True)
        said = f"{error.strerror}; what is finished is kept, the same again goes on"
        raise OSError(error.errno, said, str(path)) from error


def hash_of(content: bytes) -> str:
    """A fingerprint of a file."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def packed(part: Part) -> bytes:
    """A part as the bytes of a file (NumPy's npz, not compressed)."""
    arrays: dict[str, Any] = {"replicates": np.array(part["replicates"]), "seconds": np.array(part["seconds"])}
    for world, raw in part["worlds"].items():
        arrays |= {f"{field}/{world}": raw[field] for field in ("columns", "plan", "launches")}
    out = io.BytesIO()
    np.savez(out, **arrays)
    return out.getvalue()


def unpacked(content: bytes) -> Part:
    """A part as it was packed."""
    with np.load(io.BytesIO(content)) as kept:
        names = [name.split("/", 1)[1] for name in kept.files if name.startswith("columns/")]
        return Part(
            worlds={
                name: Raw(columns=kept[f"columns/{name}"], plan=kept[f"plan/{name}"], launches=kept[f"launches/{name}"])
                for name in names
            },
            replicates=kept["replicates"].tolist(),
            interrupted=False,
            seconds=float(kept["seconds"]),
        )
