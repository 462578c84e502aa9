"""One engine per file, found by its file name."""
