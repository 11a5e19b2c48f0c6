"""The outlets, one file each."""
