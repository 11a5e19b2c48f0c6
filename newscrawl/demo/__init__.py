"""A small newsroom on 127.0.0.1 whose every article is known."""
