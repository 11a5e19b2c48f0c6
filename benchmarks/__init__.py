"""Measurements; `make bench` runs them and no test does."""
