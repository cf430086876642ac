"""Names that may be given for the output."""

from tests.faults.fault import FULL, OK, ONE, Fault

OUTPUTS = (
    *(
        Fault(f"-o {name}", f"{OK} -o {name}", made=(made,), holds=ONE)
        for name, made in (
            ("new", "new"),
            ("folder/../new", "new"),
            ("$PWD/folder/new", "folder/new"),
            ("./-", "-"),
            ("'a b'", "a b"),
            ("old", "old"),
            ("chain", "folder/target"),
            ("dangling", "folder/made"),
            (f"{'n' * 255}", "n" * 255),
        )
    ),
    Fault("-o with a line break", rf"{OK} -o $'a\nb'", made=("a\nb",), holds=ONE),
    Fault("-o that is no UTF-8", rf"{OK} -o $'a\xff'", made=("a\udcff",), holds=ONE),
    *(
        Fault(f"-o {name}", f"{OK} -o {name}", 73, err=err)
        for name, err in (
            ("folder/", "directory"),
            ("tofolder", "directory"),
            ("old/", "Not a directory"),
            ("old/new", "Not a directory"),
            ("nowhere", "No such file"),
            ("/proc/new", "No such file"),
            ("/dev/fd/77", "No such file"),
        )
    ),
    Fault("-o none/", f"{OK} -o none/", 73, err="none/"),
    Fault(
        "the mode behind a link",
        f"chmod 600 folder/target; {OK} -o chain; stat -c %a folder/target",
        0,
        "600\n",
        made=("folder/target",),
        holds=ONE,
    ),
    Fault(
        "the other name of a file",
        f"ln old twin; {OK} -o old && cat twin && rm twin",
        0,
        "x\n",
        "other names (hard links) of old keep what it held before",
        made=("old",),
        holds=ONE,
    ),
    Fault(
        "a read-only file",
        f"chmod 444 old; {OK} -o old; s=$?; chmod 644 old; exit $s",
        73,
        err="old is read-only; name another file, or run chmod u+w on it",
    ),
    Fault(
        "a read-only file behind a link",
        f"chmod 400 folder/target; {OK} -o chain; s=$?; chmod 644 folder/target; exit $s",
        73,
        err="folder/target is read-only",
    ),
    Fault(
        "the owner",
        f"chown 12345:54321 old; {OK} -o old; stat -c %u:%g old",
        0,
        "12345:54321\n",
        made=("old",),
        holds=ONE,
    ),
    Fault(
        "a device that leads to the end of a file",
        f"{OK} -o /dev/stdout >>old",
        made=("old",),
        holds=f"x\n{ONE}",
    ),
    Fault(
        "a descriptor of a file that others write too",
        f"{{ echo x; {OK} -o /dev/fd/1; }} >new",
        made=("new",),
        holds=f"x\n{ONE}",
    ),
    Fault("a device that leads to a file that is gone", f"exec 3>gone; rm gone; {OK} -o /dev/fd/3"),
    Fault("a descriptor that is read-only", f"{OK} -o /dev/fd/3 3<old", 73, err="Bad file"),
    Fault("a link to nothing much", f"ln -s /dev/null null; {OK} -o null; rm null"),
    Fault(
        "a link to a full disk",
        f"ln -s /dev/full full; {OK} -o full; s=$?; rm full; exit $s",
        73,
        err=FULL,
    ),
)


def onto_input(reads: str, output: str, before: str = "") -> Fault:
    """Return the fault of an output that is one of the inputs, by whatever name."""
    command = f"{before or ':'}; diplo {reads} -o {output}"
    gone = "rm -rf twin alias f ?.parquet; exit $s"
    return Fault(command, f"{command}; s=$?; {gone}", 73, err="is being read too, and would lose")


_PARTS = "mkdir -p p.parquet/x; cp old p.parquet/x/b"  # a folder that an engine reads
_READS = "timeline norway --events ok.yaml"
ONTO_INPUTS = (
    *(
        onto_input(reads, "ok.yaml")
        for reads in (
            _READS,
            "show a --events effect.yaml --events ok.yaml -f json",
            "cite a --format ris --events ok.yaml",
            "status --events ./folder/../ok.yaml -f csv",
            "stats --events $PWD/ok.yaml -f json",
            "compare norway sweden -f json --events ok.yaml",
            "types --events ok.yaml -f json",
            "check ok.yaml -f json",
            "check effect.yaml ok.yaml -f json",
            "maps ok.yaml",
            "timeline --events effect.yaml --map ok.yaml",
            "timeline --events '[o]k.yaml'",
            "timeline --events - <ok.yaml",
            "timeline --events /dev/stdin <ok.yaml",
            "timeline --events /dev/fd/3 3<ok.yaml",
        )
    ),
    onto_input(_READS, "twin", "ln ok.yaml twin"),
    onto_input(_READS, "alias", "ln -s ok.yaml alias"),
    onto_input("timeline --events alias", "ok.yaml", "ln -s ok.yaml alias"),
    onto_input(_READS, "/dev/fd/3 3<>ok.yaml"),
    onto_input("timeline --events .", "many.jsonl"),
    onto_input("timeline", "many.jsonl", "export DIPLO_EVENTS=ok.yaml:many.jsonl"),
    onto_input("timeline --events f", "f -f json", "mkfifo f"),
    onto_input("timeline --events b.parquet", "b.parquet -f json", "cp old b.parquet"),
    onto_input("timeline --events '*.parquet'", "b.parquet -f json", "cp old b.parquet"),
    onto_input("stats --events p.parquet", "p.parquet/x/b -f json", _PARTS),
    onto_input("stats --events '[p].parquet'", "p.parquet/x/b -f json", _PARTS),
    Fault("an output beside the inputs", f"diplo {_READS} -o new", made=("new",), holds=ONE),
    Fault("what the shell does with an input", f"{OK} >>ok.yaml", made=("ok.yaml",), holds=None),
)
