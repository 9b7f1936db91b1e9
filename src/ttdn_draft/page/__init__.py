"""The page in the browser: a folder of drafts goes in, a small server of this machine answers the page's calls."""

from .server import PageOptions, serve
from .settings import find_data_folder_of_page, recall_folder

__all__ = ["PageOptions", "find_data_folder_of_page", "recall_folder", "serve"]
