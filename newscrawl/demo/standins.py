"""Pages that stand in for an article with status 200, in the outlet's own frame."""

from newscrawl.demo.dice import share
from newscrawl.demo.faults import Fault

_FRAME = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:type" content="article">
<meta property="og:site_name" content="Caliber.Az"></head>
<body><header><a class="logo" href="/">Caliber.Az</a></header>
<main>{main}</main>
<footer><p>© Caliber.Az</p></footer></body></html>
"""

_NOT_FOUND = {
    "en": ("Page not found", "There is nothing at this address. Go to the front page, or search."),
    "ru": ("Страница не найдена", "По этому адресу ничего нет. Перейдите на главную страницу."),
    "hy": ("Էջը չի գտնվել", "Այս հասցեում ոչինչ չկա։ Անցեք գլխավոր էջ։"),
}

_CONSENT = """<div id="usercentrics-root"><h2>Caliber.Az</h2>
<p>We and our partners store and/or access information on a device, such as cookies, and process
your personal data, for example to measure how advertisements are seen by whom and how often.</p>
<p>You can withdraw your consent at any time: see our privacy policy, or manage cookies below.</p>
<button>Accept all</button> <button>Reject all</button></div>"""

_LOGIN = """<div class="post"><h1 class="post_title">Caliber.Az</h1>
<div class="post_body"><p>Sign in to continue reading this article on all of your devices.</p>
<p>Already have an account? Sign in with your address. Forgot your password?</p></div>
<form method="post"><input name="email"><input name="password" type="password"></form></div>"""


def stand_in(fault: Fault, path: str) -> str:
    """Return what is shown at *path* instead of the article: what *fault* is, in its language."""
    if fault is Fault.SOFT404:
        language = {"en": "en", "arm": "hy"}.get(path.split("/")[1], "ru")
        title, text = _NOT_FOUND[language]
        main = f'<div class="post"><h1>404</h1><h2>{title}</h2><p>{text}</p></div>'
        return _FRAME.format(language=language, title=f"{title} | Caliber.Az", main=main)
    main = _CONSENT if share(0, path) < 0.5 else _LOGIN
    return _FRAME.format(language="en", title="Caliber.Az", main=main)
