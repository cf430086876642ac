"""A client of the fork server: bash starts it as `diplo`, in a quarter of the program's time.

It hands over its arguments, environment, limits, streams and folder, and ends as the fork ended.
"""

import _signal  # type: ignore[import-not-found]
import _socket
import marshal
import os
import resource
import sys

server = _socket.socket(_socket.AF_UNIX)
server.connect(os.environ.pop("FORKS"))
names = ("CPU", "DATA", "FSIZE")
limits = {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[0] for name in names}
handed = b"".join(each.to_bytes(4, sys.byteorder) for each in (0, 1, 2, os.open(".", os.O_RDONLY)))
server.sendmsg([b"-"], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, handed)])
server.sendall(marshal.dumps((sys.argv[1:], dict(os.environ), limits)))
server.shutdown(_socket.SHUT_WR)
status = int(server.recv(9))
if status < 0:
    _signal.signal(-status, _signal.SIG_DFL)
    os.kill(os.getpid(), -status)
os._exit(status)
