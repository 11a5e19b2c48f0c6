"""Tests of newscrawl.pipelines."""
