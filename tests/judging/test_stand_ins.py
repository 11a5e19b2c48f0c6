"""Pages that stand in for an article: not found, walls, challenges, pictures without a text."""

import pytest

from newscrawl.judging.titles import is_error_title
from tests.judging.pages import PROSE, TEASERS, article, cards, page
from tests.judging.test_listings import ARTICLE, reason

NOT_FOUND = [
    "Page not found", "404", "Error 404", "The page you are looking for could not be found",
    "Oops! Page not found", "Səhifə tapılmadı", "Страница не найдена",
    "Запрашиваемая страница не существует", "Էջը չի գտնվել", "გვერდი ვერ მოიძებნა",
    "Sayfa bulunamadı", "Aradığınız sayfa bulunamadı", "صفحه مورد نظر یافت نشد", "صفحه پیدا نشد",
    "Sahifa topilmadi", "Бет табылмады", "Барак табылган жок", "Seite nicht gefunden",
    "Page introuvable", "Página no encontrada", "Pagina non trovata",
]  # fmt: skip

HEADLINES = [
    "Page not found: how archives lose the web", "Found: the page that was not there",
    "Страница не найдена: как архивы теряют сеть и что с этим делать",
    "404 families wait for homes",
    "Missing ferry not found after three days of search", "Haber bulunamadı diyen site kapatıldı",
]  # fmt: skip

CONSENT = [
    "We and our partners store and/or access information on a device, such as cookies.",
    "Мы используем файлы cookie. Даёте ли вы согласие на обработку ваших персональных данных?",
    "Bu site çerezleri kullanır: kabul ederseniz kişisel verileriniz işlenir. Gizlilik politikası.",
    "Wir und unsere Partner verwenden Cookies. Ihre Einwilligung können Sie hier geben.",
    "Nous et nos 214 partenaires utilisons des cookies avec votre consentement.",
]

LOGIN = [
    "Sign in to continue reading this story, or create an account in one minute.",
    "Войдите или зарегистрируйтесь, чтобы читать дальше. Забыли пароль?",
    "Haberi okumaya devam etmek için giriş yap ya da üye ol.",
    "Məqaləni oxumaq üçün hesabınıza daxil olun və ya qeydiyyatdan keçin.",
    "برای خواندن این مطلب وارد شوید یا ثبت نام کنید.",
    "Շարունակելու համար մուտք գործեք կամ գրանցվեք։",
    "Jetzt anmelden oder abonnieren, um weiterzulesen. Passwort vergessen?",
]


@pytest.mark.parametrize("title", NOT_FOUND)
def test_what_was_not_found_is_no_article(title: str) -> None:
    text = "<p>There is nothing here. Use the search, or begin at the front page again.</p>"
    for html in (
        page(f"<h1>{title}</h1>{text}", title="Harbour Post"),
        page(text, title=f"{title} | Harbour Post"),
        page(f"<h1>{title}</h1>{text}<h2>Most read</h2>{cards(TEASERS)}", title="Harbour Post"),
    ):
        assert reason(html, ARTICLE) == "soft 404"


@pytest.mark.parametrize("title", NOT_FOUND)
def test_an_article_may_be_called_so(title: str) -> None:
    assert reason(article(title=title), ARTICLE) is None


@pytest.mark.parametrize("title", HEADLINES)
def test_headlines_that_say_more_are_of_articles(title: str) -> None:
    assert not is_error_title(title)
    assert reason(article(title=title, paragraphs=PROSE[:2]), ARTICLE) is None


@pytest.mark.parametrize("text", CONSENT)
def test_a_consent_wall_is_no_article(text: str) -> None:
    html = page(f"<div id=usercentrics-root><p>{text}</p></div>", title="Harbour Post")
    assert reason(html, ARTICLE) == "consent wall"


@pytest.mark.parametrize("text", LOGIN)
def test_a_login_wall_is_no_article_though_it_has_a_headline(text: str) -> None:
    form = "<form><input name=mail><input type=password name=p></form>"
    html = page(f"<h1>{TEASERS[0][0]}</h1><div><p>{text}</p></div>{form}", title=TEASERS[0][0])
    assert reason(html, ARTICLE) == "login wall"


@pytest.mark.parametrize("text", [*CONSENT, *LOGIN])
def test_an_article_with_such_a_line_is_one(text: str) -> None:
    lead = article(paragraphs=[*PROSE[:2], text], head="<script src=/cmp.js></script>")
    assert reason(lead, ARTICLE) is None


def test_an_article_about_cookies_is_one() -> None:
    texts = [
        "Browsers are to block cookies of strangers from next spring, their makers said.",
        "Publishers, who use cookies to count readers, call the plan a blow to the press.",
        "The court will hear both sides in May; a judgment is not expected before autumn.",
    ]
    title = "Cookies and consent before the court"
    assert reason(article(title=title, paragraphs=texts), ARTICLE) is None


def test_a_challenge_is_known_by_its_title_or_its_script() -> None:
    assert reason(page("", title="Just a moment..."), ARTICLE) == "challenge"
    script = "<script>window._cf_chl_opt = {}</script>"
    assert (
        reason(page("<p>Wait.</p>", title="harbour.example", head=script), ARTICLE) == "challenge"
    )
    assert reason(article(head=script), ARTICLE) is None


@pytest.mark.parametrize(
    "main",
    [
        "<figure><img src=a.jpg><figcaption>Gates</figcaption></figure>" * 12,
        "<video src=a.mp4></video><p>Video</p><p>02:15</p>",
        "<div class=player></div>",
    ],
)
def test_pictures_without_a_text_are_no_article(main: str) -> None:
    title = TEASERS[0][0]
    assert reason(page(f"<h1>{title}</h1>{main}", title=title), ARTICLE) == "no text"


def test_one_sentence_is_an_article() -> None:
    short = article(paragraphs=["The gates of the harbour were opened again at noon."])
    assert reason(short, ARTICLE) is None
