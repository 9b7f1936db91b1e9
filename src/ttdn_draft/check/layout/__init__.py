"""How a Word file looks: page, letters, paragraphs, lines that are drawn; one rule, one file."""
