"""The reference page: terms, concept trees, rules and tables, in both languages, offline."""

from simpul.views.reference.page import reference_page

__all__ = ["reference_page"]
