"""Tables and queries; imports no Scrapy."""
