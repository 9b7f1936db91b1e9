"""Holds data against schemas: what was read goes in, typed values or the findings that forbid them come out.

Who wants a calendar loads no documents: each kind of data has a module of its own.
"""
