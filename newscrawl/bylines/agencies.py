"""Wire services and how bylines and datelines credit them.

A line of the table is ``canonical name = spelling; spelling; …``; the canonical name, the one
that a service uses in English, is a spelling itself; an indented line continues the one above.
Listed are the services that outlets of the Caucasus, Turkey, Iran and Central Asia quote, and
those that the world's press runs on.
"""

import re

from newscrawl.bylines.words import DESKS, QUALIFIERS, ROLES, fold

_SERVICES = """
AP = Associated Press; Assoşeyted Press; Ассошиэйтед Пресс; Ассошиейтед Пресс; أسوشيتد برس;
    آسوشیتدپرس; 美联社; AP通信
Reuters = Thomson Reuters; Рейтер; Рейтерс; Reyter; Röyters; Reyters; Ռոյթերս; როიტერი; رویترز;
    رويترز; 路透社
AFP = Agence France-Presse; АФП; ԱՖՊ; აეფპე; Fransa Press; Франс Пресс; خبرگزاری فرانسه; فرانس برس;
    法新社; AFP通信
dpa = DPA; ДПА; Deutsche Presse-Agentur
EFE = Agencia EFE; ЭФЭ
ANSA = Agenzia ANSA; АНСА
AGI = Agenzia Italia
Adnkronos = Agenzia Adnkronos
LaPresse = Agenzia LaPresse
Europa Press = EP
Lusa = LUSA
Agência Brasil = Agencia Brasil
UPI = United Press International
PA Media = PA; Press Association
AAP = Australian Associated Press
The Canadian Press = CP; Canadian Press; La Presse Canadienne
Bloomberg = Bloomberg News; Блумберг; Bloomberq
Interfax = Интерфакс; İnterfaks; Ինտերֆաքս; ინტერფაქსი; اینترفاکس
Interfax-Ukraine = Интерфакс-Украина; Інтерфакс-Україна
TASS = ТАСС; TASS agentliyi; TACC; ИТАР-ТАСС; ITAR-TASS; ՏԱՍՍ; ტასი; خبرگزاری تاس; تاس
RIA Novosti = РИА Новости; РИАН; RİA Novosti; RİA Novosti agentliyi; ՌԻԱ Նովոստի; რია ნოვოსტი;
    ریانووستی
Sputnik = Спутник; Սպուտնիկ; სპუტნიკი; اسپوتنیک; Sputnik Azərbaycan; Sputnik Türkiye
Rosbalt = Росбалт
Regnum = ИА Регнум; Регнум
Ukrinform = Укринформ; Укрінформ
UNIAN = УНИАН; УНІАН
BelTA = БелТА
Belga = Agence Belga
Xinhua = Синьхуа; 新华社; 新華社; شینهوا; شينخوا; Sinhua
CNA = Central News Agency; 中央社
Kyodo = Kyodo News; Киодо; 共同通信; 共同社
Jiji Press = 時事通信
Yonhap = 연합뉴스; Ёнхап
PTI = Press Trust of India
ANI = Asian News International
IANS = Indo-Asian News Service
Antara = ANTARA
Bernama = BERNAMA
NTB = Norsk Telegrambyrå
TT = TT Nyhetsbyrån
Ritzau = Ritzaus Bureau
STT = Suomen Tietotoimisto
APA = АПА
APA (Austria) = Austria Presse Agentur
APA (Azerbaijan) = Azeri Press Agency; APA.az; Azəri Press Agentliyi
Keystone-SDA = SDA; ATS; Keystone-ATS; Schweizerische Depeschenagentur
SID = Sport-Informations-Dienst
epd = EPD; Evangelischer Pressedienst
KNA = Katholische Nachrichten-Agentur
ČTK = Česká tisková kancelář
TASR = Tlačová agentúra Slovenskej republiky
PAP = Polska Agencja Prasowa
MTI = Magyar Távirati Iroda
Agerpres = AGERPRES
BTA = БТА; Българска телеграфна агенция
Tanjug = Танјуг; Танюг
HINA = Hrvatska izvještajna novinska agencija
ANP = Algemeen Nederlands Persbureau
AMNA = ΑΠΕ-ΜΠΕ; ΑΠΕ; Athens-Macedonian News Agency
AZERTAC = AZƏRTAC; АЗЕРТАДЖ; АзерТАдж; АЗЕРТАГ; Azertag; Azerbaijan State News Agency;
    Azərbaycan Dövlət İnformasiya Agentliyi; Ադրթաջ; აზერტაჯი; آذرتاج
Trend = Тренд; Trend.az; Trend News Agency; Trend Xəbər Agentliyi
Report = Репорт; Report.az; Report İA; ИА Репорт
Turan = Туран; Turan İA; Turan İnformasiya Agentliyi
Armenpress = Арменпресс; Արմենպրես; ԱՐՄԵՆՊՐԵՍ; არმენპრესი; ارمن پرس; Ermənpres
ArmInfo = АрмИнфо; Арминфо; Արմինֆո
ARKA = АРКА; ԱՐԿԱ; ԱՌԿԱ
Interpressnews = InterPressNews; Интерпрессньюс; ინტერპრესნიუსი; ინტერპრესი; Interpress;
    Интерпресс; Интерпрессньюс; IPN
Anadolu = AA; АА; Anatolia; Anadolu Agentliyi; Анадолу Ажансы; Агентство Анадолу; Anadolu Ajansı;
    Anadolu Agency; Анадолу; Անադոլու; ანადოლუ; آناتولی; الأناضول
DHA = ДХА; Demirören Haber Ajansı; Demiroren News Agency; Doğan Haber Ajansı
İHA = IHA; ИХА; İhlas Haber Ajansı; Ihlas News Agency; İhlas News Agency
ANKA = ANKA Haber Ajansı
IRNA = ایرنا; ИРНА; إرنا; ԻՌՆԱ; İrna; İRNA; Islamic Republic News Agency; خبرگزاری جمهوری اسلامی
ISNA = ایسنا; ИСНА; إسنا; İSNA; Iranian Students' News Agency; Iranian Students News Agency
Mehr = مهر; Мехр; خبرگزاری مهر; Mehr Haber Ajansı; Mehr News Agency; Mehr News; MNA
Fars = فارس; Фарс; خبرگزاری فارس; Fars News Agency; Fars News
Tasnim = تسنیم; Тасним; تسنيم; Tesnim; Tasnim News Agency; Təsnim; Tasnim News
ILNA = ایلنا; Iranian Labour News Agency; Iranian Labor News Agency
YJC = باشگاه خبرنگاران جوان; Young Journalists Club
WAFA = وفا
SANA = سانا; Syrian Arab News Agency
MENA = أنباء الشرق الأوسط; Middle East News Agency
SPA = واس; Saudi Press Agency
WAM = وام; Emirates News Agency
Kazinform = Казинформ; Қазинформ; Kazİnform; ҚазАқпарат; QazAqparat; Qazinform
KazTAG = КазТАГ; ҚазТАГ
24.kg = 24kg
Kabar = Кабар; Кабар агенттиги; KABAR
AKIpress = АКИpress; АКИпресс; АКИ Пресс; AKI Press; Акипресс
UzA = УзА; O‘zA; OʻzA; ЎзА; Uzbekistan National News Agency; O‘zbekiston Milliy axborot agentligi
Khovar = Ховар; НИАТ Ховар
Asia-Plus = Азия-Плюс; Азия Плюс
TDH = Türkmenistan Habar Agentligi; Turkmenistan State News Agency; ТДХ
Turkmenpress = Туркмен-пресс; Туркменпресс; Turkmen Press
Montsame = МОНЦАМЭ
RFE/RL = RFE; RFERL; Radio Free Europe; Radio Liberty; Радио Свобода; Azadlıq Radiosu
"""

_FILLERS = frozenset(
    "news agency agencies agence agentur agenturen nachrichtenagentur agencia agencias agenzia "
    "agentliyi agentlik ajansı ajansi ajans haber habar informasiya i̇nformasiya агентство "
    "агентства иа миа гиа ниат книа риа информагентство информационное գործակալություն "
    "გործակალություն სააგენტო საინფორმაციო خبرگزاری وكالة agentligi axborot "
    "the via per with avec mit und and et y e con с и по материалам со ссылкой на wires".split()
)
"""Words beside the name of a service that change nothing."""

_BESIDE = _FILLERS | ROLES | QUALIFIERS

_PLAIN = frozenset("report репорт trend тренд turan туран fars фарс mehr мехр".split())
"""Names of services that are words or names of people too: believed only as the whole credit."""

_BESIDE_PLAIN = _FILLERS - frozenset("news the agency agencies wires".split())
"""What may stand beside them; "News Report" and "Agency Report" name nobody."""

_NOT_A_CREDIT = re.compile(
    r"\b(?:getty|shutterstock|photo|foto|fotoğraf|image|picture|фото|bild)"
    r"|عکس|ფოტო|լուսանկար",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[()\[\]{},;|•·/«»\"“”\n:]|\s[-–—]+(?:\s|$)|^[-–—]+\s?")
_NOT_WORD = re.compile(r"[\W_]+")
_ABBREVIATION = 4


def _key(text: str) -> str:
    return _NOT_WORD.sub(" ", fold(text)).strip()


def _table() -> tuple[dict[str, str], frozenset[str]]:
    """Return key to canonical name, and the abbreviations, which need their capitals."""
    names: dict[str, str] = {}
    short: set[str] = set()
    for line in _SERVICES.strip().replace(";\n    ", "; ").splitlines():
        name, others = line.split(" = ")
        for spelling in [name, *others.split("; ")]:
            names[_key(spelling)] = name
            if len(spelling) <= _ABBREVIATION and spelling != spelling.lower():
                short.update((spelling, spelling.upper()))
    return names, frozenset(short | {"dpa", "epd"})


_NAMES, _SHORT = _table()
_LATIN_SHORT = frozenset(_key(spelling) for spelling in _SHORT)
_LONG = re.compile(
    r"(?<!\w)(?:the\s+)?("
    + "|".join(
        r"[\W_]+".join(map(re.escape, key.split()))
        for key in sorted(_NAMES, key=len, reverse=True)
        if " " in key and len(key) > 2 * _ABBREVIATION
    )
    + r")(?:['’]?\w{0,3})(?!\w)",
    re.IGNORECASE,
)


def service(segment: str) -> str | None:
    """Return the canonical name of the wire service that *segment* is, as a whole, or None.

    An abbreviation must have its capitals: ``EFE`` is a service, ``Efe`` a given name.

    >>> service("The Associated Press Writer"), service("AA"), service("Efe"), service("Ada AP")
    ('AP', 'Anadolu', None, None)
    >>> service("ИА Репорт"), service("Staff Report")
    ('Report', None)
    """
    words = [(word, fold(word.strip(".,"))) for word in segment.split()]
    bare = [(word, key) for word, key in words if key not in _BESIDE]
    barer = [(word, key) for word, key in bare if key not in DESKS]
    for attempt in (segment, " ".join(w for w, _ in bare), " ".join(w for w, _ in barer)):
        key = _key(attempt)
        if key in _PLAIN and any(other not in _BESIDE_PLAIN | _PLAIN for _, other in words):
            return None
        if key in _NAMES and (key not in _LATIN_SHORT or attempt.strip(" .*") in _SHORT):
            return _NAMES[key]
    return None


def split_service(segment: str) -> tuple[str | None, str]:
    """Return the wire service that *segment* names among other words, and those words.

    >>> split_service("Ada Quill Associated Press")
    ('AP', 'Ada Quill')
    >>> split_service("Michael Bloomberg")
    (None, 'Michael Bloomberg')
    """
    if name := service(segment):
        return name, ""
    if found := _LONG.search(segment):
        rest = f"{segment[: found.start()]} {segment[found.end() :]}"
        return _NAMES[_key(found[1])], split_service(" ".join(rest.split()))[1]
    words = segment.split()
    if len(words) > 2 and not segment.isupper() and (words[-1] in _SHORT or words[-1] == "Reuters"):
        return service(words[-1]), split_service(" ".join(words[:-1]))[1]
    return None, segment


def agency_in(text: str) -> str | None:
    """Return the canonical name of the first wire service that *text*, a byline or a
    dateline, credits, or None. The owner of a picture is not credited with the text.

    >>> agency_in("By Ada Quill (Reuters)"), agency_in("ANKARA (AA) -"), agency_in("AFP via Getty")
    ('Reuters', 'Anadolu', None)
    """
    if _NOT_A_CREDIT.search(text):
        return None
    for segment in _SEPARATORS.split(text):
        if name := split_service(segment.strip())[0]:
            return name
    return None
