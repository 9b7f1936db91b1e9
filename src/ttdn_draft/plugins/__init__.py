"""Loads plug-ins and finds packs, in them and in folders: a hook or an id goes in, what is there comes out."""

from .packs import read_pack
from .registry import Plugins
from .shelf import PackShelf

__all__ = ["PackShelf", "Plugins", "read_pack"]
