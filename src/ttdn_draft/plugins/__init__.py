"""Loads plug-ins and asks them: a hook goes in, what all of them answer comes out, and which of them is broken."""
