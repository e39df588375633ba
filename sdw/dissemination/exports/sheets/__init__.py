"""Workbooks by the rules for accessible spreadsheets: cover, contents, notes, one table a sheet (decision 0044)."""
