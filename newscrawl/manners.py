"""Who crawls introduces themselves."""

from scrapy.crawler import Crawler

from newscrawl.errors import OperatorError
from newscrawl.urls import is_loopback


def introduce(crawler: Crawler, address: str | None) -> None:
    """Put the contact address into the user agent of *crawler*.

    :param address: what is asked, if that is known to be all that is.
    :raises OperatorError: if a live site would be asked without a contact address.
    """
    contact = crawler.settings["NEWSCRAWL_CONTACT"]
    if contact:
        agent = f"{crawler.settings['USER_AGENT']} (+{contact})"
        crawler.settings.set("USER_AGENT", agent, priority="spider")
    elif not (address and is_loopback(address)):
        raise OperatorError(
            "NEWSCRAWL_CONTACT is not set: outlets must be able to reach who crawls them; "
            "set it to an e-mail address or a page, in the environment or with -s"
        )
