"""What happens in each section of the English edition, and what is told of it."""

from newscrawl.demo.lexicon import Section, lines

SECTIONS = (
    Section(
        "region",
        "REGION",
        actions=lines("""
            opens|opened a joint crossing for trucks
            restores|restored the night train service
            maps|mapped shared springs and wells
            starts|started a ferry line for farmers
            clears|cleared a mined stretch of highway
            agrees|agreed on common road signs
            lays|laid a second fibre cable
            counts|counted migrating cranes
            repairs|repaired the old stone bridge
            shortens|shortened queues at the border
        """),
        clauses=lines("""
            about {count} vehicles a day now pass the checkpoint
            drivers from both banks share one car park
            the journey is shorter by {count} kilometres
            customs officers work in two shifts
            the stretch had been closed since {year}
            signs are printed in three alphabets
            a spare generator keeps the lights on at night
            {count} villages depend on this line
            the last ferry of the season left half empty
            both sides agreed to split the costs evenly
            shepherds have used the same pass for centuries
            traffic grew by {share} per cent in a single quarter
        """),
    ),
    Section(
        "politics",
        "POLITICS",
        actions=lines("""
            drafts|drafted rules for local elections
            publishes|published its voting record
            invites|invited rivals to a round table
            names|named a new chief negotiator
            rejects|rejected a call for early polls
            signs|signed a memorandum on transparency
            reviews|reviewed a bill on border trade
            elects|elected a young chairman
            suspends|suspended two senior officials
            hosts|hosted a hearing on water rights
        """),
        clauses=lines("""
            {count} delegates took part in the vote
            the opposition asked for another week
            the draft has already been through three committees
            no party holds a clear majority
            the minutes will be open to everyone
            only {share} per cent of voters know the candidates
            the session lasted until midnight
            observers noted a calm mood in the hall
            the last such ballot was held in {year}
            the mandate runs out in spring
            two amendments were withdrawn at the last moment
            a petition gathered {count} signatures in one day
        """),
    ),
    Section(
        "economics",
        "ECONOMICS",
        actions=lines("""
            cuts|cut transit fees by a tenth
            raises|raised its wheat forecast
            buys|bought forty electric buses
            issues|issued green bonds
            doubles|doubled exports of hazelnuts
            sells|sold its stake in a cement plant
            insures|insured small orchards against frost
            launches|launched a tender for warehouses
            freezes|froze tariffs for small shops
            reports|reported record cargo
        """),
        clauses=lines("""
            the contract is worth {figure} million manats
            output rose by {share} per cent
            banks offered {count} small loans
            the price of flour has not changed since {year}
            exporters complain about empty containers
            storage costs ate up a third of the profit
            {count} firms applied for the tender
            the budget covers only the first stage
            investors wait for the annual report
            wages in the sector grew by {share} per cent
            the currency stayed within its usual band
            the plant will hire {count} people
        """),
    ),
    Section(
        "analysis",
        "ANALYSIS",
        actions=lines("""
            weighs|weighed the cost of a new corridor
            explains|explained the slow return of tourists
            compares|compared three peace proposals
            questions|questioned old population figures
            models|modelled the price of gas for a decade
            traces|traced the roots of a trade dispute
            tests|tested a theory of shared rivers
            surveys|surveyed the mood of young voters
            predicts|predicted a shift in transit routes
            doubts|doubted promises of cheap power
        """),
        clauses=lines("""
            the authors compared {count} documents
            the numbers tell only half of the story
            three scenarios remain possible
            the margin of error is {share} per cent
            earlier forecasts failed because of cheap oil
            the data go back to {year}
            small states gain most from open roads
            the argument rests on a handful of interviews
            geography sets limits that diplomacy cannot move
            nobody expected the trend to last so long
            the capitals read the same map differently
            {count} experts answered the questionnaire
        """),
    ),
    Section(
        "world",
        "WORLD",
        actions=lines("""
            joins|joined a global shipping pact
            welcomes|welcomed a delegation from Asia
            sends|sent rescue teams abroad
            follows|followed European rules on battery waste
            translates|translated a United Nations guide
            closes|closed its office in Geneva
            opposes|opposed new shipping sanctions
            shares|shared quake data with Japan
            renews|renewed a treaty on polar research
            seeks|sought a seat in a world council
        """),
        clauses=lines("""
            {count} countries have joined so far
            the secretariat sits in Vienna
            the delegation stayed for three days
            the treaty was first signed in {year}
            interpreters worked in six languages
            the share of foreign cargo reached {share} per cent
            embassies were told in advance
            the text leaves room for reservations
            a similar pact failed in the Pacific
            the budget amounts to {figure} million euros
            observers from two continents were present
            the next meeting will be held overseas
        """),
    ),
    Section(
        "society",
        "SOCIETY",
        actions=lines("""
            builds|built a clinic for mountain villages
            trains|trained two hundred nurses
            plants|planted oaks along a school road
            warns|warned hikers about loose snow
            offers|offered free language courses
            collects|collected letters from the elderly
            moves|moved a bus stop after complaints
            finds|found homes for stray dogs
            extends|extended library hours
            measures|measured noise near schools
        """),
        clauses=lines("""
            {count} families asked for help
            volunteers come every Saturday
            the nearest hospital is {count} kilometres away
            parents collected the money themselves
            the school bell was last repaired in {year}
            every third resident is over sixty
            doctors see {count} patients a week
            the courses are free of charge
            neighbours brought tea and bread
            the number of complaints fell by {share} per cent
            teenagers painted the fence in one evening
            the waiting list is already full
        """),
    ),
    Section(
        "culture",
        "CULTURE",
        actions=lines("""
            shows|showed forgotten carpets
            stages|staged an opera in the open air
            repaints|repainted a caravanserai ceiling
            records|recorded songs of shepherds
            prints|printed a cookbook of three cities
            revives|revived a puppet theatre
            unearths|unearthed a bronze age kiln
            films|filmed a documentary about bees
            lends|lent manuscripts to a museum
            crowns|crowned the best storyteller
        """),
        clauses=lines("""
            the hall seats {count} people
            tickets were sold out within an hour
            the oldest carpet was woven with madder and walnut
            musicians rehearsed in an empty railway depot
            the last such exhibition took place in {year}
            curators found {count} unlabelled boxes
            the pattern repeats in villages on both slopes
            the orchestra played without amplifiers
            critics praised the modest stage
            attendance grew by {share} per cent
            the recordings will be open to researchers
            children made the puppets from felt
        """),
    ),
)
