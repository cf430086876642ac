"""The event file that comes with diplo: as YAML and, in a wheel, as parsed data too."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any


def path() -> str:
    """Return the path of the file: in a wheel it lies in the package, in a clone at the top."""
    here = Path(__file__).resolve().parents[1]
    inside = here / "events.yaml"
    return str(inside if inside.exists() else here.parents[1] / "events.yaml")


def data(content: bytes) -> object:
    """Return the data that were parsed from exactly these bytes, None if there are none."""
    try:
        compiled = import_module("diplo.reading.compiled")
    except ImportError:  # as in a clone
        return None
    import zlib  # noqa: PLC0415  (a clone does not need it)

    return compiled.DATA if zlib.crc32(content) == compiled.CHECKSUM else None


def sources() -> Mapping[str, Mapping[str, str]]:
    """Return the sources that the file declares, by their ids."""
    content = Path(path()).read_bytes()
    found: Any = data(content)
    if found is None:
        from diplo.reading import yaml  # noqa: PLC0415  (a wheel does not need it)

        found, _ = yaml.parse(path(), content.decode())
    declared: Mapping[str, Mapping[str, str]] = found["sources"]
    return declared
