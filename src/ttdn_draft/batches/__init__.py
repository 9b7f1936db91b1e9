"""Many documents of one file and a table: both go in, a document for each row and what was found in it come out."""
