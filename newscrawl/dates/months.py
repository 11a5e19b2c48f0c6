"""Month names of the languages that dates are read in.

From the Unicode CLDR, its format and stand-alone, wide and abbreviated forms, and after them
spellings that outlets print: other cases, other short forms, other habits of a country.
"""

GREGORIAN = {
    "en": (
        "january jan, february feb, march mar, april apr, may, june jun, july jul, august "
        "aug, september sep sept, october oct, november nov, december dec"
    ),
    "az": (
        "yanvar yan, fevral fev, mart mar, aprel apr, may, iyun iyn, iyul iyl, avqust avq, "
        "sentyabr sen, oktyabr okt, noyabr noy, dekabr dek"
    ),
    "az-Cyrl": (
        "јанвар јан, феврал фев, март мар, апрел апр, май, ијун ијн, ијул ијл, август авг, "
        "сентјабр сен, октјабр окт, нојабр ној, декабр дек"
    ),
    "ru": (
        "января янв январь, февраля февр февраль фев, марта мар март, апреля апр апрель, мая "
        "май, июня июн июнь, июля июл июль, августа авг август, сентября сент сентябрь сен, "
        "октября окт октябрь, ноября нояб ноябрь ноя, декабря дек декабрь"
    ),
    "hy": (
        "հունվարի հնվ հունվար, փետրվարի փտվ փետրվար, մարտի մրտ մարտ, ապրիլի ապր ապրիլ, մայիսի "
        "մյս մայիս, հունիսի հնս հունիս, հուլիսի հլս հուլիս, օգոստոսի օգս օգոստոս, սեպտեմբերի "
        "սեպ սեպտեմբեր, հոկտեմբերի հոկ հոկտեմբեր, նոյեմբերի նոյ նոյեմբեր, դեկտեմբերի դեկ "
        "դեկտեմբեր"
    ),
    "ka": (
        "იანვარი იან იანვრის იანვარს, თებერვალი თებ თებერვლის თებერვალს, მარტი მარ მარტის "
        "მარტს, აპრილი აპრ აპრილის აპრილს, მაისი მაი მაისის მაისს, ივნისი ივნ ივნისის ივნისს, "
        "ივლისი ივლ ივლისის ივლისს, აგვისტო აგვ აგვისტოს, სექტემბერი სექ სექტემბრის "
        "სექტემბერს, ოქტომბერი ოქტ ოქტომბრის ოქტომბერს, ნოემბერი ნოე ნოემბრის ნოემბერს, "
        "დეკემბერი დეკ დეკემბრის დეკემბერს"
    ),
    "tr": (
        "ocak oca, şubat şub, mart mar, nisan nis, mayıs may, haziran haz, temmuz tem, "
        "ağustos ağu, eylül eyl, ekim eki, kasım kas, aralık ara"
    ),
    "fa": (
        "ژانویه جنوری, فوریه فبروری, مارس مارچ, آوریل اپریل, مه می, ژوئن جون, ژوئیه جولای, "
        "اوت آگوست اگست, سپتامبر سپتمبر, اکتبر اکتوبر, نوامبر نومبر, دسامبر دسمبر"
    ),
    "uz": (
        "yanvar yan, fevral fev, mart mar, aprel apr, may, iyun iyn, iyul iyl, avgust avg, "
        "sentabr sen sentyabr, oktabr okt oktyabr, noyabr noy, dekabr dek"
    ),
    "uz-Cyrl": (
        "январ янв, феврал фев, март мар, апрел апр, май, июн, июл, август авг, сентябр сен, "
        "октябр окт, ноябр ноя, декабр дек"
    ),
    "kk": (
        "қаңтар қаң қаңтары қаңтарда, ақпан ақп ақпаны ақпанда, наурыз нау наурызы наурызда, "
        "сәуір сәу сәуірі сәуірде, мамыр мам мамыры мамырда, маусым мау маусымы маусымда, "
        "шілде шіл шілдесі шілдеде, тамыз там тамызы тамызда, қыркүйек қыр қыркүйегі "
        "қыркүйекте, қазан қаз қазаны қазанда, қараша қар қарашасы қарашада, желтоқсан жел "
        "желтоқсаны желтоқсанда"
    ),
    "ky": (
        "январь янв январы январында, февраль фев февралы февралында, март мар марты "
        "мартында, апрель апр апрели апрелинде, май майы майында, июнь июн июну июнунда, июль "
        "июл июлу июлунда, август авг августу августунда, сентябрь сен сентябры сентябрында, "
        "октябрь окт октябры октябрында, ноябрь ноя ноябры ноябрында, декабрь дек декабры "
        "декабрында"
    ),
    "tg": (
        "январ янв, феврал фев, март мар, апрел апр, май, июн, июл, август авг, сентябр сен, "
        "октябр окт, ноябр ноя, декабр дек"
    ),
    "tk": (
        "ýanwar ýan, fewral few, mart mar, aprel apr, maý, iýun, iýul, awgust awg, sentýabr "
        "sen, oktýabr okt, noýabr noý, dekabr dek"
    ),
    "ar": (
        "يناير كانون_الثاني, فبراير شباط, مارس آذار, أبريل نيسان, مايو أيار, يونيو حزيران, "
        "يوليو تموز, أغسطس آب, سبتمبر أيلول, أكتوبر تشرين_الأول, نوفمبر تشرين_الثاني, ديسمبر "
        "كانون_الأول"
    ),
    "ku": (
        "rêbendan rbn çile çileya rêbendana, sibat sbt sibatê sibata, adar adr adarê adara, "
        "nîsan nsn nîsanê nîsana, gulan gln gulanê gulana, hezîran hzr hezîranê hezîrana, "
        "tîrmeh trm tîrmehê tîrmeha, tebax tbx tebaxê tebaxa, îlon îln îlonê îlona, cotmeh "
        "cot cotmehê cotmeha, mijdar mjd mijdarê mijdara, berfanbar brf berfanbarê berfanbara"
    ),
    "uk": (
        "січня січ січень, лютого лют лютий, березня бер березень, квітня квіт квітень, "
        "травня трав травень, червня черв червень, липня лип липень, серпня серп серпень, "
        "вересня вер вересень, жовтня жовт жовтень, листопада лист листопад, грудня груд "
        "грудень"
    ),
    "be": (
        "студзеня сту студзень, лютага лют люты, сакавіка сак сакавік, красавіка кра "
        "красавік, мая май, чэрвеня чэр чэрвень, ліпеня ліп ліпень, жніўня жні жнівень, "
        "верасня вер верасень, кастрычніка кас кастрычнік, лістапада ліс лістапад, снежня сне "
        "снежань"
    ),
    "bg": (
        "януари яну, февруари фев, март, април апр, май, юни, юли, август авг, септември сеп, "
        "октомври окт, ноември ное, декември дек"
    ),
    "sr": (
        "јануар јан, фебруар феб, март мар, април апр, мај, јун, јул, август авг, септембар "
        "сеп, октобар окт, новембар нов, децембар дец"
    ),
    "sr-Latn": (
        "januar jan, februar feb, mart mar, april apr, maj, jun, jul, avgust avg, septembar "
        "sep, oktobar okt, novembar nov, decembar dec"
    ),
    "hr": (
        "siječnja sij siječanj, veljače velj veljača, ožujka ožu ožujak, travnja tra travanj, "
        "svibnja svi svibanj, lipnja lip lipanj, srpnja srp srpanj, kolovoza kol kolovoz, "
        "rujna ruj rujan, listopada lis listopad, studenoga stu studeni, prosinca pro "
        "prosinac"
    ),
    "de": (
        "januar jan jänner, februar feb, märz mär mrz, april apr, mai, juni jun, juli jul, "
        "august aug, september sept sep, oktober okt, november nov, dezember dez"
    ),
    "fr": (
        "janvier janv, février févr, mars, avril avr, mai, juin, juillet juil, août, "
        "septembre sept, octobre oct, novembre nov, décembre déc"
    ),
    "es": (
        "enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, agosto "
        "ago, septiembre sept sep setiembre, octubre oct, noviembre nov, diciembre dic"
    ),
    "it": (
        "gennaio gen, febbraio feb, marzo mar, aprile apr, maggio mag, giugno giu, luglio "
        "lug, agosto ago, settembre set sett, ottobre ott, novembre nov, dicembre dic"
    ),
    "pt": (
        "janeiro jan, fevereiro fev, março mar, abril abr, maio mai, junho jun, julho jul, "
        "agosto ago, setembro set, outubro out, novembro nov, dezembro dez"
    ),
    "nl": (
        "januari jan, februari feb, maart mrt mar, april apr, mei, juni jun, juli jul, "
        "augustus aug, september sep sept, oktober okt, november nov, december dec"
    ),
    "pl": (
        "stycznia sty styczeń, lutego lut luty, marca mar marzec, kwietnia kwi kwiecień, maja "
        "maj, czerwca cze czerwiec, lipca lip lipiec, sierpnia sie sierpień, września wrz "
        "wrzesień, października paź październik, listopada lis listopad, grudnia gru grudzień"
    ),
    "sv": (
        "januari jan, februari feb, mars, april apr, maj, juni, juli, augusti aug, september "
        "sep sept, oktober okt, november nov, december dec"
    ),
    "da": (
        "januar jan, februar feb, marts mar, april apr, maj, juni jun, juli jul, august aug, "
        "september sep sept, oktober okt, november nov, december dec"
    ),
    "nb": (
        "januar jan, februar feb, mars mar, april apr, mai, juni jun, juli jul, august aug, "
        "september sep, oktober okt, november nov, desember des"
    ),
    "fi": (
        "tammikuuta tammi tammikuu, helmikuuta helmi helmikuu, maaliskuuta maalis maaliskuu, "
        "huhtikuuta huhti huhtikuu, toukokuuta touko toukokuu, kesäkuuta kesä kesäkuu, "
        "heinäkuuta heinä heinäkuu, elokuuta elo elokuu, syyskuuta syys syyskuu, lokakuuta "
        "loka lokakuu, marraskuuta marras marraskuu, joulukuuta joulu joulukuu"
    ),
    "cs": (
        "ledna led leden, února úno únor, března bře březen, dubna dub duben, května kvě "
        "květen, června čvn červen, července čvc červenec, srpna srp srpen, září zář, října "
        "říj říjen, listopadu lis listopad, prosince pro prosinec"
    ),
    "hu": (
        "január jan, február febr, március márc, április ápr, május máj, június jún, július "
        "júl, augusztus aug, szeptember szept, október okt, november nov, december dec"
    ),
    "ro": (
        "ianuarie ian, februarie feb, martie mar, aprilie apr, mai, iunie iun, iulie iul, "
        "august aug, septembrie sept, octombrie oct, noiembrie nov noi, decembrie dec"
    ),
    "el": (
        "ιανουαρίου ιαν ιανουάριος, φεβρουαρίου φεβ φεβρουάριος, μαρτίου μαρ μάρτιος, "
        "απριλίου απρ απρίλιος, μαΐου μαΐ μάιος, ιουνίου ιουν ιούνιος, ιουλίου ιουλ ιούλιος, "
        "αυγούστου αυγ αύγουστος, σεπτεμβρίου σεπ σεπτέμβριος, οκτωβρίου οκτ οκτώβριος, "
        "νοεμβρίου νοε νοέμβριος, δεκεμβρίου δεκ δεκέμβριος"
    ),
    "id": (
        "januari jan, februari feb, maret mar, april apr, mei, juni jun, juli jul, agustus "
        "agu agt ags, september sep, oktober okt, november nov nop, desember des"
    ),
    "hi": (
        "जनवरी जन, फ़रवरी फ़र, मार्च, अप्रैल, मई, जून, जुलाई जुल, अगस्त अग, सितंबर सित, "
        "अक्टूबर अक्टू, नवंबर नव, दिसंबर दिस"
    ),
}
"""BCP 47 to twelve months parted by commas, each in all its spellings; ``_`` is a space."""

JALALI = {
    "fa": ("فروردین, اردیبهشت, خرداد, تیر, مرداد امرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند"),
    "fa-AF": "حمل, ثور, جوزا, سرطان, اسد, سنبله, میزان, عقرب, قوس, جدی, دلو, حوت",
}
"""As :data:`GREGORIAN`, for the calendar of Iran and Afghanistan."""
