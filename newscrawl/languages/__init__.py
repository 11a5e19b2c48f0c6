"""Which language a text is in."""

from collections.abc import Iterable, Sequence

from newscrawl.languages.scripts import script_of, script_of_language, written_in
from newscrawl.languages.telling import likelier, tell

__all__ = ["language_of", "page_language", "script_of", "script_of_language", "tell"]


def language_of(text: str, edition: str, languages: Sequence[str]) -> str:
    """Return the language of *text*: that of its *edition* unless the text says otherwise.

    A text in a script that its edition is not written in was published untranslated, in one of
    the outlet's *languages*. Where several have its script, letters and words decide between
    them.

    >>> language_of("Баку, 3 марта", "hy", ["ru", "en", "hy"])
    'ru'
    """
    script = script_of(text)
    if script is None:
        return edition
    candidates = [language for language in languages if script_of_language(language) == script]
    if script == script_of_language(edition):
        return likelier(text, edition, candidates) if len(candidates) > 1 else edition
    if len(candidates) > 1:
        return tell(text, candidates) or edition
    return candidates[0] if candidates else edition


def page_language(declared: Iterable[str], text: str, *, thorough: bool = True) -> str:
    """Return the language of *text*: the first *declared* that it does not contradict, else what
    its letters and words tell, else ``und``.

    :param declared: BCP 47, the most trusted first.
    :param thorough: whether a language declared has to pass by letters and words, too, not by
        its script alone.

    >>> page_language(["en"], "Мост откроют весной, но поезда по нему пойдут только летом")
    'ru'
    >>> page_language(["en"], "2031")
    'en'
    """
    tags = list(declared)
    script = script_of(text)
    if script is None:
        return next(iter(tags), "und")
    fitting = [tag for tag in tags if script_of_language(tag) == script]
    if fitting:
        return likelier(text, fitting[0]) if thorough else fitting[0]
    written = (tag for declared in tags if (tag := written_in(declared, script)))
    return tell(text) or next(written, "und")
