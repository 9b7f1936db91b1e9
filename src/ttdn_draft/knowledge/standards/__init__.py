"""The standards (thể thức): a name or a date goes in, the profile with its figures comes out, and how it is spelt."""
