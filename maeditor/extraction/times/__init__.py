"""Dates, years and periods, as EDTF."""
