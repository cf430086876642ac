"""Faults that the program is run under: each is a command line, and what it must leave behind."""

from tests.faults.fault import Fault
from tests.faults.inputs import CHANGES, FIFOS, LIMITS, PLACES, TWICE
from tests.faults.outputs import ONTO_INPUTS, OUTPUTS
from tests.faults.streams import DESCRIPTORS, FULL_DISKS, READERS
from tests.faults.surfaces import SURFACES

GROUPS: dict[str, tuple[Fault, ...]] = {
    "readers": READERS,
    "full disks": FULL_DISKS,
    "descriptors": DESCRIPTORS,
    "places": PLACES,
    "changes": CHANGES,
    "FIFOs": FIFOS,
    "twice": TWICE,
    "limits": LIMITS,
    "outputs": OUTPUTS,
    "surfaces": SURFACES,
    "onto inputs": ONTO_INPUTS,
}
