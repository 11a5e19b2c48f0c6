"""Crawls the listings of regional news outlets into one record per article."""
