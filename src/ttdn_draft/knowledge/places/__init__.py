"""Provinces, districts, communes, organs: an id or a name and a day go in, what it was called then comes out."""
