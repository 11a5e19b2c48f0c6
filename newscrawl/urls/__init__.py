"""Addresses: the form in which one is asked and stored, and what tells whether two are one."""

from newscrawl.urls.canonical import canonical_url
from newscrawl.urls.keys import LONGEST_ADDRESS, address_key, plain_address, site_of
from newscrawl.urls.origins import at_origin, is_loopback

__all__ = [
    "LONGEST_ADDRESS",
    "address_key",
    "at_origin",
    "canonical_url",
    "is_loopback",
    "plain_address",
    "site_of",
]
