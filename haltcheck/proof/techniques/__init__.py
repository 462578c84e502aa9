"""The techniques that search for certificates: one file, one technique."""
