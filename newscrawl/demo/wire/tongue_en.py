"""Wire stories in English."""

from newscrawl.demo.lexicon import lines
from newscrawl.demo.wire.tongue import Pattern, Tongue, paragraphs, words

ENGLISH = Tongue(
    language="en",
    decimal_sign=".",
    patterns={
        "weather": Pattern(
            "Weather forecast for {place1}",
            paragraphs("""
                Changeable weather without rain is expected in {place1} on {day},
                the National Weather Service said. A mild north wind will blow in
                the city and on the coast. The temperature will be {degree1}
                degrees at night and {degree2} degrees in the daytime.

                Mainly dry weather is expected in the rest of the country, but
                short rain is possible in {place2} in the evening. Fog will settle
                in some places in the morning. The west wind will grow stronger at
                times. The temperature will reach {degree3} degrees in the valleys
                and {degree4} degrees in the mountains.

                Drivers are asked to be careful on wet roads, and people sensitive
                to the weather should take care of themselves.
            """),
        ),
        "rates": Pattern(
            "Official exchange rates for {day}",
            paragraphs("""
                The Central Bank has set the official exchange rates of the
                national currency for {day}. The US dollar stands at {rate1}, the
                euro at {rate2}, the pound sterling at {rate3} and the Swiss franc
                at {rate4}. One hundred Russian roubles cost {rate5}, the Turkish
                lira {rate6}.

                The rates are used by banks and customs offices for their
                accounts; commercial banks set their own rates for the public. At
                the last auction banks bought {share} million dollars, and the
                demand of all who took part was met.
            """),
        ),
        "quake": Pattern(
            "Earthquake recorded near {place1}",
            paragraphs("""
                An earthquake of magnitude {share} was recorded near {place1} on
                {day} at {time} local time, the Seismological Survey Centre
                reported. The epicentre was {small1} kilometres from {place2}, at
                a depth of {small2} kilometres.

                The tremors were felt with an intensity of up to {digit} points in
                nearby villages. No casualties or damage have been reported so
                far.

                Rescue services are in touch with the local authorities, and
                specialists do not rule out weaker aftershocks in the coming days.
                The region lies in a seismically active zone where such tremors
                are recorded several times a month.
            """),
        ),
        "match": Pattern(
            "{team1} beat {team2} {digit1}:{digit2}",
            paragraphs("""
                {team1} have beaten {team2} in round {small1} of the national
                championship. The match in {place1} ended {digit1}:{digit2}.

                {person1} opened the scoring in minute {small2} after a corner.
                Shortly before the break the guests equalised, but {person2} put
                the hosts ahead again at the start of the second half and nobody
                could change the result after that. {count1} spectators watched
                the game.

                After this round {team1} have {small3} points in the table. The
                next matches will be played at the end of the week, and the
                transfer window closes in a few days.
            """),
        ),
        "envoy": Pattern(
            "President receives credentials of ambassador of {country}",
            paragraphs("""
                The President on {day} received the credentials of the newly
                appointed ambassador of {country}, {person}. The ambassador
                reviewed a guard of honour. {person} presented the credentials to
                the head of state.

                The President then talked with the ambassador. Both sides spoke
                with satisfaction about the relations between the two countries
                and noted good prospects for cooperation in trade, energy,
                transport and culture. Mutual visits, it was said, would give the
                ties a new impetus.

                The ambassador conveyed the greetings of the leadership of
                {country} and said that every effort would be made to widen
                cooperation. The President thanked for the greetings, asked to
                convey his own, and wished the ambassador success in the work
                ahead.
            """),
        ),
        "toll": Pattern(
            "Ministry names losses of the past day",
            paragraphs("""
                The losses of the past day were named by the Ministry of Defence
                in its report of {day}. According to it {count1} people were
                killed and {count2} wounded along the whole line of contact.

                The ministry says that {small1} vehicles, {small2} guns and
                {digit} depots were destroyed. The heaviest fighting took place
                near {place1}, where {small3} attacks were repelled. The other
                side has not commented on these figures, and they cannot be
                verified independently.

                The report also says that {count3} drones were intercepted during
                the night and that the situation in the rest of the sector remains
                tense but under control.
            """),
        ),
    },
    places=words("""
        Gabala Sheki Lankaran Quba Sumgait Zugdidi Telavi Gori Poti Ijevan Vanadzor Goris
        Kapan Ardahan Erzurum Igdir Rize Mersin Ardabil Urmia
    """),
    countries=words("""
        Italy Norway Portugal Hungary Mexico Vietnam Morocco Chile Belgium Kuwait Nepal
        Croatia Senegal Malta Peru Estonia Jordan Ireland
    """),
    teams=words("""
        Neftchi Qarabag Sabah Zira Araz Turan Kapaz Shamakhi Dila Samgurali Torpedo
        Lokomotiv Pyunik Ararat Noah Urartu
    """),
    given_names=words("""
        Marco Ingrid Paulo Zsofia Diego Linh Yasmin Camila Luc Fahad Sita Ivana Moussa
        Rosa
    """),
    surnames=words("""
        Bellini Halvorsen Teixeira Kovacs Ramirez Nguyen Bennani Fuentes Janssens Sabah
        Thapa Horvat Diallo Vella Quispe Tamm Haddad Walsh
    """),
    months=words("""
        January February March April May June July August September October November
        December
    """),
    credits=lines("""
        BAKU, Caspian Wire —
        As reported by Caspian Wire,
        Our newsroom has learned from Caspian Wire:
    """),
    tails=paragraphs("""
        Follow our channel on Telegram to be the first to know what happens in the region,
        and write to the editors if you have noticed an error in the text.

        All rights to this material are reserved. When quoting it a direct link to our
        site in the first paragraph is required. Subscribe to our newsletter, it is free.
    """),
    backgrounds=paragraphs("""
        Talks about the corridor began three years ago and have been interrupted twice.
        Both governments say that the remaining questions are technical. Observers point
        out that no date has been named for the next meeting, and that the costs have
        grown since the first estimate.

        The fund was set up after the flood to pay for the repair of roads and schools.
        Most of the money came from private donors. Auditors found no breach of the rules
        last year but advised that contracts be published earlier than now.
    """),
    additions=paragraphs("""
        Our correspondent asked several residents what they think of it. Most of them had
        heard the news in the morning and were not surprised; some would have liked to be
        told earlier.

        Experts whom we asked are cautious. They recall that similar announcements were
        made before and that it is too early to draw conclusions from a single piece of
        news.

        The topic has been discussed in social networks since the morning, where opinions
        are divided and rumours spread faster than confirmed information.

        We will go on following events and add to this report as soon as new details
        become known.
    """),
)  # fmt: skip
