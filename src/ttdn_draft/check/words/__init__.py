"""Rules of what is said."""
