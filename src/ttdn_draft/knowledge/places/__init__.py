"""Provinces and organs: an id or a name and a day go in, what it was called on that day comes out."""
