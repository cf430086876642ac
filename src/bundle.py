"""A step of the build: the plain data of events.yaml become a module of the wheel.

Importing them takes a few milliseconds, where PyYAML alone takes more to import. The module says
of which bytes it was made, and is used for those alone.
"""

import atexit
import shutil
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Bundle(BuildHookInterface):
    """Adds the module to wheels that are not editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the module and have it included."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from diplo.reading.yaml import parse  # noqa: PLC0415  (it was not on the path before)

        content = Path(self.root, "events.yaml").read_bytes()
        data, problems = parse("events.yaml", content.decode())
        if problems:
            raise ValueError(problems)
        folder = tempfile.mkdtemp()
        atexit.register(shutil.rmtree, folder)  # by then the module is in the wheel
        made = Path(folder, "compiled.py")
        text = f'"""Made of events.yaml."""\n\nCHECKSUM = {zlib.crc32(content)}\nDATA = {data!r}\n'
        made.write_text(text, encoding="utf-8")
        build_data["force_include"][str(made)] = "diplo/reading/compiled.py"
