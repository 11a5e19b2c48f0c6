"""Bylines to names of people, in the languages of the outlets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.bylines import (
    Byline,
    agency_in,
    closing_byline,
    opening_byline,
    read_byline,
    unnamed_byline,
)

OWN = ("Harbour Post", "harbour-post.example", "Lanterna")
ADA, BERT, CORA = "Ada Quill", "Bert Stone", "Cora Dale"


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("By Ada Quill and Bert Stone", (ADA, BERT)),
        ("Ada Quill, Bert Stone & Cora Dale", (ADA, BERT, CORA)),
        ("Ada Quill | Bert Stone", (ADA, BERT)),
        ("Ada Quill\nBert Stone", (ADA, BERT)),
        ("By\nAda Quill", (ADA,)),
        ("Written by Ada Quill", (ADA,)),
        ("Opinion by Ada Quill", (ADA,)),
        ("Interview by Ada Quill", (ADA,)),
        ("This note was written by Ada Quill, Head of Letters", (ADA,)),
        ("View all posts by Ada Quill", (ADA,)),
        ("Follow Ada Quill on Twitter", (ADA,)),
        ("Ada Quill Ada Quill is a reporter who covers Bert Stone, Cora Dale", (ADA,)),
    ],
)
def test_the_people_of_an_english_byline_are_its_authors(
    printed: str, authors: tuple[str, ...]
) -> None:
    assert read_byline(printed).authors == authors


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("Müəllif: Aygün Dənizli", ("Aygün Dənizli",)),
        ("Xəbəri hazırladı: Əli Vəli oğlu Sahilov", ("Əli Vəli oğlu Sahilov",)),
        ("Haber: Ayşe Kıyı ve Can Liman", ("Ayşe Kıyı", "Can Liman")),
        ("Muallif: Alisher Daryo", ("Alisher Daryo",)),
        ("Автор: Ада Квилл", ("Ада Квилл",)),
        ("Авторы: Ада Квилл и Берт Стоун", ("Ада Квилл", "Берт Стоун")),
        ("Материал подготовила Ада Квилл", ("Ада Квилл",)),
        ("Жазған: Айгүл Өзен", ("Айгүл Өзен",)),
        ("Айгүл Өзен, тілші", ("Айгүл Өзен",)),
        ("Муаллиф: Алишер Дарё", ("Алишер Дарё",)),
        ("Հեղինակ՝ Անի Ծովակ", ("Անի Ծովակ",)),
        ("Անի Ծովակ և Արամ Գետակ", ("Անի Ծովակ", "Արամ Գետակ")),
        ("ავტორი: ნინო ზღვაძე", ("ნინო ზღვაძე",)),
        ("نویسنده: مهدی دریایی", ("مهدی دریایی",)),
        ("به قلم مهدی دریایی", ("مهدی دریایی",)),
        ("بقلم محمد البحري", ("محمد البحري",)),
        ("Von Ada Quill und Bert Stone", (ADA, BERT)),
        ("Text und Fotos: Ada Quill", (ADA,)),
        ("Par Ada Quill et Bert Stone", (ADA, BERT)),
        ("Por Ada Quill y Berta Piedra", (ADA, "Berta Piedra")),
        ("Di Ada Quill", (ADA,)),
        ("Door Jan de Boer en Piet Bakker", ("Jan de Boer", "Piet Bakker")),
        ("Av Kari Fjord og Ola Strand", ("Kari Fjord", "Ola Strand")),
        ("Jan Potok a Petr Kámen", ("Jan Potok", "Petr Kámen")),
        ("Írta: Kő János", ("Kő János",)),
        ("Γράφει ο Γιώργος Λιμανάκης", ("Γιώργος Λιμανάκης",)),
        ("Авторът Иван Речен", ("Иван Речен",)),
        ("Ion Malul și Ana Apa", ("Ion Malul", "Ana Apa")),
        ("作者：王小明", ("王小明",)),
        ("山田太郎", ("山田太郎",)),
        ("홍길동 기자", ("홍길동",)),
    ],
)
def test_labels_and_conjunctions_are_known_in_many_languages(
    printed: str, authors: tuple[str, ...]
) -> None:
    assert read_byline(printed).authors == authors


@pytest.mark.parametrize(
    "printed",
    [
        "Ada Quill, Staff Writer",
        "Ada Quill Senior Political Correspondent",
        "Political Editor Ada Quill",
        "Ada Quill Special to Harbour Post",
        "Ada Quill, XYZ Business",
        "Ada Quill XYZ News",
        "Ada Quill, The Daily Lantern",
        "Ada Quill, Research Fellow, Institute of Tides and Currents",
        "Ada Quill in Kyiv",
        "Ada Quill of Lanterna",
        "Ada Quill Lanterna",
        "Ada Quill | Harbour Post",
        "Ada Quill and agencies",
        "By Ada Quill March 4, 2025",
        "By Ada Quill Updated Tuesday, 4 March 2025, 18:05",
        "18:05, 4 March 2025 Ada Quill",
        "Mar 4 Written By Ada Quill",
        "Ada Quill • 4 min read",
        "Ada Quill @adaquill",
        "Ada Quill ada@harbour-post.example",
        "Ada Quill https://harbour-post.example/people/ada",
        "Ada Quill, MD, PhD",
        "By ADA QUILL",
        "<a href='/ada'>Ada&nbsp;Quill</a>",
    ],
)
def test_what_stands_beside_a_name_is_not_part_of_it(printed: str) -> None:
    assert read_byline(printed, own_names=OWN).authors == (ADA,)


@pytest.mark.parametrize(
    "printed",
    [
        "Reporting by Ada Quill; editing by Bert Stone",
        "Reporting by Ada Quill Editing by Bert Stone",
        "Story by Ada Quill | Photos by Bert Stone",
        "Text: Ada Quill, foto: Bert Stone",
        "Text von Ada Quill, Fotos von Bert Stone",
        "By Ada Quill; translated by Bert Stone",
        "By Ada Quill | Updated by Bert Stone",
    ],
)
def test_editors_translators_and_photographers_are_not_authors(printed: str) -> None:
    assert read_byline(printed).authors == (ADA,)


@pytest.mark.parametrize(
    "name",
    [
        "J. R. Quill",
        "Ada van der Quill",
        "Luigi Di Sasso",
        "José Piedra y Mar",
        "Omar bin Ali al-Bahri",
        "Seán O’Quill",
        "Anne-Marie d'Estuaire",
        "Ngũgĩ wa Mto",
        "Dr. Ada Quill",
        "Bert Stone Jr.",
        "Bert Stone III",
        "Ayşe KIYI",
        "Əli Vəlizadə",
        "Per Strand",
        "Con Quill",
        "Yu Yi Ma",
        "Kim Min Seok",
        "Les Stone",
    ],
)
def test_a_name_is_kept_as_it_is_printed(name: str) -> None:
    expected = (name.removesuffix("."),)
    assert read_byline(name).authors == read_byline(f"By {name}").authors == expected


@pytest.mark.parametrize(
    "printed",
    [
        "Staff",
        "By Staff",
        "Editorial Board",
        "Web Desk",
        "Guest author",
        "Harbour Post",
        "Harbour Post Staff",
        "harbour-post",
        "Haber Merkezi",
        "Redaksiya",
        "Редакция",
        "Администратор",
        "Online-Redaktion",
        "Susan",
        "Read more",
        "Photograph by Ada Quill",
        "Illustration: Ada Quill",
        "Editör: Ayşe Kıyı",
        "Tags: Ada Quill",
        "The talks had ended on Tuesday",
        "@adaquill",
        "4 March 2025",
    ],
)
def test_what_is_no_name_of_an_author_stays_out_of_authors(printed: str) -> None:
    assert read_byline(printed, own_names=OWN).authors == ()


def test_a_byline_that_names_nobody_stays_in_text() -> None:
    assert read_byline("By Web Desk") == Byline("Web Desk", (), None)


@pytest.mark.parametrize("value", ["null", "undefined", "None", "", "https://a.example/x", "@ada"])
def test_a_placeholder_or_an_address_is_no_byline(value: str) -> None:
    assert read_byline([value]) == Byline()


@pytest.mark.parametrize(
    ("values", "authors"),
    [
        ([ADA, BERT], (ADA, BERT)),
        (["Ada Quill, Bert Stone"], (ADA, BERT)),
        (["Quill, Ada"], (ADA,)),
        (["van Quill, Ada Marie", "Stone, Bert"], ("Ada Marie van Quill", BERT)),
        ([ADA, "ADA QUILL"], (ADA,)),
        ([ADA, "admin", "Web Desk"], (ADA,)),
        (["Susan"], ("Susan",)),
        (["ada quill"], ("ada quill",)),
        (["Admin"], ()),
        (["delta201"], ()),
        (["Harbour Post"], ()),
    ],
)
def test_values_of_structured_data_are_names_or_nothing(
    values: list[str], authors: tuple[str, ...]
) -> None:
    assert read_byline(values, own_names=OWN).authors == authors


def test_one_word_is_a_name_only_behind_a_label_and_alone() -> None:
    assert read_byline("By Susan").authors == ("Susan",)
    assert read_byline("By Ada Quill, Kyiv").authors == (ADA,)


def test_capitals_become_small_as_the_language_writes_them() -> None:
    assert read_byline("By AYSEL ILGIN", languages=["az"]).authors == ("Aysel Ilgın",)
    assert read_byline("By ADA INGRAM", languages=["en"]).authors == ("Ada Ingram",)


def test_a_word_that_is_and_in_one_language_leads_to_a_place_in_another() -> None:
    printed = "Ada Quill en Puerto Nuevo"
    assert read_byline(printed, languages=["es"]).authors == (ADA,)
    assert read_byline(printed, languages=["nl"]).authors == (ADA, "Puerto Nuevo")


@pytest.mark.parametrize(
    ("printed", "agency"),
    [
        ("By Ada Quill (Reuters)", "Reuters"),
        ("Ada Quill, Associated Press Writer", "AP"),
        ("Par Ada Quill avec AFP", "AFP"),
        ("Ada Quill/AFP", "AFP"),
        ("Ada Quill via Reuters", "Reuters"),
        ("Anadolu Ajansı", "Anadolu"),
        ("AA", "Anadolu"),
        ("Ayşe KIYI/ANKARA,(DHA)", "DHA"),
        ("AZƏRTAC", "AZERTAC"),
        ("24.kg", "24.kg"),
        ("ایرنا", "IRNA"),
        ("Արմենպրես", "Armenpress"),
        ("Источник: ТАСС", "TASS"),
        ("Kaynak: AA", "Anadolu"),
    ],
)
def test_a_wire_service_is_called_by_one_name(printed: str, agency: str) -> None:
    byline = read_byline(printed)
    assert byline.agency == agency
    assert byline.authors in ((), (ADA,), ("Ayşe KIYI",))


@pytest.mark.parametrize(
    "printed",
    [
        *("AFP via Getty", "Photo: Reuters", "By Turan Vəlizadə", "By Efe Kıyı", "By Ada Quill"),
        *("By Staff Report", "News report", "Agency report", "Staff trend"),
    ],
)
def test_a_picture_or_a_namesake_credits_no_wire_service(printed: str) -> None:
    assert read_byline(printed).agency is None


def test_an_outlet_that_is_a_wire_service_does_not_credit_itself() -> None:
    assert read_byline("Ada Quill, Trend", own_names=["Trend"]) == Byline(
        "Ada Quill, Trend", (ADA,), None
    )


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("ANKARA (AA) -", "Anadolu"),
        ("По материалам Интерфакс", "Interfax"),
        ("Photo: AFP", None),
        ("Michael Bloomberg", None),
        ("aa", None),
    ],
)
def test_an_agency_is_found_in_a_credit(text: str, agency: str | None) -> None:
    assert agency_in(text) == agency


@pytest.mark.parametrize(
    ("last", "byline"),
    [
        ("By Ada Quill", Byline(ADA, (ADA,))),
        ("By Ada Quill and Bert Stone.", Byline("Ada Quill and Bert Stone.", (ADA, BERT))),
        ("By Ada Quill, Reuters", Byline("Ada Quill, Reuters", (ADA,), "Reuters")),
        ("Ada Quill, Reuters", Byline("Ada Quill, Reuters", (ADA,), "Reuters")),
        ("Ada Quill, special to the Post", Byline("Ada Quill, special to the Post", (ADA,))),
        (
            "(Reporting by Ada Quill; Editing by Bert Stone)",
            Byline("Ada Quill; Editing by Bert Stone", (ADA,)),
        ),
        ("Müəllif: Aygün Dənizli", Byline("Aygün Dənizli", ("Aygün Dənizli",))),
        ("Автор: Ада Квилл", Byline("Ада Квилл", ("Ада Квилл",))),
        ("Հեղինակ՝ Անի Ծովակ", Byline("Անի Ծովակ", ("Անի Ծովակ",))),
        ("ავტორი: ნინო ზღვაძე", Byline("ნინო ზღვაძე", ("ნინო ზღვაძე",))),
        ("Haber: Ayşe Kıyı", Byline("Ayşe Kıyı", ("Ayşe Kıyı",))),
        ("نویسنده: مهدی دریایی", Byline("مهدی دریایی", ("مهدی دریایی",))),
        ("MA", Byline("MA")),
        ("MA/PA", Byline("MA/PA")),
        ("AA", Byline("AA", (), "Anadolu")),
        ("Источник: ТАСС", Byline("Источник: ТАСС", (), "TASS")),
    ],
)
def test_a_signature_at_the_end_is_taken(last: str, byline: Byline) -> None:
    assert closing_byline(["The river rose.", last]) == (byline, 1)


@pytest.mark.parametrize(
    "last",
    [
        "By Tuesday, the talks had ended.",
        "By the end of the year",
        "By Monday night",
        "By New Year",
        "By Christmas",
        "By 2025",
        "By decree of the president",
        "By Ada Quill the river was not feared, and by Bert Stone it was loved.",
        "He left.",
        "END",
        "Ada Quill",
        "Report: River Steps Back",
        "Analysis: Why Rivers Wait",
        "Text: Moscow agreed",
        "Фото: Ада Квилл",
        "Источник: министерство",
        "К вечеру вода ушла.",
    ],
)
def test_prose_and_credits_at_the_end_are_left(last: str) -> None:
    assert closing_byline(["The river rose.", last]) == (None, 0)


def test_the_name_of_the_outlet_may_follow_the_signature() -> None:
    body = ["The river rose.", "By Ada Quill", "Harbour Post"]
    assert closing_byline(body, own_names=OWN) == (Byline(ADA, (ADA,)), 2)


def test_a_body_of_one_paragraph_has_no_signature() -> None:
    assert closing_byline(["By Ada Quill"]) == (None, 0)
    assert closing_byline([]) == (None, 0)


@pytest.mark.parametrize(
    ("first", "byline", "taken"),
    [
        ("By Ada Quill", Byline(ADA, (ADA,)), 1),
        ("By Ada Quill - Trend: The river rose.", Byline("Ada Quill - Trend", (ADA,), "Trend"), 0),
        (
            "Baku, Azerbaijan, March 4 / By Ada Quill - Trend: The river rose.",
            Byline("Ada Quill - Trend", (ADA,), "Trend"),
            0,
        ),
        (
            "Ayşe KIYI/ANKARA,(DHA) - Nehir yükseldi.",
            Byline("Ayşe KIYI/ANKARA,(DHA)", ("Ayşe KIYI",), "DHA"),
            0,
        ),
        ("KYIV (Reuters) - The river rose.", Byline("Reuters", (), "Reuters"), 0),
        ("YEREVAN, MARCH 4, ARMENPRESS. It rose.", Byline("ARMENPRESS", (), "Armenpress"), 0),
        ("Baku, July 8, AZERTAC", Byline("AZERTAC", (), "AZERTAC"), 0),
        ("МОСКВА, 4 марта. /ТАСС/. Вода поднялась.", Byline("ТАСС", (), "TASS"), 0),
        ("Баку. Репорт. Вода поднялась.", Byline("Репорт", (), "Report"), 0),
        ("ԵՐԵՎԱՆ, 4 ՄԱՐՏԻ, ԱՐՄԵՆՊՐԵՍ։ Ջուրը", Byline("ԱՐՄԵՆՊՐԵՍ", (), "Armenpress"), 0),
        ("TEHRAN, Mar. 04 (MNA) – It rose.", Byline("MNA", (), "Mehr"), 0),
        ("تهران - ایرنا - آب", Byline("ایرنا", (), "IRNA"), 0),
        ("თბილისი (ინტერპრესი) - წყალი", Byline("ინტერპრესი", (), "Interpressnews"), 0),
        ("Berlin (dpa) - Das Wasser stieg.", Byline("dpa", (), "dpa"), 0),
        ("Baku, trend, it rose.", None, 0),
        ("ST. PETERSBURG, Fla. (AP) — It rose.", Byline("AP", (), "AP"), 0),
        ("АСТАНА. КАЗИНФОРМ – Вода", Byline("КАЗИНФОРМ", (), "Kazinform"), 0),
        ("Markets. Trend: up.", None, 0),
        ("Ada Quill (Reuters) said it rose.", None, 0),
        ("Kyiv, Reuters, and London wait.", None, 0),
        ("Вода поднялась, сообщает ТАСС.", None, 0),
        ("Su qalxıb, Trend-ə istinadən bildirilir.", None, 0),
        ("By Tuesday the river had risen: it rained.", None, 0),
        ("The river rose.", None, 0),
    ],
)
def test_the_start_of_a_text_names_its_author_or_service(
    first: str, byline: Byline | None, taken: int
) -> None:
    assert opening_byline([first, "It rained."]) == (byline, taken)


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("Von Ada Quill, Datum: 4. März 2031", (ADA,)),
        ("Ada Quill 4 March 2031 8 Min Read", (ADA,)),
        ("by Lanterna | Feb 6, 2031 | Tidal Tips, Port Life | 0 comments", ()),
        ("4 March 2031 | Ada Quill", (ADA,)),
        ("Lanterna staff reporter", ()),
        ("Ada Quill Lanterna software engineer", (ADA,)),
        ("U.S. CUSTOMS AND BORDER PROTECTION", ()),
        ("von Stein", ("von Stein",)),
        ("Von Stone", ("Von Stone",)),
    ],
)
def test_what_stands_around_a_name_is_no_author(printed: str, authors: tuple[str, ...]) -> None:
    assert read_byline(printed, own_names=OWN).authors == authors


def test_von_leads_to_a_name_of_one_word_in_german_alone() -> None:
    assert read_byline("Von Robert", languages=["de"]).authors == ("Robert",)
    assert read_byline("von Robert", languages=["de"]).authors == ("von Robert",)


def test_a_service_behind_von_is_the_agency() -> None:
    assert read_byline("von APA") == Byline("APA", (), "APA")


def test_a_newsroom_of_one_word_is_nobody() -> None:
    assert read_byline(["Lanterna-Redaktion"]).authors == ()
    assert read_byline(["Sekretariat"]).authors == ()


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        (["Harbour Post"], Byline("Harbour Post")),
        (["quill.ada"], Byline("quill.ada")),
        (["det/dpa"], Byline("det/dpa", (), "dpa")),
        (["Pressestelle", "Admin"], Byline("Pressestelle")),
        (["N/A"], None),
        (["https://harbour-post.example/ada"], None),
        ("Xəbəri hazırladı: Xəbər şöbəsi", Byline("Xəbər şöbəsi")),
        ("Автор: Пресс-центр", Byline("Пресс-центр")),
        ("Staff Writer March 4, 2031", Byline("Staff Writer")),
        ("Author: Quill7 am 4.3.2031, 13:36 Uhr", Byline("Quill7")),
        ("Harbour Post", Byline("Harbour Post")),
        ("Flood gates", None),
        ("Follow us", None),
        ("4 March 2031", None),
    ],
)
def test_a_byline_may_name_nobody(text: str | list[str], byline: Byline | None) -> None:
    assert unnamed_byline(text, own_names=OWN) == byline


WORDS = st.sampled_from(
    "By and Ada Quill ADA van de & , | ( ) : / - . @ada 4 March Reuters AA Staff Writer null in "
    "Kyiv Photos by Harbour Post <b> &amp; Автор: и Ада Квилл Müəllif: Հեղինակ՝ Անի و".split()
)
PRINTED = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map(" ".join))


@given(PRINTED)
def test_whatever_is_printed_authors_hold_names_alone(text: str) -> None:
    for author in read_byline(text, own_names=OWN).authors:
        assert not re.search(r"[\d@|()<>]|://", author)
        assert author == " ".join(author.split()) != ""


GIVEN = st.sampled_from(["Ada", "Anne-Marie", "J. R.", "Əli", "Ада", "Անի", "Seán", "İlkin"])
FAMILY = st.sampled_from(
    ["Quill", "van der Stone", "O’Dale", "al-Bahri", "Kıyı", "Квилл", "Ծովակ", "Quill III"]
)
NAMES = st.lists(
    st.builds(lambda given, family: f"{given} {family}", GIVEN, FAMILY),
    min_size=1,
    max_size=4,
    unique=True,
)


@given(NAMES, st.sampled_from(["By ", "Müəllif: ", "Автор: ", "Von ", ""]))
def test_names_come_back_as_they_went_in_however_they_are_joined(
    names: list[str], label: str
) -> None:
    *others, last = names
    printed = label + (f"{', '.join(others)} and {last}" if others else last)
    authors = read_byline(printed).authors
    assert authors == tuple(names)
    assert read_byline(list(authors)).authors == authors


@given(st.lists(PRINTED, max_size=4))
def test_a_signature_never_takes_the_whole_text(paragraphs: list[str]) -> None:
    for find in (closing_byline, opening_byline):
        byline, taken = find(paragraphs, own_names=OWN)
        assert taken == 0 or (byline is not None and taken < len(paragraphs))
