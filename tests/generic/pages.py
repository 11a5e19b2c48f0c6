"""Invented pages: texts to build them of, and the frame of a site around them."""

from lxml.html import HtmlElement, document_fromstring

HEADLINE = "Harbour ferries to sail again from Monday"

TEXT = [
    "The ferries between the two banks of the river will sail again from Monday morning, "
    "the harbour office said, eleven weeks after the quay at Oldgate sank into the mud.",
    "“We have tested every pile, and we have tested them twice,” said Orla Finch, who leads "
    "the works. “Nobody needs to take the long way round by the bridge any more.”",
    "The first boat leaves at six. Tickets bought before the closure stay valid until the end "
    "of the year, and bicycles travel free of charge for the whole of the first month.",
    "Shopkeepers near the quay had asked for help in spring, when their takings fell by a "
    "third. The council has since paid out half of what it had promised them.",
    "A second quay, further upstream, is to be built in the coming year. Its cost has not "
    "been settled, and the two parties of the council blame each other for the delay.",
]

MENU = "<nav><ul>" + "".join(f"<li><a href=/{n}>Section {n}</a>" for n in range(12)) + "</ul></nav>"

TEASERS = [
    ("Lighthouse keeper retires after forty years", "He lit the lamp for the last time."),
    ("Herring prices climb for the fifth week", "Buyers blame the wind and each other."),
    ("New season at the puppet theatre begins", "Nine plays are shown, two of them new."),
    ("School bus will stop at the mill again", "Parents had collected nine hundred names."),
]


def paragraphs_of(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def teaser_row(tag: str = "div") -> str:
    return "".join(
        f"<{tag}><h3><a href=/t>{title}</a></h3><p>{text} And here is what comes of it.</p></{tag}>"
        for title, text in TEASERS
    )


def page(body: str, headline: str = HEADLINE) -> HtmlElement:
    """A page with *body* below a headline, between the menu and the foot of a site."""
    return document_fromstring(
        f"<html><head><title>x</title></head><body>{MENU}<main><h1>{headline}</h1>{body}</main>"
        "<footer><p>Harbour Post is published by the Harbour Press Company, Quay Street 4, and "
        "printed where the tide allows it.</p></footer></body></html>"
    )
