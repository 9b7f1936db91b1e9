"""Drafts official Vietnamese documents on external information work as real Word files."""

__version__ = "0.1.0"
