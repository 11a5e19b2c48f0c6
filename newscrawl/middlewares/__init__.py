"""Between the crawl and the spiders."""
