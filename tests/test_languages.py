import pytest

from newscrawl.languages import language_of, page_language, script_of, tell

LANGUAGES = ["ru", "en", "hy"]

TEXTS = {
    "az": "Şəhərin şimalında yeni məktəb bu gün qapılarını şagirdlərin üzünə açdı. Tədbirdə "
    "müəllimlər və valideynlər iştirak ediblər. Gələn il həyətdə bağ salınacaq.",
    "tr": "Kentin kuzeyindeki yeni okul bugün kapılarını öğrencilere açtı. Törene öğretmenler ve "
    "veliler katıldı. Gelecek yıl bahçeye ağaç dikilecek.",
    "uz": "Shahar shimolida joylashgan yangi maktab bugun o‘quvchilarga eshiklarini ochdi. "
    "Marosimda o‘qituvchilar va ota-onalar qatnashdi. Kelasi yil hovlida bog‘ paydo bo‘ladi.",
    "tk": "Şäheriň demirgazygyndaky täze mekdep şu gün gapylaryny okuwçylara açdy. Dabara "
    "mugallymlar we ene-atalar gatnaşdy. Indiki ýyl howluda bag dörediler.",
    "ku": "Dibistana nû ya li bakurê bajêr îro deriyên xwe ji xwendekaran re vekir. Mamoste û "
    "dayik û bav beşdarî merasîmê bûn. Sala bê dê li hewşê baxçeyek were çandin.",
    "ru": "Новая школа на севере города сегодня открыла двери для учеников. В церемонии "
    "участвовали учителя и родители. В следующем году во дворе разобьют сад.",
    "uk": "Нова школа на півночі міста сьогодні відчинила двері для учнів. У церемонії взяли "
    "участь учителі та батьки. Наступного року на подвір'ї закладуть сад.",
    "kk": "Қаланың солтүстігіндегі жаңа мектеп бүгін оқушыларға есігін ашты. Салтанатқа "
    "мұғалімдер мен ата-аналар қатысты. Келесі жылы аулада бақ отырғызылады.",
    "ky": "Шаардын түндүгүндөгү жаңы мектеп бүгүн окуучуларга эшигин ачты. Салтанатка "
    "мугалимдер жана ата-энелер катышты. Кийинки жылы короого бак отургузулат.",
    "tg": "Мактаби нав дар шимоли шаҳр имрӯз дарҳои худро ба рӯи хонандагон боз кард. Дар "
    "маросим омӯзгорон ва волидон ширкат карданд. Соли оянда дар ҳавлӣ боғ бунёд мешавад.",
    "uz-Cyrl": "Шаҳар шимолида жойлашган янги мактаб бугун ўқувчиларга эшикларини очди. "
    "Маросимда ўқитувчилар ва ота-оналар қатнашди. Келаси йил ҳовлида боғ пайдо бўлади.",
    "fa": "مدرسه تازه در شمال شهر امروز درهای خود را به روی دانش‌آموزان گشود. در این مراسم "
    "آموزگاران و خانواده‌ها شرکت کردند. سال آینده در حیاط آن باغی ساخته می‌شود.",
    "ar": "فتحت المدرسة الجديدة الواقعة شمال المدينة أبوابها اليوم أمام التلاميذ. وشارك في الحفل "
    "المعلمون وأولياء الأمور. ومن المقرر أن تنشأ حديقة في الفناء في العام المقبل.",
    "az-Arab": "شهرین شیمالیندا یئرلشن یئنی مکتب بو گون قاپیلارینی شاگیردلرین اوزونه آچدی. "
    "تدبیرده معلیم‌لر و والدینلر ایشتیراک ائدیبلر. گلن ایل حیطده باغ سالیناجاق.",
    "ckb": "قوتابخانەی نوێ لە باکووری شار ئەمڕۆ دەرگای بۆ قوتابییان کردەوە. مامۆستایان و دایک و "
    "باوکان بەشدارییان کرد. ساڵی داهاتوو باخچەیەک لە حەوشەکە دروست دەکرێت.",
    "hy": "Քաղաքի հյուսիսում նոր դպրոցն այսօր բացեց դռները աշակերտների առջև։",
    "ka": "ქალაქის ჩრდილოეთით ახალმა სკოლამ დღეს კარი გაუღო მოსწავლეებს.",
    "en": "The new school in the north of the city opened its doors to pupils today. Teachers "
    "and parents took part in the ceremony. A garden is to be planted in the yard next year.",
    "de": "Die neue Schule im Norden der Stadt hat heute ihre Türen für Schüler geöffnet. An der "
    "Feier nahmen Lehrer und Eltern teil. Im nächsten Jahr soll im Hof ein Garten entstehen.",
    "fr": "La nouvelle école du nord de la ville a ouvert aujourd'hui ses portes aux élèves. Des "
    "enseignants et des parents ont pris part à la cérémonie. Un jardin sera planté l'an prochain.",
    "es": "La nueva escuela del norte de la ciudad abrió hoy sus puertas a los alumnos. En la "
    "ceremonia participaron maestros y padres. El próximo año se plantará un jardín.",
    "ja": "町の北にある新しい学校が今日、生徒たちに門を開いた。",
    "zh": "城北的新学校今天向学生敞开了大门。",
}
"""One invented story in many languages."""


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_letters_and_small_words_tell_the_language(language: str, text: str) -> None:
    assert tell(text) == language


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_what_is_declared_stays_unless_the_text_contradicts_it(language: str, text: str) -> None:
    base = language.split("-")[0]
    assert page_language([base], text) == language
    for wrong in ("en", "ru", "ka"):
        assert page_language([wrong], text) == language
    assert page_language(["en", base], text) == language
    assert page_language([], text) == language


@pytest.mark.parametrize("text", ["", "2031", "Baku", "Ankara, Tbilisi", "Новая школа", "مدرسه"])
def test_a_few_words_are_not_told(text: str) -> None:
    assert tell(text) is None
    assert page_language([], text) == "und"


def test_a_language_that_is_not_known_here_is_never_doubted() -> None:
    assert page_language(["gl"], TEXTS["es"]) == "gl"
    assert page_language(["nb"], "Den nye skolen nord i byen åpnet dørene i dag") == "nb"


def test_a_few_words_of_another_language_prove_nothing() -> None:
    assert page_language(["az"], "The Harbour Post") == "az"
    assert page_language(["tr"], "Bakü ve Şuşa arasında") == "tr"


def test_before_the_text_is_known_the_script_alone_decides() -> None:
    assert page_language(["en"], TEXTS["az"], thorough=False) == "en"
    assert page_language(["en"], TEXTS["ru"], thorough=False) == "ru"


def test_a_language_of_two_scripts_is_named_with_the_less_usual() -> None:
    assert page_language(["uz"], "Янги кўприк") == "uz-Cyrl"
    assert page_language(["sr"], "Nova škola") == "sr-Latn"


@pytest.mark.parametrize(
    ("text", "edition", "language"),
    [
        ("Երևանում բացվել է նոր դպրոց", "hy", "hy"),
        ("В Ереване открылась новая школа", "hy", "ru"),
        ("В Ереване открылась новая школа", "ru", "ru"),
        ("A school opened in Yerevan (Երևան)", "en", "en"),
        ("2025: 13 + 7", "hy", "hy"),
        ("", "en", "en"),
        ("ახალი სკოლა", "hy", "hy"),
    ],
)
def test_the_script_corrects_the_edition_where_it_can(
    text: str, edition: str, language: str
) -> None:
    assert language_of(text, edition, LANGUAGES) == language


def test_a_script_that_two_languages_share_proves_nothing() -> None:
    assert language_of("Новая школа", "hy", ["ru", "kk", "hy"]) == "hy"


@pytest.mark.parametrize("edition", ["az", "en", "tr", "ru"])
@pytest.mark.parametrize("language", ["az", "en", "tr", "ru"])
def test_editions_that_share_a_script_are_told_apart(edition: str, language: str) -> None:
    assert language_of(TEXTS[language], edition, ["az", "tr", "en", "ru"]) == language


def test_a_language_that_the_outlet_does_not_have_is_not_told() -> None:
    assert language_of(TEXTS["de"], "en", ["en", "az"]) == "en"
    assert language_of(TEXTS["kk"], "kk-KZ", ["kk-KZ", "ru-KZ"]) == "kk-KZ"
    assert language_of(TEXTS["ru"], "kk-KZ", ["kk-KZ", "ru-KZ"]) == "ru-KZ"


def test_persian_digits_alone_are_no_script() -> None:
    assert script_of("12:30") is None
