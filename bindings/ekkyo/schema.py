"""A JSON Schema of scenario files, from the engine's own tables."""

from __future__ import annotations

import math
from typing import Any

from . import _engine


def json_schema() -> dict[str, Any]:
    """What a scenario file may hold, for editors that complete and check (JSON Schema 2020-12)."""
    sections = {section["name"]: _table(section) for section in _engine.sections if section["name"] != "silo"}
    silo = next(section for section in _engine.sections if section["name"] == "silo")
    changing = {name: table for name, table in sections.items() if name not in ("run", "company", "prices")}
    change = {
        "type": "object",
        "properties": {"week": {"type": "integer", "minimum": 1}, **changing},
        "required": ["week"],
        "minProperties": 2,
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An ekkyo scenario",
        "type": "object",
        "properties": {
            "name": {"type": "string", "description": "What the scenario is called."},
            "version": {"type": "integer", "const": 1, "description": "The version of the language of scenarios."},
            **sections,
            "silo": {"type": "array", "items": _table(silo)},
            "change": {"type": "array", "items": change},
        },
        "additionalProperties": False,
    }


def _table(section: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": section["story"],
        "properties": {row["name"]: _value(row) for row in section["rows"]},
        "additionalProperties": False,
    }


def _value(row: dict[str, Any]) -> dict[str, Any]:
    described = {"description": f"{row['text']} ({row['unit']})", "default": row["default"]}
    if row["form"] in ("text", "flag"):
        return {"type": "string" if row["form"] == "text" else "boolean", **described}
    if math.isinf(row["default"]):
        del described["default"]
    number: dict[str, Any] = {"type": "integer" if row["form"] == "count" else "number", "minimum": row["range_low"]}
    if math.isfinite(row["range_high"]):
        number["maximum"] = row["range_high"]
    if row["form"] == "count":
        return {**number, **described}
    spread = {
        "type": "object",
        "properties": {name: number for name in ("low", "base", "high")},
        "required": ["low", "base", "high"],
        "additionalProperties": False,
    }
    return {"anyOf": [number, spread], **described}
