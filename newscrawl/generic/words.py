"""Words that tell the text of an article from what stands around it. Data, no logic.

Marks are words of classes, ids and tag names, lower case; phrases are regular expressions.
"""

MARKS = frozenset(
    """
    ad ads author authors bio breaking byline card cards carousel comment comments cookie cookies
    credit credits cta date dialog embed embedded feedback footer gallery image images lightbox
    login menu meta modal nav newsletter newsletters pager photo photos picture pictures poll
    popular print promo rating register related reklam reklama share signup skip slider social
    subscribe survey tag tagline tags teaser teasers thumbnail timestamp toc toolbar trending
    video videos vote
    """.split()
)
"""Whole words."""

MARK_STARTS = tuple(
    """
    advert authorbio banner breadcrumb caption consent copyright disclaimer disqus navigation
    newsletter outbrain pagination paywall popup recirc recommend related sharebar sharebutton
    sharing sidebar sponsor subscri taboola taglist
    """.split()
)
"""Beginnings of words."""

MARK_PAIRS = (
    r"read-?more|more-(?:from|news|stor)|(?:also|most)-read|sign-(?:up|in)|table-of-contents"
    r"|twitter-tweet|instagram-media|tiktok-embed|fb-post"
)
"""Several words; between words stands a hyphen, whatever the page has there."""

MARK_TAGS = frozenset(
    "address aside button caption dialog figcaption figure footer form menu nav".split()
)

LAYOUT_WORDS = frozenset("bg elementor has layout no not type with without wpb wrap".split())
"""A class with one of these speaks of the page around a thing, not of the thing."""

ENTRY = "entry"
"""Mark of what is numbered by its id, such as the entries of a live report: each a text of its
own where there are several."""

FIRM_MARKS = tuple(
    "aside comment consent cookie entry disqus footer nav newsletter recirc related".split()
)
"""Beginnings of marks that hold even where most of the text is under them: long comments
below a short article."""

LOOSE_MARKS = frozenset(
    """
    author authors button card cards carousel credit credits date dialog embed embedded figure form
    gallery hidden image images meta paywall photo photos picture pictures print promo skip
    slider subscriber teaser thumbnail toc video videos
    """.split()
)
"""Marks that layouts also give to the article itself."""

PICTURE_MARKS = frozenset("caption figcaption figure".split())
"""Below a picture: text, but not of the article, whatever else speaks for it."""

APART_MARKS = PICTURE_MARKS | frozenset("aside footer nav newsletter recommended related".split())
"""Marks of what no other evidence brings back."""

BODY_NAMES = (
    r"(?:article|story|post|news)-?(?:body|text|content)|entry-content|body-?text|main-?text"
)
"""As for :data:`MARK_PAIRS`."""

LEAD_NAMES = (
    r"stand-?first|\bdeck?\b|sub-?(?:deck|head|line|title)|excerpt|summary|\blede?\b|\blead\b"
    r"|intro|teaser-?text|abstract|vorspann|chapo|entradilla|anons|description"
)

_READ_ALSO = (
    # English
    r"(?:read|see|watch|listen)(?: more| also| next)\b",
    r"more (?:about|articles|coverage|from|in|news|on|stories)\b[^.]{0,40}$",
    r"(?:related|recommended|most read|most popular|trending)\b[^.]{0,40}$",
    r"you (?:may|might) (?:also )?(?:like|be interested)\b[^.]{0,40}$",
    r"related (?:article|news|post|stor|video)\w*\s*:",
    # Russian, Ukrainian, Kazakh, Uzbek
    r"(?:читайте|читать|смотрите) (?:также|ещ[её]|далее)",
    r"(?:(?:материалы|новости) )?по теме\s*(?::|$)",
    r"читайте також|сондай-ақ оқыңыз|тағы оқыңыз|shuningdek,? o.qing|mavzuga oid",
    # Azerbaijani, Turkish
    r"(?:həmçinin|bunu da|bunları da) oxu|(?:oxşar|əlaqəli|digər) xəbər",
    r"i̇?lgili haber|(?:bunlar da )?i̇?lginizi çekebilir|ayrıca (?:okuyun|bakınız)|diğer haberler",
    # Armenian, Georgian
    r"կարդա(?:ցեք|լ) նաև|(?:առնչվող|նմանատիպ) (?:նյութեր|լուրեր)|դիտեք նաև",
    r"(?:ასევე )?წაიკითხეთ(?: ასევე)?\s*[:：]|ასევე წაიკითხეთ|მსგავსი (?:სტატიები|სიახლეები)",
    # Persian, Arabic
    r"(?:اخبار|مطالب) مرتبط|بیشتر بخوانید|همچنین بخوانید|اقرأ أيض|مواضيع ذات صلة",
    # German, French, Spanish, Italian, Portuguese, Dutch, Polish, Romanian
    r"lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|das könnte sie auch",
    r"(?:à )?lire (?:aussi|également)|voir aussi|sur le même sujet",
    r"le[ae] también|(?:también )?te puede interesar|noticias? relacionadas?|leer más",
    r"leggi anche|potrebbe interessarti|(?:leia|veja) (?:também|mais)|lees ook",
    r"(?:czytaj|zobacz) (?:też|także|również)|cite[sș]te [sș]i",
    # Chinese, Japanese, Korean, Thai
    r"相关(?:阅读|新闻|报道)|延伸阅读|関連記事|続きを読む|あわせて読みたい|관련 ?기사",
    r"อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง",
)

_PICTURES = (
    r"\W*(?:photo|image|picture|credit|foto|fotoğraf|ảnh|фото|bild|սարքի|լուսանկար|ფოტო|عکس"
    r"|photograph|getty|imago)\w{0,3}\s*(?:credits?|by)?\s*[:/՝]",
    r".{5,150}\b(?:photo|foto|image|bild|фото|ảnh)(?: credit)?\s?: ?[^.:]{2,60}$",
    r".{2,100}(?:via getty images|/ ?(?:getty(?: images)?|reuters|afp|epa|shutterstock))\W*$",
)

_ASKS = (
    r"\W*(?:follow|join|like) .{2,60}\b"
    r"(?:facebook|instagram|snapchat|social|telegram|tiktok|twitter|whatsapp|youtube)\b",
    r"(?:sign up|subscribe|log in|register) (?:for|to|here|now)\b",
    r"(?:get|receive|want) .{0,60}(?:inbox|newsletter)",
    r"already (?:a|an|have an?) (?:account|member|subscriber)\b.{0,60}$",
    r"share this\b|like this story\b|(?:click|tap) here\b.{0,80}$",
    r"(?:подпис(?:ывайтесь|аться|ка)|следите за (?:нами|нашими|новостями)|поделиться)\b",
    r"(?:bizi|bizi̇) (?:.{0,30})(?:izləyin|takip edin)|abunə olun|abone olun",
    r"հետևեք մեզ|բաժանորդագրվեք|გამოიწერეთ|გამოგვყევით|ما را .{0,30}دنبال کنید",
    r"(?:folgen sie|abonnieren sie|jetzt abonnieren|suivez-nous|síguenos|seguici)\b",
    r"(?:do you|have you|got) .{0,60}(?:story|tip)\b.{0,80}(?:@|contact|e-?mail)",
)

_NOTES = (
    r"(?:advertisement|advertising|anzeige|werbung|publicidad|publicité|pubblicità|реклама"
    r"|reklama?|գովազդ|რეკლამა|تبلیغات|annonse?|广告|広告)\W*$",
    r"(?:journal|more) information:|provided by [^.]{0,80}$|(?:additional )?reporting by",
    r"copyright\b|write to \w+ .{0,40}@|انتهای پیام",
    r"this (?:article|story|post|piece) (?:was )?(?:originally|first) (?:published|appeared)",
    r"\S+@\S+\.\w+$|(?:https?://|www\.)\S+$",
)

FURNITURE_STARTS = (*_READ_ALSO, *_PICTURES, *_ASKS, *_NOTES)
"""How a line begins that is not of the article; letter case does not count."""

FURNITURE_PARTS = (
    "©",
    "affiliate commission",
    "affiliate link",
    "affiliate partnership",
    "all rights reserved",
    "alle rechte vorbehalten",
    "article continues below",
    "bütün hüquqlar qorunur",
    "contenido externo",
    "contributed to this article",
    "contributed to this report",
    "contributed to this story",
    "earn a commission",
    "earn a small commission",
    "earn commission",
    "externe inhalt",
    "externen inhalt",
    "externer inhalt",
    "receive a commission",
    "receive compensation",
    "redaktioneller inhalt",
    "thanks for signing up",
    "todos los derechos reservados",
    "tous droits réservés",
    "tüm hakları saklıdır",
    "your subscription has been confirmed",
    "все права защищены",
    "բոլոր իրավունքները պաշտպանված",
    "ყველა უფლება დაცულია",
    "تمامی حقوق",
)
"""What such a line has anywhere in it, lower case."""
