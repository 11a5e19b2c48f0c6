"""Tests of newscrawl.storage."""
