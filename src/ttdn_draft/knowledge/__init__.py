"""What is true on a date: a date goes in; standards, places, days, documents to cite and packs of that day come out."""
