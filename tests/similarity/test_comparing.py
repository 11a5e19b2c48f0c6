"""Copies against stories that are merely alike."""

from dataclasses import replace

import pytest

from newscrawl.similarity import Text, copies
from newscrawl.similarity.facts import _contradictions


def paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


HEADLINE = "Ferry line to Harbour Island opens"
BODY = paragraphs("""
The Eastport council opened a ferry line to Harbour Island on 4 March, said its chairman
Tomas Quill. The boats will leave 12 times a day and carry up to 240 passengers.

Residents had asked for the line since the bridge was closed in 2019. It will cost 3.5 million a
year, half of which the port authority pays; the rest comes from tickets and from the parking lot
that Westmoor Holding runs beside the pier.

In winter the number of trips falls to 8, and a bus will replace the last one. Quill promised that
prices will not rise before the summer.""")

STORY = Text(HEADLINE, BODY)


def changed(**words: str) -> Text:
    """The story with words replaced; an underscore stands for a space, ``x4`` for 4."""
    headline, body = HEADLINE, BODY
    for old, new in words.items():
        headline = headline.replace(old.removeprefix("x").replace("_", " "), new)
        body = body.replace(old.removeprefix("x").replace("_", " "), new)
    return Text(headline, body)


def test_the_same_words_are_the_same_text_however_they_are_set() -> None:
    match = copies(STORY, Text(HEADLINE.upper(), BODY.replace("\n", "  ").replace(",", " –")))

    assert match is not None
    assert (match.how, match.score) == ("same", 1.0)


def test_a_copy_with_another_headline_source_and_words_is_near() -> None:
    edited = changed(opened="has launched", asked="called", promised="assured", carry="take")
    body = f"EASTPORT, Coast Wire — {edited.body}"
    match = copies(STORY, Text("Boats again after seven years", body))

    assert match is not None
    assert match.how == "near"
    assert 0.5 < match.score < 1


@pytest.mark.parametrize("kept", [1, 2])
def test_a_copy_that_is_cut_at_its_end_is_a_part(kept: int) -> None:
    match = copies(STORY, Text(HEADLINE, "\n\n".join(BODY.split("\n\n")[:kept])))

    assert match is not None
    assert match.how == "part"
    assert match.score > 0.9


@pytest.mark.parametrize(
    "other",
    [
        changed(x4_March="5 March"),
        changed(x240="250"),
        changed(x240="12"),
        changed(x12_times="8 times", falls_to_8="falls to 12"),
        changed(Harbour_Island="Seal Rock"),
        changed(Tomas_Quill="Ada Bell", Quill="Bell", Westmoor="Larkin"),
    ],
    ids=["date", "figure", "known figure", "swapped figures", "subject", "names"],
)
def test_a_story_with_other_facts_in_the_same_words_is_another(other: Text) -> None:
    assert copies(STORY, other) is None


def test_a_name_in_another_spelling_is_the_same_name() -> None:
    assert copies(STORY, changed(Quill="Quille", Westmoor="Westmore"))


def test_another_agency_that_is_credited_makes_no_other_story() -> None:
    one = Text(HEADLINE, BODY.replace("said its chairman", "Coast Wire reports, said its chairman"))
    other = Text(HEADLINE, BODY.replace("said its chairman", "Reuters reports, said its chairman"))

    assert copies(one, other)


def test_a_later_story_that_quotes_the_first_is_another() -> None:
    news = """Storm warnings stopped all boats in the bay for the second day in a row on Friday
    evening, leaving some ninety commuters on the island without a way home. The coast guard brought
    eleven of them back, among them a woman who needed a doctor. The weather service expects calmer
    seas by Sunday noon at the earliest, and shops report that bread and milk are running short.
    The mayor asked everybody to stay indoors and to keep away from the pier. """
    quoted = BODY.split("\n\n")[0]

    assert copies(STORY, Text("Storm keeps boats in port", f"{news}\n\nEarlier: {quoted}")) is None


def test_what_an_outlet_puts_below_every_article_makes_no_copies() -> None:
    tail = "Follow our channel to be the first to know what happens in the bay, " * 2
    other = Text(
        "Bread prices fall", f"{'Bakers lowered the price of rye bread again. ' * 5}{tail}"
    )

    assert copies(Text(HEADLINE, f"{BODY} {tail}"), other) is None


def test_names_are_told_from_words_without_capital_letters_by_repetition() -> None:
    pattern = (
        "პრეზიდენტმა ელჩი მიიღო, ქვეყანა {0}, და მას ესაუბრა. მხარეებმა ისაუბრეს ორ ქვეყანას შორის "
        "ურთიერთობებზე, აღნიშნეს ვაჭრობის ზრდა და ახალი გზები. ელჩმა გადასცა მისალმება "
        "ხელმძღვანელობისგან, რომელსაც {0} წარმოადგენს, და მადლობა გადაიხადა თბილი მიღებისთვის."
    )
    italy, norway = (
        Text(f"პრეზიდენტმა ელჩი მიიღო: {country}", pattern.format(country))
        for country in ("იტალია", "ნორვეგია")
    )

    assert not italy.has_capitals
    assert copies(italy, norway) is None
    assert copies(italy, Text(italy.headline, f"დღეს {italy.body}"))


AMBASSADOR = (
    "პრეზიდენტმა {day} ახლად დანიშნული ელჩის რწმუნების სიგელები მიიღო; ქვეყანა {country}, ელჩი "
    "{person}. ელჩის წინაშე საპატიო ყარაულმა ჩაიარა. შემდეგ {person} სიგელები სახელმწიფოს "
    "მეთაურს გადასცა. ამის შემდეგ პრეზიდენტი ელჩს ესაუბრა. მხარეებმა კმაყოფილებით ისაუბრეს ორ "
    "ქვეყანას შორის ურთიერთობებზე და აღნიშნეს თანამშრომლობის კარგი პერსპექტივები ვაჭრობის, "
    "ენერგეტიკის, ტრანსპორტისა და კულტურის სფეროებში. ელჩმა გადასცა მისალმება "
    "ხელმძღვანელობისგან, რომელსაც {country} წარმოადგენს, და მადლობა გადაიხადა მიღებისთვის."
)
ITALY = {"day": "9 იანვარს", "country": "იტალია", "person": "როზა თეიშეირა"}


def received(reworded: int = 0, **facts: str) -> Text:
    """A notice in Georgian; so many words in twelve are others, but none of its facts."""
    facts = {**ITALY, **facts}
    kept = {*" ".join(facts.values()).split()}
    words = AMBASSADOR.format(**facts).split()
    for number, word in enumerate(words):
        if number % 12 < reworded and word.strip(",.") not in kept:
            words[number] = f"{chr(0x10D0 + number % 33)}{chr(0x10D0 + number // 33)}სიტყვა"
    return Text(f"პრეზიდენტმა ელჩი მიიღო: {facts['country']}", " ".join(words))


@pytest.mark.parametrize("reworded", range(4))
def test_what_a_text_repeats_stands_for_the_names_that_a_script_does_not_show(
    reworded: int,
) -> None:
    norway = {"country": "ნორვეგია", "person": "ინგრიდ კისპე"}

    assert copies(received(), received(reworded))
    assert copies(received(), received(reworded, **norway)) is None
    assert copies(received(), received(reworded, person="ინგრიდ კისპე")) is None


def test_what_names_other_days_is_another_story() -> None:
    text = received(3, day="9 დეკემბერს")
    also = Text(text.headline, f"{text.body} {ITALY['day']} ასევე.")

    assert copies(received(), text) is None
    assert copies(received(), also), "it names the day, too"


def test_a_headline_is_a_place_where_texts_can_contradict_each_other() -> None:
    home, guests = "თურანი", "არაზი"
    body = (
        "ქვეყნის ჩემპიონატის მატჩში გუნდმა {0} დაამარცხა მეტოქე, რომელიც {1} გახლდათ, და სამი "
        "ქულა მოიპოვა. ანგარიში 44 წუთზე კუთხურის შემდეგ გახსნა ფეხბურთელმა პაულუ ბენანი. "
        "შესვენებამდე ცოტა ხნით ადრე სტუმრებმა ანგარიში გაათანაბრეს, მაგრამ მეორე ტაიმის "
        "დასაწყისში ფაჰად ხორვატი კვლავ დააწინაურა მასპინძლები. თამაშს 882 მაყურებელი დაესწრო."
    )
    one = Text(f"{home} — {guests} 6:5", body.format(home, guests))
    edited = body.replace("გუნდმა {0} დაამარცხა", "კლუბმა {0} დაჯაბნა").replace(
        "რომელიც {1} გახლდათ", "ვინც {1} იყო"
    )

    assert copies(one, Text(one.headline, edited.format(home, guests)))
    assert copies(one, Text("ზირა — ქაფაზი 6:5", edited.format("ზირა", "ქაფაზი"))) is None


def test_digits_of_every_script_are_figures() -> None:
    assert Text("", "در ۱۲ روز ۱٬۲۳۴٫۵ متر").figures == {"12", "12345"}


@pytest.mark.parametrize("body", ["", "Gates closed.", "same " * 29])
def test_too_short_a_text_is_no_copy_of_anything(body: str) -> None:
    text = Text("", body)

    assert copies(text, replace(text)) is None


def test_a_text_of_one_word_over_and_over_can_be_compared() -> None:
    assert copies(Text("", "same " * 50), Text("", "other " * 50)) is None
    assert copies(Text(None, "same " * 50), Text(None, "same " * 60)) is not None


def test_the_order_of_two_texts_does_not_matter() -> None:
    part = Text("Boats again", BODY.split("\n\n")[0])

    assert copies(STORY, part) == copies(part, STORY)


def test_the_columns_of_a_long_table_are_not_held_against_each_other() -> None:
    letters = [chr(0x10D0 + number) for number in range(30)]
    names = [f"{a}{b}ა" for a in letters for b in letters]
    body = " ".join(f"{name} {number}" for number, name in enumerate(names))
    other = " ".join(f"{name[::-1] * (1 + n % 2)} {n}" for n, name in enumerate(names))
    one, two = Text("ცხრილი", body), Text("ცხრილი", other)

    assert len(one.places) > 1700
    assert sum(_contradictions(one, two).values()) < 1000
