"""Words that tell text of an article from what stands around it. Data, no logic."""

JUNK_WORDS = frozenset(
    """
    share social promo byline comment comments footer cookie cookies ad ads tag tags teaser teasers author authors
    nav menu popular trending modal dialog toolbar credit credits print carousel card cards breaking survey feedback poll tagline bio image images photo photos picture pictures video videos thumbnail embed embedded slider gallery pager rating
    vote meta date timestamp skip toc subscribe signup login register related newsletter newsletters
    """.split()
)
JUNK_PREFIXES = tuple(
    """
    sharing related recommend caption consent paywall subscri advert banner sponsor outbrain taboola taglist
    breadcrumb navigation popup copyright disclaimer disqus sharebar sharebutton authorbio newsletter
    pagination recirc sidebar
    """.split()
)
JUNK_PAIRS = tuple(
    """
    read-more readmore most-read also-read more-stor more-news more-from sign-up sign-in sr-only visually-hidden screen-reader table-of-contents twitter-tweet instagram-media tiktok-embed fb-post
    """.split()
)
LAYOUT_WORDS = frozenset("has with without no layout wrap type elementor not wpb".split())
BODY_NAMES = tuple(
    """
    article-?body article-?text article-?content story-?body story-?text story-?content entry-content
    post-?content post-?body post-?text news-?text news-?body news-?content body-?text main-?text
    """.split()
)

STRONG = tuple("comment cookie consent footer related newsletter disqus recirc aside nav".split())
WEAK = frozenset("""
    image images photo photos picture pictures video videos thumbnail embed embedded gallery slide slider carousel card cards teaser hidden
    paywall subscriber meta date author authors credit credits print skip toc figure promo hidden section-header header dialog form button
""".split())

LEAD_NAMES = tuple(
    r"""
    stand-?first \bdek\b dek$ [-_]dek\b sub-?head sub-?deck sub-?title sub-?line excerpt summary \blead\b intro \bteaser-?text abstract \bdeck\b
    \blede\b vorspann chapo entradilla anons description
    """.split()
)
PHRASES = (
    r"^(?:read|see|watch|listen)(?: more| also| next)\b.{0,120}$",
    r"^(?:more|related|recommended|most read|most popular|trending)\b[^.]{0,40}$",
    r"article continues below",
    r"^(?:advertisement|anzeige|publicidad|werbung|реклама|reklam|advertising|publicité|pubblicità|reklama|annonse|annons)\W*$",
    r"all rights reserved|©|^copyright\b",
    r"^\W*(?:photo|image|picture|credit|foto|ảnh|фото|bild|source|photograph|photos|getty|getty images|imago)\s*(?:credit|by)?\s*[:/]",
    r"^(?:follow|like) (?:us|.{2,30}) on\b",
    r"^(?:sign up|subscribe|log in|register) (?:for|to|here|now)\b",
    r"thanks for signing up",
    r"^share this\b|^like this story\b|^(?:click|tap) here\b",
)
