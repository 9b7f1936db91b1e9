"""Reads a Word file of any office: a package goes in, the data that a .yaml file would hold comes out, with places."""
