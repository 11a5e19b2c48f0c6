"""English vocabulary of the newsroom."""

from newscrawl.demo.lexicon import Lexicon, lines
from newscrawl.demo.sections_en import SECTIONS

ENGLISH = Lexicon(
    language="en",
    label="en",
    sections=SECTIONS,
    tag_line="The most important news of Armenia, Georgia, Turkey and Iran",
    actors=lines("""
        Kura Valley Rail Authority
        Caspian Ports Union
        Ararat Plain Water Board
        Tbilisi Grain Exchange
        Anatolian Freight Council
        Tabriz Chamber of Trade
        Aktau Harbour Office
        South Caucasus Energy Forum
        Baku Institute of Climate
        Batumi Shipping Register
        Gyumri Craft Guild
        Trabzon Fisheries Bureau
        Samarkand Heritage Fund
        Regional Customs Conference
        Black Sea Weather Service
        Ankara Centre for Dialogue
        Isfahan Textile Association
        Bishkek Mountain Society
        Joint Border Commission
        Silk Route Festival Committee
        Yerevan School of Engineering
        Ganja Farmers' League
        Kars Dairy Cooperative
        Rasht Tea Board
        Middle Corridor Secretariat
        Tashkent Statistics Agency
        Astana Transit Board
        Kutaisi Air Navigation Centre
        Lake Van Nature Reserve
        Nakhchivan Solar Company
    """),
    places=lines("""
        in Gabala
        in Sheki
        in Lankaran
        in Quba
        in Sumgait
        in Mingachevir
        in Shamakhi
        in Zugdidi
        in Telavi
        in Gori
        in Poti
        in Akhaltsikhe
        in Ijevan
        in Vanadzor
        near Lake Sevan
        in Goris
        in Kapan
        in Ardahan
        in Erzurum
        in Igdir
        in Rize
        in Mersin
        in Maku
        in Ardabil
        in Urmia
        in Qazvin
        in Atyrau
        in Almaty
        in Bukhara
        in Osh
    """),
    circumstances=lines("""
        after talks in Tbilisi
        ahead of winter
        for the first time in ten years
        despite heavy rain
        with help from neighbours
        before the autumn summit
        on the eve of Novruz
        following a long audit
        amid rising prices
        under a five-year plan
        at the request of residents
        a month ahead of schedule
        without outside loans
        as trade grows
        after a summer of drought
        in spite of criticism
        together with students
        within a new partnership
        two years after the flood
        for a second season in a row
        at a cross-border meeting
        following a public vote
        with private money
        during a week of open days
    """),
    lead_form="The {actor} {action} {place} {circumstance}",
    lead_ends=lines("""
        , its press office said {day}.
        , according to a statement seen {day}.
        , Caliber.Az has learned.
        , Reuters reports.
        , a spokesperson told reporters {day}.
        .
    """),
    summary_form="The {actor} {action} {place} {circumstance}: what is known so far.",
    openers=(
        "", "", "According to the plan, ", "In the first stage, ", "At the same time, ",
        "As before, ", "So far, ", "In practice, ", "Still, ", "Besides, ",
        "In the words of one engineer, ", "Meanwhile, ",
    ),
    closers=(
        ".", ".", ".", ", {person} said.", ", {person} told reporters {day}.",
        ", local media write.", ", Reuters reports.", ", the document says.",
        ", and this is not the limit.", ", say people who live nearby.",
        ", as was the case in {year}.", ", officials confirmed.",
    ),
    remarks=lines("""
        {person} called the result “modest but real”.
        The plan's successor, meant for the years after next, is still being written.
        Nobody was hurt, and no equipment was lost.
        Residents {place} reacted calmly.
        A similar effort {place} took {count} days.
        The partners—there are {count} of them—will meet again {day}.
        Costs & deadlines have not been disclosed.
        The archive holds {count} photographs of the site.
        {person} doesn't rule out a second stage.
        The R&D department received {figure} million manats.
        In {year}, the same idea was dismissed as too bold.
        More details are promised {day}.
        “It's a beginning,” {person} added.
        The work continues {place} as well.
    """),
    quotes=lines("""
        “We counted everything twice,” said {person}.
        “Nobody believed it would work, and here we are,” {person} recalled.
        “The mountains don't read timetables,” {person} joked.
        “First the bridge, then the speeches,” said {person}.
        “Our neighbours asked the right question,” {person} noted.
        “There's no magic in it: {count} people and a good map,” {person} explained.
        “Ask me again next year,” said {person}.
        “I remember how it was in {year}, and it was worse,” {person} said.
    """),
    subheads=lines("""
        What comes next
        Money and deadlines
        How it began
        Voices from the ground
        The view from across the border
        Questions without answers
        Numbers & facts
        A long road
    """),
    list_items=lines("""
        repair of {count} culverts
        a hotline for residents
        new maps in three languages
        {figure} million manats for equipment
        a shared calendar of works
        training for {count} specialists
        open data by the end of the year
        fewer permits, shorter queues
    """),
    list_heads=lines("""
        The plan includes:
        Three things have been agreed:
        The document lists the following steps:
    """),
    corrections=lines("""
        The figure was later corrected to {count}.
        {person} added {day} that the terms had been changed.
        After publication the number of participants grew to {count}.
    """),
    edited_headline="{headline}: update",
    given_names=tuple(
        "Leyla Orkhan Nino Giorgi Anahit Tigran Elif Kerem Shirin Dariush Aigerim Timur Sevinj"
        " Özgür".split()
    ),
    surnames=tuple(
        "Hasanli Karabagli Beridze Lomidze Sahakyan Petrosyan Demirel Aksoy Karimi Rahimi Akhmetov"
        " Yuldashev Mammadli Javakhi Özdemir Novruzlu".split()
    ),
    days=tuple(
        f"on {day}"
        for day in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    ),
    months=tuple(
        "January February March April May June July August September October November"
        " December".split()
    ),
    date_forms=("{day} {month} {year} {time}",),
    decimal_sign=".",
    bylines=(*("By {0}",) * 6, "By {0} and {1}", "By {0}, {1}", *("",) * 4),
    traps=(
        "By Tuesday, the talks had ended.",
        "By then the first snow had fallen on the pass.",
        "By all accounts, nobody wants to wait another year.",
    ),
    read_also="Read also: {link}",
    views="Views: {count}",
    noise=("Caliber.Az", "Views: {count}"),
    tags=lines("""
        Azerbaijan
        Armenia
        Georgia
        Turkey
        Iran
        Central Asia
        transit
        South Caucasus
        energy
        Caspian Sea
    """),
    footer="All rights reserved. Use of materials is allowed only with a hyperlink to Caliber.Az.",
    not_found="Page not found",
)  # fmt: skip
