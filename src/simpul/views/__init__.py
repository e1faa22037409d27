"""Forms an answer can take: text tables, CSV, JSON, Markdown, HTML, graph files, the page."""
