"""Names of ``meta`` elements by field, lower case, the most trusted first."""

PUBLISHED = (
    "article:published_time og:article:published_time article:published og:published_time "
    "article.published datepublished date_published date-published parsely-pub-date "
    "cxenseparse:recs:publishtime cxenseparse:publishtime sailthru.date citation_publication_date "
    "citation_online_date citation_date dc.date.issued dcterms.issued dc.date.created "
    "dcterms.created dc.date dcterms.date dcterms.available dc.date.available dc.date.published "
    "publish-date publish_date publishdate "
    "published-date published_date publication-date publication_date publicationdate pubdate "
    "pub_date publishtime publish_time published_time published rnews:datepublished "
    "shareaholic:article_published_time article_date_original originalpublicationdate "
    "bt:pubdate vr:published_time article:post_date date.created date_created datecreated "
    "creation_date created og:pubdate"
).split()

MODIFIED = (
    "article:modified_time og:article:modified_time og:updated_time article:modified "
    "article:updated_time article:updated article.updated datemodified date_modified "
    "dcterms.modified dc.date.modified dateupdated date_updated updated_time lastmod "
    "last-modified last_modified lastmodified revised modified"
).split()

AUTHORS = (
    "parsely-author sailthru.author article:author_name article:author og:article:author "
    "article.author citation_author dc.creator dcterms.creator dc.contributor byl byline "
    "author_name authors author cxenseparse:author rbauthors vr:author twitter:creator"
).split()

LABELLED = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
"""Pairs of a label in the page's language and what it labels."""

WRITTEN_BY = frozenset(
    (
        "by;written by;author;authors;posted by;verfasst von;geschrieben von;autor;écrit par;"
        "auteur;rédigé par;escrito por;scritto da;autore;geschreven door;skriven av;skrevet av;"
        "skrevet af;kirjoittanut;napisane przez;napsal;yazan;yazar;müəllif;автор;написано;"
        "написал;հեղինակ;ავტორი;نویسنده;كتب بواسطة;投稿者;작성자;作者"
    ).split(";")
)
"""What labels an author there."""

TAGS = (
    "article:tag",
    "og:article:tag",
    "parsely-tags",
    "cxenseparse:recs:tags",
    "cxenseparse:keywords",
    "cxenseparse:tags",
    "dc.subject",
    "dcterms.subject",
    "citation_keywords",
)

KEYWORDS = ("sailthru.tags", "news_keywords", "keywords")
"""Tags on some sites, words for search engines on others."""

SECTION = (
    "article:section og:article:section article.section parsely-section section "
    "cxenseparse:recs:category cxenseparse:section sailthru.section category "
    "articlesection og:section"
).split()

TITLE = (
    "og:title twitter:title parsely-title sailthru.title citation_title dc.title dcterms.title "
    "cxenseparse:title title"
).split()

SUMMARY = (
    "og:description twitter:description description dc.description dcterms.description "
    "dcterms.abstract sailthru.description cxenseparse:description"
).split()

IMAGE = (
    "og:image og:image:url og:image:secure_url twitter:image twitter:image:src parsely-image-url "
    "sailthru.image.full thumbnail thumbnailurl image cxenseparse:image"
).split()

LANGUAGE = "content-language language og:locale dc.language dcterms.language".split()

SITE = (
    "og:site_name application-name apple-mobile-web-app-title al:ios:app_name al:android:app_name "
    "twitter:app:name:iphone dc.publisher dcterms.publisher citation_journal_title publisher "
    "twitter:site"
).split()

LICENCE = "license licence dc.rights.license dcterms.license".split()
COPYRIGHT = "copyright dc.rights dcterms.rights dcterms.rightsholder rights".split()
ROBOTS = "robots googlebot googlebot-news".split()
TEXT_MINING = "tdm-reservation tdm-policy".split()
