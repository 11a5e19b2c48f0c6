"""Titles of pages that say what they are instead of what they tell."""

import re
from collections.abc import Sequence

_PARTS = re.compile(r"\s*[|•·»«]\s*|\s+[-–—~]\s+|\s*[.!?…]+\s+|։\s*")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_WORDS_BESIDE = 2
"""So many words may stand beside a phrase in its part of a title, not more: a headline tells
what was not found, and by whom."""

_ERROR = (
    # English
    r"(?:page|content|article|story|file) (?:you (?:requested|(?:are|were) looking for) )?"
    r"(?:(?:was|is|could|can|cannot|can't|can’t) )?(?:not )?(?:be )?(?:not )?(?:found|available)",
    r"page (?:does not|doesn't|doesn’t|no longer) exists?",
    # Azerbaijani
    r"(?:səhifə|xəbər|məlumat|məqalə) (?:tapılmadı|tapılmayıb|mövcud deyil|yoxdur)",
    # Russian
    r"(?:страниц[аы]|материал|новость|запись|статья) (?:не (?:найден[ао]?|существует)|удален[ао]?)",
    r"страницы (?:нет|не существует)",
    # Armenian
    r"(?:էջը|նյութը|հոդվածը) (?:չի գտնվել|չգտնվեց|գտնված չէ|գոյություն չունի|հասանելի չէ)",
    # Georgian
    r"(?:გვერდი|სტატია|მასალა) (?:ვერ|არ) (?:მოიძებნა|იძებნება|არსებობს|არის ნაპოვნი)",
    # Turkish
    r"(?:sayfa|haber|içerik) (?:bulunamadı|bulunamamıştır|mevcut değil|yok)",
    # Persian
    r"(?:صفحه|مطلب|خبر)(?:[ \u200c]?(?:ای|ی))?(?: مورد نظر(?: شما)?| درخواستی)?"
    r" (?:یافت نشد|پیدا نشد|وجود ندارد|موجود نیست)",
    # Uzbek, Kazakh, Kyrgyz
    r"(?:sahifa|maqola) (?:topilmadi|mavjud emas)", r"саҳифа топилмади",
    r"(?:бет|парақ|парақша) (?:табылмады|табылған жоқ|жоқ)",
    r"(?:бет|барак|баракча) (?:табылган жок|табылбады|жок)",
    # German, French, Spanish, Italian
    r"seite (?:(?:wurde|konnte) )?(?:leider )?nicht gefunden(?: werden)?", r"seite existiert nicht",
    r"page (?:non trouvée|introuvable|inexistante)", r"page n['’]existe (?:pas|plus)",
    r"página (?:no (?:encontrada|existe|disponible))",
    r"no se (?:encontró|ha encontrado) la página",
    r"pagina (?:non (?:trovata|esiste|disponibile))",
)  # fmt: skip
"""What a site says where an address leads nowhere, in the languages of the region and others."""

_CODE = r"(?:error|http|ошибка|hata|xəta|սխալ|შეცდომა|خطا|خطای|xato|қате|ката|fehler|erreur|errore)"
_ERROR_CODE = re.compile(rf"{_CODE}?\W*(?:404|۴۰۴|410)\W*{_CODE}?(?:\W*not found)?|not found", re.I)

_SEARCH = (
    r"search results?(?: for\b.*)?", r"results for\b.*", r"you searched for\b.*",
    r"axtarış(?:ın)? nəticələri\b.*", r"результаты поиска\b.*", r"поиск по сайту",
    r"որոնման արդյունքներ\w*\b.*", r"ძიების შედეგ\w*\b.*", r"arama sonuçları\b.*",
    r".*\bicin arama sonuçları", r"نتایج جست\u200c?[ ]?و?جو\b.*", r"qidiruv natijalari\b.*",
    r"іздеу нәтижелері\b.*", r"издөө жыйынтыктары\b.*", r"suchergebnisse?\b.*",
    r"résultats (?:de (?:la )?recherche|pour)\b.*", r"resultados de (?:la )?búsqueda\b.*",
    r"risultati (?:della |di )?ricerca\b.*",
)  # fmt: skip

_LOGIN = (
    r"(?:please )?(?:log|sign)[ -]?in(?: to .*)?", r"login", r"(?:register|subscribe) to .*",
    r"daxil ol\w*", r"giriş(?: yap\w*)?", r"вход(?: на сайт)?", r"авторизация", r"войти",
    r"մուտք", r"ავტორიზაცია", r"შესვლა", r"ورود(?: به .*)?", r"kirish", r"кіру", r"кирүү",
    r"anmeld(?:en|ung)", r"(?:se )?connexion", r"connectez-vous\b.*", r"iniciar sesión",
    r"inicia sesión\b.*", r"accedi\b.*",
)  # fmt: skip

_CONSENT = (
    r"(?:we value )?your privacy(?: choices)?", r"privacy (?:settings|preferences|notice)",
    r"(?:manage )?cookies?(?: (?:consent|settings|preferences|notice))?", r"your consent",
    r"çerez (?:tercihleri|ayarları|politikası)", r"kuki\w* (?:razılığı|siyasəti)",
    r"настройки (?:cookies?|куки|конфиденциальности)", r"datenschutz\w*", r"einwilligung\w*",
    r"(?:cookies? et )?vie privée", r"votre consentement", r"su privacidad", r"la tua privacy",
)  # fmt: skip


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases), re.IGNORECASE)


_ERROR_PHRASE = _any_of(_ERROR)
_SEARCH_TITLE = _any_of(_SEARCH)
_WALL_TITLE = {"login wall": _any_of(_LOGIN), "consent wall": _any_of(_CONSENT)}


def is_error_title(title: str) -> bool:
    """Whether *title* says that there is nothing at this address.

    >>> is_error_title("404 - Page not found | Harbour Post"), is_error_title("Страница не найдена")
    (True, True)
    >>> is_error_title("Page not found: how archives lose the web")
    False
    """
    for part in _parts(title):
        if _ERROR_CODE.fullmatch(part):
            return True
        if found := _ERROR_PHRASE.search(part):
            beside = _WORDS.findall(f"{part[: found.start()]} {part[found.end() :]}")
            if len([word for word in beside if word not in ("404", "the")]) <= _WORDS_BESIDE:
                return True
    return False


def is_search_title(title: str) -> bool:
    """Whether *title* is that of a page of search results.

    >>> is_search_title("Результаты поиска: паром"), is_search_title("Search for a ferry goes on")
    (True, False)
    """
    return any(_SEARCH_TITLE.fullmatch(part) for part in _parts(title))


def is_wall_title(title: str, wall: str) -> bool:
    """Whether *title* asks for what a *wall* asks for.

    >>> is_wall_title("Sign in to Harbour Post", "login wall")
    True
    """
    return any(_WALL_TITLE[wall].fullmatch(part) for part in _parts(title))


def _parts(title: str) -> list[str]:
    return [bare for part in _PARTS.split(title) if (bare := part.strip(" .!?…։:\"'“”«»"))]
