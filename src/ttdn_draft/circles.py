"""Lets Python look seldom for circles of objects: each process that works on documents begins so.

A document makes tens of thousands of objects, which go when nobody holds them any more. Those that hold each other stay
until Python looks through all that there are; there are few of these, and with Python's own 700 new objects between two
looks a document takes a third longer.
"""

import gc

MANY_OBJECTS = 1_000_000
"""New objects before Python looks: a command ends before, and a process of a batch leaves no circle at all."""


def look_seldom() -> None:
    """Let Python look for circles after many new objects alone."""
    gc.set_threshold(MANY_OBJECTS)
