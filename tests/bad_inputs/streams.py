"""Files and streams that cannot be read."""

from tests.bad_inputs.case import OTHER_USER, command, norway

FILES = (
    norway("--events nope.yaml", 66, "nope.yaml"),
    command("mkdir d && diplo timeline norway --events d", 66),
    norway("--events ok.yaml --events nope.yaml", 66, "nope.yaml"),
    norway("--events ok.yaml/x", 66),
    norway("--events /proc/self/mem", 66),
    norway(r"--events $'no\xffpe'", 66, r"\xff"),
    norway(r"--events $'no\e[31mpe'", 66, r"\x1b"),
    norway(r"--events $'a\nb'", 66, r"a\nb"),
    norway(f"--events {'x' * 5000}", 66, what="a file name of 5 000 characters"),
    norway("--events /dev/zero", 65, "/dev/zero:1:1"),
    norway("--events /dev/null", 65, "empty"),
    norway("--events - <&-", 66, "pipe a file"),
    norway("--events - --events - </dev/null", 2, "twice"),
    norway("--events ok.yaml --events ok.yaml", 65, "ok.yaml:2:8"),
    norway(
        "--events - </dev/null", 0, "no event concerns Norway", what="standard input that is empty"
    ),
    command(
        "HOME=$PWD diplo timeline --events='~/ok.yaml'",
        66,
        "~/ok.yaml cannot be read: No such file or directory; the shell has left ~ as it is, as it",
        what="a tilde that the shell leaves",
    ),
    command("HOME=$PWD diplo check '~/no.yaml'", 66, "check its name", what="a tilde, for nothing"),
    command("DIPLO_EVENTS=nope.yaml diplo types", 66, what="an environment that names no file"),
    command("ln -s gone dl; diplo timeline --events dl", 66, "dl", what="a link to nothing"),
    command("ln -s loop loop; diplo timeline --events loop", 66, "loop", what="a link to itself"),
    command(
        f"cp ok.yaml no.yaml; chmod 000 no.yaml; {OTHER_USER} diplo timeline --events no.yaml",
        66,
        "no.yaml",
        what="a file that may not be read",
    ),
    command(
        "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"sk\")'; "
        "diplo timeline --events sk",
        66,
        "sk",
        what="a socket",
    ),
    command("printf 'a: [' | diplo timeline --events -", 65, "-:", what="bad standard input"),
    command("diplo check nope.yaml", 66, "nope.yaml", what="a file that cannot be checked"),
    command(
        "diplo show a --events nope.yaml", 66, "nope.yaml", what="an event that cannot be shown"
    ),
)
