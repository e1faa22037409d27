"""What was read, as statements in the terms of the ontology."""
