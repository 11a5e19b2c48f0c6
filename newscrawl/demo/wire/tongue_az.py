"""Wire stories in Azerbaijani."""

from newscrawl.demo.lexicon import lines
from newscrawl.demo.wire.tongue import Pattern, Tongue, paragraphs, words

AZERBAIJANI = Tongue(
    language="az",
    patterns={
        "weather": Pattern(
            "Hava proqnozu açıqlanıb: {place1}",
            paragraphs("""
                Dəyişkən buludlu, yağmursuz hava {day} üçün gözlənilir, Milli Hava
                Xidməti bildirir; müşahidə məntəqəsi {place1}. Şəhərdə və sahildə
                mülayim şimal küləyi əsəcək. Havanın temperaturu gecə {degree1}
                dərəcə, gündüz {degree2} dərəcə isti olacaq.

                Ölkənin qalan rayonlarında əsasən quru olacaq, lakin axşam
                {place2} istiqamətində qısamüddətli yağış mümkündür. Səhər bəzi
                yerlərdə duman olacaq. Qərb küləyi arabir güclənəcək. Dərələrdə
                hava {degree3} dərəcəyədək, dağlarda {degree4} dərəcəyədək
                qızacaq.

                Sürücülərdən yaş yollarda ehtiyatlı olmaq, havaya həssas
                insanlardan isə özlərini qorumaq xahiş olunur.
            """),
        ),
        "rates": Pattern(
            "Rəsmi valyuta məzənnələri: {day}",
            paragraphs("""
                Mərkəzi Bank milli valyutanın rəsmi məzənnəsini {day} üçün müəyyən
                edib. ABŞ dolları {rate1}, avro {rate2}, funt sterlinq {rate3},
                İsveçrə frankı {rate4} təşkil edir. Yüz Rusiya rublu {rate5},
                Türkiyə lirəsi isə {rate6} dəyərindədir.

                Bu məzənnələri banklar və gömrük uçot üçün tətbiq edir; kommersiya
                bankları əhali üçün öz məzənnələrini qoyur. Sonuncu hərracda
                banklar {share} milyon dollar alıb və bütün iştirakçıların tələbi
                tam ödənilib.
            """),
        ),
        "quake": Pattern(
            "Zəlzələ qeydə alınıb: {place1}",
            paragraphs("""
                Maqnitudası {share} olan zəlzələ {day} yerli vaxtla saat {time}
                radələrində {place1} yaxınlığında qeydə alınıb, Seysmoloji Mərkəz
                məlumat verib. Episentr {place2} şəhərindən {small1} kilometr
                məsafədə, {small2} kilometr dərinlikdə olub.

                Yaxın kəndlərdə yeraltı təkanlar {digit} bala qədər hiss olunub.
                Xəsarət alanlar və dağıntılar barədə hələlik məlumat yoxdur.

                Xilasedicilər yerli hakimiyyətlə əlaqə saxlayır, mütəxəssislər isə
                yaxın günlərdə daha zəif təkrar təkanları istisna etmir. Region
                seysmik fəal zonada yerləşir və burada belə təkanlar ayda bir neçə
                dəfə qeydə alınır.
            """),
        ),
        "match": Pattern(
            "{team1} — {team2} {digit1}:{digit2}",
            paragraphs("""
                Ölkə çempionatının {small1}-ci turunda {team1} komandası {team2}
                komandasını məğlub edib. Oyun {place1} şəhərində {digit1}:{digit2}
                hesabı ilə başa çatıb.

                Hesabı {small2}-ci dəqiqədə künc zərbəsindən sonra {person1} açıb.
                Fasilədən bir az əvvəl qonaqlar hesabı bərabərləşdirib, amma
                ikinci hissənin əvvəlində {person2} meydan sahiblərini yenidən önə
                çıxarıb və daha heç kim nəticəni dəyişə bilməyib. Oyunu {count1}
                azarkeş izləyib.

                Bu turdan sonra {team1} komandasının {small3} xalı var. Növbəti
                oyunlar həftənin sonunda keçiriləcək, transfer pəncərəsi isə bir
                neçə gündən sonra bağlanacaq.
            """),
        ),
        "envoy": Pattern(
            "Prezident səfirin etimadnaməsini qəbul edib: {country}",
            paragraphs("""
                Prezident {day} tarixində ölkəmizə yeni təyin olunmuş səfirin
                etimadnaməsini qəbul edib; ölkə {country}, səfir {person}. Səfir
                fəxri qarovul dəstəsinin qarşısından keçib. Sonra {person}
                etimadnaməsini dövlət başçısına təqdim edib.

                Daha sonra prezident səfirlə söhbət edib. Tərəflər iki ölkə
                arasındakı münasibətlərdən məmnunluqla danışıb, ticarət,
                energetika, nəqliyyat və mədəniyyət sahələrində əməkdaşlığın yaxşı
                perspektivlərini qeyd ediblər. Bildirilib ki, qarşılıqlı səfərlər
                əlaqələrə yeni təkan verəcək.

                Səfir {country} rəhbərliyinin salamlarını çatdırıb və əməkdaşlığın
                genişlənməsi üçün bütün səylərini göstərəcəyini deyib. Prezident
                salamlara görə təşəkkürünü bildirib, öz salamlarını da çatdırmağı
                xahiş edib və səfirə qarşıdakı işində uğurlar arzulayıb.
            """),
        ),
        "toll": Pattern(
            "Nazirlik ötən günün itkilərini açıqlayıb",
            paragraphs("""
                Ötən günün itkiləri Müdafiə Nazirliyinin {day} tarixli məlumatında
                açıqlanıb. Ona görə, bütün təmas xətti boyunca {count1} nəfər
                həlak olub, {count2} nəfər yaralanıb.

                Nazirlik bildirir ki, {small1} maşın, {small2} top və {digit}
                anbar məhv edilib. Ən ağır döyüşlər {place1} yaxınlığında gedib,
                orada {small3} hücum dəf olunub. Qarşı tərəf bu rəqəmləri şərh
                etməyib, onları müstəqil yoxlamaq mümkün deyil.

                Məlumatda o da deyilir ki, gecə ərzində {count3} pilotsuz aparat
                zərərsizləşdirilib və digər istiqamətlərdə vəziyyət gərgin, lakin
                nəzarət altında qalır.
            """),
        ),
    },
    places=words("""
        Qəbələ Şəki Lənkəran Quba Sumqayıt Zuqdidi Telavi Qori Poti İcevan Vanadzor Gorus
        Qafan Ərdəhan Ərzurum İğdır Rizə Mersin Ərdəbil Urmiya
    """),
    countries=words("""
        İtaliya Norveç Portuqaliya Macarıstan Meksika Vyetnam Mərakeş Çili Belçika Küveyt
        Nepal Xorvatiya Seneqal Malta Peru Estoniya İordaniya İrlandiya
    """),
    teams=words("""
        Neftçi Qarabağ Sabah Zirə Araz Turan Kəpəz Şamaxı Dila Samqurali Torpedo Lokomotiv
        Pyunik Ararat Noa Urartu
    """),
    given_names=words("""
        Marko İnqrid Paulu Jofiya Dieqo Lin Yasmin Kamila Lük Fahad Sita İvana Mussa Roza
    """),
    surnames=words("""
        Bellini Halvorsen Teyşeyra Kovaç Ramires Nquyen Bennani Fuentes Yanssens Sabah
        Tapa Horvat Diallo Vella Kispe Tamm Haddad Uolş
    """),
    months=words("""
        yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
    """),
    credits=lines("""
        BAKI, Xəzər-İnform —
        Xəzər-İnform xəbər verir ki,
        Redaksiyamıza Xəzər-İnform agentliyindən məlum olub:
    """),
    tails=paragraphs("""
        Bölgədə baş verənlərdən ilk siz xəbər tutmaq üçün Telegram kanalımıza abunə olun,
        mətndə səhv görsəniz redaksiyaya yazın.

        Materialın bütün hüquqları qorunur. Sitat gətirərkən birinci abzasda saytımıza
        birbaşa keçid vacibdir. Xəbər bülletenimizə abunə olun, bu pulsuzdur.
    """),
    backgrounds=paragraphs("""
        Dəhliz barədə danışıqlar üç il əvvəl başlayıb və iki dəfə dayandırılıb. Hər iki
        hökumət deyir ki, yalnız texniki məsələlər qalıb. Müşahidəçilər növbəti görüşün
        tarixinin açıqlanmadığını, xərclərin isə ilkin qiymətlə müqayisədə artdığını qeyd
        edirlər.

        Fond daşqından sonra yolların və məktəblərin təmirini ödəmək üçün yaradılıb. Pulun
        çoxunu özəl ianəçilər verib. Auditorlar ötən il pozuntu tapmayıb, amma
        müqavilələri indikindən daha tez dərc etməyi məsləhət görüblər.
    """),
    additions=paragraphs("""
        Müxbirimiz bir neçə sakindən bu barədə nə düşündüklərini soruşub. Çoxu xəbəri
        səhər eşidib və təəccüblənməyib; bəziləri isə bundan daha tez xəbər tutmaq
        istərdi.

        Fikrini soruşduğumuz ekspertlər ehtiyatlıdır. Onlar xatırladırlar ki, oxşar
        açıqlamalar əvvəllər də olub və bir xəbərdən nəticə çıxarmaq üçün hələ tezdir.

        Mövzu səhərdən sosial şəbəkələrdə müzakirə olunur, orada fikirlər bölünüb,
        şayiələr isə təsdiqlənmiş məlumatdan daha sürətlə yayılır.

        Hadisələri izləməyə davam edəcəyik və yeni təfərrüatlar məlum olan kimi xəbəri
        tamamlayacağıq.
    """),
)  # fmt: skip
