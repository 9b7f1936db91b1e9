"""Finds packs, in plug-ins and in folders: an id goes in, the one pack of that id or the reason why not comes out."""

from .packs import read_pack
from .shelf import PackShelf

__all__ = ["PackShelf", "read_pack"]
