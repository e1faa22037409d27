"""How laws write numbers, dates, sums and references to each other, and how scans garble them."""
