"""Where the parts of a text begin: books, chapters, articles, ayat, letters and numbers."""
