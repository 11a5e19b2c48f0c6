"""Words that few texts of a language do without. Data, no logic."""


def _words(table: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Return language to its words and its endings.

    >>> words, endings = _words("tr: ve bir -lar")["tr"]
    >>> sorted(words), endings
    (['bir', 've'], ('lar',))
    """
    listed: dict[str, list[str]] = {}
    entries: list[str] = []
    for entry in table.split():
        if entry.endswith(":"):
            entries = listed[entry[:-1]] = []
        else:
            entries.append(entry)
    return {
        language: (
            frozenset(entry for entry in entries if entry[0] != "-"),
            tuple(entry[1:] for entry in entries if entry[0] == "-"),
        )
        for language, entries in listed.items()
    }


WORDS = _words("""
    az: və bir bu ilə üçün də da ki olan o isə daha edib edir olub görə kimi sonra tərəfindən
        ölkə onun həm ən -ları -ləri -dır -dir -nın -nin -mış -miş -ıb -ib -ında -ində
    tr: ve bir bu ile için de da ki olan o ise daha olarak gibi sonra tarafından göre kadar çok
        ancak olduğu yeni en ya veya değil -ları -leri -dır -dir -nın -nin -mış -miş -yor -dı
        -di -ında -inde
    tk: we bir bu bilen üçin hem ol onuň boýunça soň bolan edip barada şeýle-de şeýle ýa bolup
        diýip köp ýyl türkmenistanyň -lary -leri -nyň -niň -dyr -dir -ynda -inde -lyk -lik
    uz: va bir bu bilan uchun ham o bo ushbu boʻyicha keyin esa edi deb kerak yil yilda qilish
        boʻlgan haqida emas yoki -lari -ning -gan -dagi -lar -ishi -ida -moqda -adi -di -ga -dan
    ku: û li ji di de bi ku ev ew jî bo ya yê yên wê wî na hatin hat bû dike ne her -ên -an
    en: the of and to in a is that for it was on with as at by from be this are have has not but
        an or his they which will were said been their you can
    de: der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es
        an werden aus er hat dass sie nach wird bei einer um am sind noch wie über so zum war
        haben nur oder aber vor zur
    fr: le la les de des du et en un une est que qui pour dans par sur au aux avec il elle ne
        pas plus ce cette son sa ses se ont été sont à d l qu mais ou comme leur nous vous être
        a
    es: el la los las de del y en que a un una por con para se su al lo como más no es ha sus o
        este fue sobre entre esta pero también han son ya le si
    it: il la le i gli di del della dei delle che e è in un una per con non si al alla da dal ha
        sono come più anche nel nella su lo l o ma questo suo sua essere stato a
    pt: o a os as de do da dos das e em no na que um uma para com por se não mais ao foi como é
        sua seu pelo pela ou são à também ser já entre nos nas
    nl: de het een van en in is dat op te met voor zijn niet aan er om ook als bij door naar uit
        die maar wordt heeft over tot nog was ze hij worden of kan
    pl: w i na z do się nie że o jest to za od po przez jak dla oraz a ze są co który która tym
        tego ma był ale czy być już
    cs: a v na se je že s z do o to i pro ve za od by po ale jako jsou který která podle byl než
        jeho také k už však
    sk: a v na sa je že s z do o to aj pre vo za od by po ale ako sú ktorý ktorá podľa bol než
        jeho tiež k už však
    ro: și în de la a cu pe pentru că din care nu o un este mai al să se ale au fost sunt prin
        după sau iar lui cea cel fi această
    hu: a az és hogy nem is egy meg van volt de csak el ez mint már még szerint vagy lesz után
        azt ki ha ezt pedig kell sem
    sv: och i att det som en på är av för med den till inte har om ett de var från kan han sig
        men vid hon efter eller så ska
    da: og i at det som en på er af for med den til ikke har om et de var fra kan han sig men
        ved hun efter eller så skal blev
    no: og i at det som en på er av for med den til ikke har om et de var fra kan han seg men
        ved hun etter eller så skal ble
    fi: ja on ei se että oli hän mutta ovat myös kun joka mukaan sen kuin tai ole jo vain mitä
        olla niin ne vuoden hänen -ssa -ssä -sta -stä -lla -llä -nut -nyt
    et: ja on ei et see oli ta kui ka aga mis selle või ning mida oma ole kes siis pärast veel
        kuid eesti aasta
    lv: un ir no ar uz par kas ka lai pēc nav arī tika viņš bet vai kā gada tas tiek gan kad
        līdz šo
    lt: ir yra kad su į iš ne bet kaip jis apie tai po už dėl buvo ar bus taip pat jau per dar
        ji kurie
    hr: je i u na se da su za od koji koja što iz će s o a kao nije ali do te bi po biti samo
        već ili više prema
    sl: je in v na se da so za od ki z s o kot ni pa do bi po tudi bil bila ali ter še pri več
        iz
    sq: të e në dhe për me një nga që është i se ka do si më nuk u ai janë por duke tha kjo ky
    id: yang dan di untuk dengan ini itu dari pada dalam tidak akan ke oleh sebagai telah juga
        ada bahwa mereka kami atau adalah karena tersebut lebih
    tl: ang ng sa na mga at ay si ni kay para hindi ito siya nang kung mula din rin pa lang
        isang may nila niya
    ca: el la els les de del dels d l i que a en un una per amb és no es al als més com ha han
        són va ser aquest aquesta també o però pel
    is: og að í á er sem það en um við fyrir ekki var hann til með af hefur verið eru frá þess
        þetta hún segir eftir
    vi: của và là các có cho được trong với không một những người này đã để khi từ đến tại về
        cũng ông năm
    ru: и в не на с что по о из за к как для от его но это он до при также был было были будет а
        года если во или со уже их после все так только которые который
    uk: і в у не на з що до за та про від як для його але це він й був було були буде року якщо
        або зі вже їх після тільки які який
    be: і ў у не на з што да за пра ад як для яго але гэта ён быў было былі будзе года калі або
        са ўжо іх пасля толькі якія які
    bg: и в на не с че за от да се е по са като до но при или ще той след това бе което които
        който беше бъде му през към
    mk: и во на не со дека за од да се е по како до но при или ќе тој ова беше што кој кои која
        ги го ја им
    sr: и у на не са да за од се је су по као до али при или ће он након то био што који која
        које ови би бити
    kk: және бір бұл мен пен үшін да де деп болды болып туралы бойынша оның кейін жаңа жыл ол
        еді бар екі қазақстан тиіс керек немесе емес -лар -лер -ның -нің -дың -дің -ған -ген
        -тар -тер -ды -ді -ына -іне
    ky: жана бир бул менен үчүн да деп болду болуп тууралуу боюнча анын кийин жаңы жыл ал эле
        бар эки кыргызстан керек же эмес -лар -лер -нын -нин -дын -дин -ган -ген -тар -тер -ды
        -ди -ына -ине
    tg: ва дар ки аз ба бо барои ин он аст ҳам низ шуд кард буд бар як дигар ё ҳар худ мешавад
        шудааст кардааст то агар кардан шумо -ҳои -ҳо -ии
    tt: һәм бу белән өчен да дә бер ул дип булды итә буенча турында соң яңа ел кирәк яки түгел
        -лар -ләр -ның -нең -ган -гән
    mn: нь бол байна юм энэ тэр гэж болон та бөгөөд дээр хийх байсан оны онд нэг ба буюу уг
        гэсэн -ийн -ын -аас -ээс -тай -тэй
    uz-Cyrl: ва бир бу билан учун ҳам у бўйича кейин эса эди деб керак йил қилиш бўлган ҳақида
        эмас ёки -лари -нинг -ган -даги -лар -ида -ади -ди -га -дан
    fa: و در به از که این را با است آن برای یک می های شد کرد بر خود تا هم نیز ها شده شود بود ای
        اما یا اگر باید
    ar: في من على إلى أن عن مع هذا هذه التي الذي و ما لا كان كانت بعد قال بين قد لم أو ذلك هو هي
        كما قبل خلال إن غير -ات -ية -ين
    ur: کے میں کی ہے اور سے کا کو نے کہ پر ہیں اس یہ کر ایک بھی تھا نہیں لیے گیا ہو جو ان تو وہ
        یا
    ps: په د او کې چې له دا ته یې سره هم شوي نه دي وي ده کړ کړي څخه پر دی یو لپاره
    ckb: لە و بە کە بۆ ئەم لەگەڵ ئەو بوو دەکات هەیە کرد یان ناوە هەر نییە هەروەها -ەکان -ەکە
        -انی
    ug: بىلەن ۋە بۇ بىر ئۈچۈن ئۇ ھەم دەپ بولغان كېيىن بار كېرەك ياكى ئەمەس -لار -نىڭ -غان -دا
    az-Arab: و بیر بو ایله اوچون اولان دا ده کی سونرا گؤره اولدو ائدیب ائتدی ائدیر اولوب داها هم
        اونون وار دئییل اولاراق -لار -لر -نین -دیر
""")
"""Language to its words and its endings, lower case.

Languages that say with endings what others say with small words are known by those; here they
begin with a hyphen.
"""
