"""Pages that ask a reader to log in, to pay or to consent before they show a text."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Literal, get_args

from lxml.html import HtmlElement

from newscrawl.structured.xpaths import finder

Wall = Literal["login wall", "consent wall"]
WALLS: tuple[Wall, ...] = get_args(Wall)

_PROMPTS: dict[Wall, tuple[str, ...]] = {
    "consent wall": (
        # English
        r"\b(?:use|uses|using|accept|allow|reject|manage) (?:all |of |optional )*cookies",
        r"\bcookies? (?:policy|settings|consent|preferences|and (?:similar|other))",
        r"\bour (?:\d+ )?(?:trusted )?partners\b", r"\bstore and/or access information",
        r"\blegitimate interest", r"\b(?:give|withdraw|change) your (?:consent|choices)",
        r"\byour (?:personal data|privacy|consent)\b", r"\bprivacy policy\b",
        # Russian, Azerbaijani, Turkish
        r"использу\w+ (?:файлы )?(?:cookie|куки)", r"файл\w* cookie", r"(?:ваше|дать) согласие на",
        r"политик\w+ конфиденциальности", r"обработк\w+ (?:ваших )?персональных данных",
        r"kuki\w*", r"məxfilik siyasət", r"fərdi məlumat\w+ emal",
        r"çerez(?:ler)?\w* (?:kullan|kabul|politika|izin)", r"açık rıza", r"gizlilik politika",
        r"kişisel veri\w+ (?:işle|koru)",
        # Armenian, Georgian, Persian
        r"քուքի", r"թխուկ", r"գաղտնիության քաղաքականությ", r"ქუქი", r"კონფიდენციალურობის პოლიტიკ",
        r"کوکی[ \u200c]?ها", r"حریم خصوصی",
        # Uzbek, Kazakh, Kyrgyz
        r"maxfiylik siyosat", r"құпиялылық саясат", r"купуялык саясат", r"cookie[- ]?fayl",
        # German, French, Spanish, Italian
        r"(?:verwenden|akzeptieren|zulassen)\b.{0,40}\bcookies",
        r"cookies\b.{0,40}\b(?:verwend|zulass)",
        r"\beinwilligung", r"\bdatenschutzerklärung", r"\bunsere (?:\d+ )?partner",
        r"\bnos (?:\d+ )?partenaires", r"\bvotre consentement", r"\bpolitique de confidentialité",
        r"\b(?:utilisons|accepter|refuser|utilizamos|aceptar|rechazar|utilizziamo|accett\w+)\b"
        r".{0,40}\bcookies?", r"\bnuestros (?:\d+ )?socios", r"\b(?:su|tu) consentimiento",
        r"\bpolítica de privacidad", r"\bi nostri (?:\d+ )?partner", r"\b(?:tuo|suo) consenso",
    ),
    "login wall": (
        # English
        r"\b(?:log|sign)[ -]?(?:in|up)\b(?: to| or| with| for|$)", r"\bcreate (?:an|your) account",
        r"\balready (?:a subscriber|a member|have an account|subscribed|registered)",
        r"\b(?:subscribe|register) (?:now|today|to (?:read|continue|keep|unlock|access))",
        r"\b(?:subscribers|members) only\b", r"\bforgot(?:ten)? (?:your )?password",
        r"\b(?:to )?(?:continue|keep) reading\b", r"\bunlimited access\b", r"\bfree trial\b",
        # Russian, Azerbaijani, Turkish
        r"(?:войдите|авторизуйтесь|зарегистрируйтесь)\b", r"только (?:для|по) подпис",
        r"оформите подписку", r"уже (?:есть аккаунт|подписаны|зарегистрированы)", r"забыли пароль",
        r"чтобы (?:читать|прочитать|продолжить)", r"hesabınıza daxil ol", r"daxil olun\b",
        r"qeydiyyatdan keç", r"abunə olun", r"şifrəni(?:zi)? unut", r"giriş yap", r"üye ol",
        r"abone ol", r"okumaya devam", r"şifremi unut",
        # Armenian, Georgian, Persian
        r"մուտք գործ(?:եք|ել)", r"գրանցվե(?:ք|լ)", r"բաժանորդագրվե(?:ք|լ)", r"գաղտնաբառ",
        r"გაიარეთ (?:ავტორიზაცია|რეგისტრაცია)", r"გამოიწერეთ", r"დაგავიწყდათ პაროლი",
        r"(?:وارد|لاگین) (?:شوید|حساب)", r"ثبت[ \u200c]?نام کنید", r"مشترک شوید", r"رمز عبور",
        # Uzbek, Kazakh, Kyrgyz
        r"tizimga kiring", r"ro[ʻ'‘’]yxatdan o[ʻ'‘’]ting", r"obuna bo[ʻ'‘’]ling", r"parolni unut",
        r"жүйеге кіріңіз", r"тіркеліңіз", r"жазылыңыз", r"құпия ?сөз", r"системага кириңиз",
        r"катталыңыз", r"сырсөз",
        # German, French, Spanish, Italian
        r"\b(?:jetzt|bitte) (?:anmelden|registrieren|abonnieren|einloggen)",
        r"\bmelden sie sich an\b", r"\bweiterlesen mit\b", r"\bpasswort vergessen",
        r"\bconnectez-vous", r"\bréservé aux abonnés", r"\babonnez-vous", r"\bdéjà abonné",
        r"\bmot de passe oublié", r"\binicia sesión", r"\bsuscríbete", r"\bregístrate",
        r"\bolvidaste tu contraseña", r"\baccedi (?:o|per|al)\b", r"\babbonati\b",
        r"\bregistrati\b", r"\bpassword dimenticata", r"\bsei già abbonato",
    ),
}  # fmt: skip
"""What walls say to a reader; each is an appeal, for an article may tell of cookies."""

_PATTERN = {
    wall: re.compile("|".join(prompts), re.IGNORECASE) for wall, prompts in _PROMPTS.items()
}
_ANY_PROMPT = re.compile("|".join(p.pattern for p in _PATTERN.values()), re.IGNORECASE)

_FORM: dict[Wall, str] = {
    "login wall": "//input[@type='password']",
    "consent wall": "//@id[contains(., 'onetrust') or contains(., 'didomi')"
    " or contains(., 'usercentrics') or contains(., 'sp_message_container')"
    " or contains(., 'CybotCookiebot') or contains(., 'qc-cmp2')]/.."
    " | //script[contains(@src, 'consent') or contains(@src, 'cmp')]"
    " | //iframe[contains(@src, 'consent') or contains(@src, 'privacy')]",
}
_FINDER = {wall: finder(expression) for wall, expression in _FORM.items()}
_MAX_TEXTS = 40
_LONGEST = 1500


def size_without_prompts(texts: Sequence[str], enough: int) -> int:
    """Return the size of those of *texts* that say something else than a wall does.

    :param enough: what is more than this is not counted.

    >>> size_without_prompts(["The gates close at dusk.", "Sign in to continue reading."], 400)
    24
    """
    size = 0
    for text in texts[:_MAX_TEXTS]:
        if size >= enough:
            break
        if not _ANY_PROMPT.search(text[:_LONGEST]):
            size += len(text)
    return size


def marks_of(wall: Wall, texts: Iterable[str]) -> set[str]:
    """Return the different appeals of a *wall* in *texts*.

    >>> sorted(marks_of("login wall", ["Sign in to go on, or create an account."]))
    ['create an account', 'sign in to']
    """
    found = _PATTERN[wall].finditer
    return {
        match[0].casefold()
        for text in islice(texts, _MAX_TEXTS)
        for match in found(text[:_LONGEST])
    }


def has_form_of(root: HtmlElement, wall: Wall) -> bool:
    """Whether the page has the form of a *wall*: a password's, a consent manager's."""
    return bool(_FINDER[wall](root))
