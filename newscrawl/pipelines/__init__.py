"""What happens to an article after it was read: one thin class per file."""
