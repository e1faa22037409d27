"""Findings: one module or package an analysis."""
