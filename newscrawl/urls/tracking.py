"""Parameters that say where a reader came from, never what is shown."""

import re
from urllib.parse import unquote_plus

_PARAMETERS: dict[str, str] = {
    "Google Analytics, Ads, Merchant Center": (
        r"utm_\w+|_ga|_gl|_gac|gclid|gclsrc|dclid|gbraid|wbraid|wbrclid|gad_(?:source|campaignid)"
        r"|srsltid"
    ),
    "AMP's viewer": r"amp_(?:js_v|gsa|tf|ct|r)|ampshare|usqp|aoh",
    "Facebook, Instagram": (
        r"fbclid|fbrefresh|fb_(?:action_ids|action_types|source|ref)|igsh(?:id)?"
    ),
    "Microsoft Advertising": r"msclkid",
    "X, TikTok, LinkedIn, Pinterest, Snapchat, Reddit": (
        r"twclid|ttclid|li_fat_id|epik|sccid|rdt_cid"
    ),
    "Yandex Direct and Metrica, LiveInternet, Mail.ru": (
        r"y(?:ad|m|s)?clid|_openstat|rb_clickid|frommail"
    ),
    "Matomo, once Piwik": (
        r"(?:pk|piwik|mtm|matomo)_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)"
    ),
    "Piano Analytics, once AT Internet": r"at_(?:medium|campaign|custom\d?)|xtor",
    "Adobe Analytics, Marketo": r"s_cid|s_kwcid|ef_id|cmpid|mkt_tok",
    "Comscore, Webtrekk, Webtrends": (
        r"ns_(?:mchannel|source|campaign|linkname|fee)|ncid|wt_(?:mc|zmc)|wt[.]mc_\w+"
    ),
    "Mailchimp, HubSpot, Klaviyo, Vero, Drip, Omeda": (
        r"mc_[ce]id|_hs(?:enc|mi)|__hs(?:sc|tc|fp)|hsctatracking|_kx|vero_(?:id|conv)|__s"
        r"|oly_(?:anon|enc)_id"
    ),
    "Outbrain, Taboola": r"dicbo|ob_click_id|tblci",
    "buttons to share": r"share_source|share_medium|_branch_match_id",
    "sessions": r"phpsessid|jsessionid|aspsessionid\w*",
}
"""Whose documentation names them, to names. Left out is what some sites name articles by: ``id``,
``cid``, ``sid``, ``ref``, ``source``."""

_TRACKING = re.compile("|".join(_PARAMETERS.values()), re.IGNORECASE)


def without_tracking(query: str) -> str:
    """Return *query* without parameters of tracking; the others as they are written.

    >>> without_tracking("id=7&utm_source=a&&flag&b=%26")
    'id=7&flag&b=%26'
    """
    if not query:
        return query
    parts = query.split("&")
    return "&".join(part for part in parts if part and not _TRACKING.fullmatch(name_of(part)))


def name_of(parameter: str) -> str:
    """Return the name of ``name=value``, decoded."""
    name = parameter.partition("=")[0]
    return unquote_plus(name) if "%" in name or "+" in name else name
