"""What stands on the pages of docs/reference, each page from what it describes."""
