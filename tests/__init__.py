"""Tests of newscrawl; they mirror the package."""
