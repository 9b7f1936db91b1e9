"""Finds packs and lays them over each other: an id and a place go in, the pack comes out, or why it cannot be had.

Packs are content, found in folders as well as in plug-ins; how plug-ins are loaded and asked is for `plugins`.
"""

from .found import read_pack
from .shelf import PackShelf

__all__ = ["PackShelf", "read_pack"]
