"""What holds of any text that a page may have as an address."""

from hypothesis import assume, example, given
from hypothesis import strategies as st
from scrapy import Request

from newscrawl.urls import address_key, canonical_url, plain_address, site_of

PIECES = (
    "/ // /. /.. ./ . .. ? & = # % %41 %d0%b1 %2F %2e %zz ; + : @ \\ | ' [ ] amp /amp /amp/ print "
    "index.html .amp.html ?amp=1 ?id=5 &b=2 utm_id=1 x 1 a-b x_y \u0431 \u00df \u200c \ud800 "
    "www. m. amp. a.example \t https:// http:// /c/s/ /amp/s/ cdn.ampproject.org www.google.com"
).split(" ")
HOSTS = (
    "a.example www.a.example m.a.example A.EXAMPLE:443 a.example:8080 m.az \u0431\u0430.example "
    "a.cdn.ampproject.org/c/s/a.example www.google.com/amp/s/a.example "
    "user@a.example [::1] 127.0.0.1"
).split()

pieces = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
addresses = st.builds(
    "{}://{}/{}".format, st.sampled_from(["http", "HTTPS"]), st.sampled_from(HOSTS), pieces
)
texts = st.one_of(addresses, pieces, st.text())


@given(texts, st.one_of(texts, st.just("")))
def test_a_canonical_address_is_stable(url: str, base: str) -> None:
    canonical = canonical_url(url, base)
    assume(canonical is not None)
    assert canonical_url(canonical or "") == canonical


@given(addresses)
def test_scrapy_asks_for_the_canonical_address_as_it_is(url: str) -> None:
    canonical = canonical_url(url)
    assume(canonical is not None)
    assert Request(canonical or "").url == canonical


@given(texts)
@example("http://a.example/..amp")
@example("https://www.google.com/amp/s/www.google.com/amp/s/m.a.example/x-1/amp/amp")
def test_the_key_and_the_plain_address_are_stable(url: str) -> None:
    assert address_key(address_key(url)) == address_key(url)
    if plain := plain_address(url):
        assert plain_address(plain) == plain
        assert address_key(plain) == address_key(url)


@given(addresses)
def test_an_address_and_its_canonical_form_share_their_key(url: str) -> None:
    canonical = canonical_url(url)
    assume(canonical is not None)
    assert address_key(canonical or "") == address_key(url)
    assert site_of(url)
    assert address_key(url).startswith(site_of(url))
