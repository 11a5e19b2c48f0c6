"""Tests of newscrawl.coverage."""
