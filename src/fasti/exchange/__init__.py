"""Formats in and out, one file per format: what another program, a spreadsheet or a calendar can read or give."""
