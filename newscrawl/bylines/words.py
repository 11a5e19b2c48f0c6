"""Words of bylines in the languages we read: labels, credits, roles, desks, particles.

Every table holds folded words; see :func:`fold`. Languages follow each other roughly as en, az,
tr, uz, tk, ru, uk, bg, sr, kk, ky, tg, hy, ka, fa, ar, de, nl, sv, da, no, fi, fr, es, it, pt,
ro, pl, cs, hu, el, zh, ja, ko; a word that several share stands with the first.
"""


def fold(word: str) -> str:
    """Return *word* without letter case; the Turkish İ becomes an i.

    >>> fold("İHA"), fold("Müəllif")
    ('iha', 'müəllif')
    """
    return word.casefold().replace("\u0307", "")


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


BY = _words("""
by от од від von door av af par por przez od από του της بقلم قلم بواسطة
""")
"""Prepositions that lead to an author at the start of a byline or after a label."""

BY_AT_START = _words("di de от كتب كتبت")
"""Those that are also a particle or a common word: they lead to an author at the start only."""

LABELS = _words("""
author authors byline contributor contributors correspondent correspondents reporter reporters
writer writers written words text story stories report reports reporting reported posted post
published publisher submitted contributed contributing article articles opinion analysis interview
commentary comment column essay review compiled prepared created added uploaded filed additional
view follow all more posts blog guide news this was were been originally eingestellt feature
features guest about the an editorial
müəllif müəlliflər müəllifi xəbəri xəbər hazırladı hazırladılar hazırlayan hazırlayanlar yazdı
mətn müxbir müsahibə söhbətləşdi söhbəti apardı tərtib authored
haber haberi yazan yazar yazarlar yazı yazısı muhabir muhabirler röportaj söyleşi metin derleyen
aktaran analiz yorum
muallif mualliflar tayyorladi suhbatlashdi muxbir awtor
автор авторы автора авторка автори авторът статьи материала материал текст текста текстът
подготовил подготовила подготовили беседовал беседовала записал записала написал написала
корреспондент корреспонденты журналист интервью колонка мнение спецкор собкор опубликовал
підготував підготувала записав кореспондент інтерв'ю матеріал пише написао
аутор аутори
авторлары мақала мәтін дайындаған дайындағандар тілші жазған даярдаган кабарчы макала муаллиф
муаллифон хабарнигор таҳия
հեղինակ հեղինակներ հեղինակը հեղինակ՝ լրագրող պատրաստեց պատրաստեցին հարցազրույց տեքստ տեքստը
ავტორი ავტორები ავტორ ტექსტი ჟურნალისტი მოამზადა მომზადებულია ინტერვიუ სტატიის
نویسنده نویسندگان گزارش گزارشگر خبرنگار خبرنگاران به تهیه تنظیم گفتگو گفت‌وگو مصاحبه یادداشت
كتب كتبت الكاتب الكاتبة المؤلف إعداد تقرير حوار مراسل
autor autorin autoren autor:in autor*in bericht beitrag artikel geschrieben verfasst interviewt
über kommentar reportage texte analyse verslag auteur auteurs tekst geschreven
författare skriven skrivet skrevet forfatter kirjoittaja kirjoittanut
teksti toimittaja
auteure autrice rédigé écrit publié propos recueillis entretien texto autora autores autoras
escrito publicado redactado entrevista scritto autore autori testo pubblicato cura
scris autorul redactor
autorka autorzy opracował opracowała oprac napisał napisała rozmawiał rozmawiała
autoři napsal napsala připravil připravila piše napisao napisala
szerző szerzők írta szöveg
συντάκτης συντάκτρια γράφει γράφουν ο η κείμενο ρεπορτάζ συντάκτες
作者 文 记者 記者 撰文 本报记者 著者 執筆 取材 글 기자 취재
""")
"""Words of a label such as ``Text:`` or ``Written by`` that names who wrote."""

CREDITS = _words("""
photo photos updated photograph photographs photography photographed photographer picture
pictures image images illustration illustrations illustrated illustrator graphic graphics video
videos edited
editing translation translated translator reviewed fact-checked checked produced production
producer audio camera artwork cartoon design data via tags topics featuring getty
share read follow-up related tested medically approved verified presented hosted sponsored
copyright foto fotolar fotoqraf tərcümə tərcüməçi redaktor operator fotoğraf fotoğraflar kamera
editör çeviri çeviren kurgu manba surat
фото фотография фотографии фотограф иллюстрация иллюстрации видео редактор редактировал перевод
перевел перевела монтаж оператор переклад снимки снимка превод сурет сүрөт аударған
լուսանկար լուսանկարը լուսանկարներ խմբագիր թարգմանություն թարգմանիչ տեսանյութ
ფოტო რედაქტორი თარგმანი მთარგმნელი ვიდეო
عکس عکاس مترجم ترجمه ویرایش ویراستار تصویر تصوير صورة ترجمة تحرير
fotos bild bilder grafik grafiken übersetzt übersetzung fotografie redigiert
vertaling beeld översättning oversættelse oversatt kuva kuvat kuvaaja
traduit traduction vidéo crédit crédits photographie montage fotografía fotografías fotografia
edición traducción vídeo imagen imágenes ilustración traduzione tradução edição
zdjęcia zdjęcie tłum tłumaczenie překlad prevod fordította fotó
φωτογραφία φωτογραφίες μετάφραση επιμέλεια
编辑 责编 责任编辑 摄影 編集 撮影 写真 翻訳 사진 편집
""")
"""Words of a label that names someone or something other than the author."""

SOURCES = _words("""
source sources mənbə kaynak источник джерело извор дереккөз булак աղբյուր წყარო
منبع المصدر quelle bron källa kilde lähde fuente fonte sursa źródło zdroj izvor forrás πηγή 来源
""")
"""Words of a label that names whence the text was taken: a wire service, if we know it."""

AND = _words("""
and & + og och und en et y e i a și şi si ve və ile va hem и та і й және менен мен ва և და و
και ja és oraz with mit avec con с
""")
"""Words between two names."""

AND_SHORT = _words("y e i en si ja a й")
"""Those that may stand inside a name or mean something else: both sides must look like full
names."""

BEFORE_AUTHOR = LABELS | BY | AND
"""What the label of an author may hold."""

IN_NOT_AND = {"es": "en", "fr": "en", "ca": "en", "gl": "en"}
"""The word of ``AND`` that leads to a place in a language."""

CUT = _words("""
in of for at from to on via as about into special
bei für im aus über dans pour à sur chez en para desde sobre per nel su em
no na voor uit over dla w z v ze för från i fra på til
для из в на специально üçün üzrə için özel
برای از در به من في
""") - _words("w z v")
"""Words after a name that lead to something else: a place, an outlet."""

STOP = _words("""
is was are has have had covers covering covered writes joined currently works worked who that which
says said ist arbeitet est è är er является пишет сообщает bildirir bildiriyor aktardı
serves lives studied began started received earned specializes he she his her they
""")
"""Words after a name that begin a sentence about the person: nothing after them is read."""

PATRONYMICS = _words("oğlu qızı ogly kyzy uulu оглы оглу кызы гызы улы ұлы қызы уулу zadə zade")
"""Words that may end a name and begin with a small letter."""

TITLES = _words("""
dr prof professor sir dame mr mrs ms miss lord lady rev hon dr-ing mag ing dipl phd dott doc
доктор проф профессор դոկտոր დოქტორი دکتر مهندس الدكتور د sayın bay bayan doç yrd
""")
"""Titles before a name, without their full stop."""

DEGREES = _words("""
phd md mph ma msc mba rn bsn rd rdn ba bsc do dds dvm vmd esq jd cfp cpa pa-c np lcsw ms pharmd
edd psyd ceo cfo cto
""")
"""Degrees and the like after a name, without their full stops; most are surnames too if small."""

PARTICLES = PATRONYMICS | _words("""
van von der den de del della di da do dos das du la le los las lo el al ul bin bint ibn ben abu
abd ter ten zu zum zur af av st saint mac mc y e i san bar wa d' l' 't
""")
"""Parts of a name that may begin with a small letter."""

ROLES = _words("""
reporter reporters correspondent correspondents writer writers editor editors columnist columnists
journalist journalists producer producers contributor contributors author authors photographer
blogger commentator analyst analysts critic anchor presenter host director manager officer
president founder head vp co-founder cofounder chief specialist expert fellow researcher consultant
engineer developer strategist intern freelancer freelance cartoonist
illustrator editor-in-chief ceo lecturer scholar vice-president partner copywriter
marketer designer attorney advisor adviser meteorologist economist historian
müxbir müxbiri müxbirimiz müəllif redaktor redaktoru jurnalist yazar yazarı muhabir muhabiri
editör editörü gazeteci müdürü köşe muxbir muxbiri muharrir
корреспондент журналист журналистка обозреватель редактор главный спецкор собкор автор аналитик
колумнист политолог эксперт кореспондент журналіст журналістка редакторка оглядач
репортер репортёр новинар тілші журналисі кабарчы кабарчысы хабарнигор
լրագրող խմբագիր թղթակից հեղինակ ჟურნალისტი რედაქტორი კორესპონდენტი ავტორი
خبرنگار نویسنده سردبیر دبیر گزارشگر روزنامه‌نگار مراسل محرر صحفي صحفية كاتب كاتبة
redakteur redakteurin reporterin korrespondent korrespondentin autor autorin volontär
volontärin volontaer chefredakteur chefredakteurin kolumnist kolumnistin journalistin leiter
leiterin ressortleiter ressortleiterin moderator moderatorin redacteur verslaggever correspondente
journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée chroniqueur
reportern reporteren redaktör journalisten toimittaja periodista redactor redactora corresponsal
enviado enviada giornalista redattore redattrice corrispondente inviato inviata
jornalista repórter dziennikarz dziennikarka redaktorka novinář novinářka szerkesztő
újságíró ziarist redactor-șef novinar novinarka urednik urednica συντάκτης δημοσιογράφος
记者 記者 기자
""")
"""What a person may be called beside the name."""

QUALIFIERS = _words("""
senior junior chief staff political foreign city national international associate assistant deputy
managing executive contributing special guest features feature sports sport business technology
tech science health environment education crime court news investigative investigations digital
showbiz entertainment culture arts travel food music film fashion economics economy finance
financial energy climate defense defence security diplomatic world regional local general
independent lead principal former co-head breaking audience data opinion autos
media social content marketing product software research veteran acting group global
& tv lifestyle ai legal affairs royal money consumer europe asia africa
старший собственный специальный наш политический baş xüsusi siyasi özel
leitender leitende freier freie stellvertretender stellvertretende grand spécial
chef adjunto adjunta senior-staff
""")
"""Words that stand before a role and belong to it."""

DESKS = _words("""
staff team editorial editors newsroom desk board bureau admin administrator administrators
user users anonymous webmaster moderator editor redaction redaktion onlineredaktion
online-redaktion redaktionsteam redaktionen redaktionell redactie redacción redaccion redazione
redação redacao rédaction redakcja redakce redakcija redakciya redaksiya redaksiyası redaksiyasi
redaktsiya redakcia toimitus szerkesztőség redacția redactia
редакция редакции администратор админ пресс-служба редакція адміністратор служба отдел редакциясы
хроника новостей новости информация таҳририят tahririyat
խմբագրություն ադմին რედაქცია ადმინი تحریریه تحریریهٔ روابط عمومی التحرير تحرير هيئة
merkezi ajansı işleri masası mərkəzi xəbərlər xidmət
agency agencies agenturen news press media network magazine journal newspaper gazette tribune
herald chronicle times radio tv television broadcasting publishing publications online website
company corporation corp inc ltd llc gmbh ag plc limited foundation institute university college
department ministry committee council association organization organisation society center centre
office service services wire reports report dispatch sources content marketing sponsored partner
partners webdesk program programme foundations communications pr release
agence agentur agencia agenzia agentliyi агентство информагентство университет институт
министерство центр газета журнал телеканал ajans gazetesi televizyonu nazirliyi institutu
universitesi universiteti universität verlag zeitung fundación universidad université
null undefined none unknown n/a nobody noname author authors default
customs protection police authority secretariat sekretariat
编辑部 编辑 小编 网络 综合 編集部 편집부 社 网 報道部 온라인뉴스팀
""")
"""Words of what is no person: newsrooms, companies, placeholders."""

NOT_NAMES = _words("""
the a an and but if this these those then when where why how what who our your my its
their we you they it she i'm i’m fact checked fact-checked schließen new year years weekly monthly
today yesterday
tomorrow tonight now next first second third latest more share follow subscribe sign log
login register comments comment reply email e-mail save menu homepage contact
privacy policy terms cookies cookie views article articles story post posts posted blog
updated update published publish written photo photos video image minutes minute
advertisement advert sponsored breaking exclusive live watch listen loading click here
facebook twitter instagram telegram whatsapp youtube linkedin rss google credit courtesy
alle alles artikel see tous toutes todos tutti kontakt bio about
all rights reserved copyright disclaimer note editor's end others other various several
united states kingdom government minister ministers parliament party union nations bank
сообщает также однако это эти весь все как когда читайте подписывайтесь подробнее поделиться
источник фото видео комментарии назад сегодня вчера завтра просмотров обновлено опубликовано
paylaş abunə oxu ətraflı oku devamı yorum yorumlar bugün güncelleme yayınlanma
mehr lesen teilen kommentare heute gestern uhr aktualisiert veröffentlicht stand der die das ein
eine des une un el los las lire partager commentaires leer compartir
""") - _words("el la los las a un mehr der die das des an her my you he")

TIMES = _words("""
updated update published publish posted date on at um am pm uhr le il el la kl modified created
last first edited saat tarih dəqiqə actualizado actualizada aktualisiert опубликовано обновлено
дата monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
sat
sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi
samedi dimanche понедельник вторник среда четверг пятница суббота воскресенье
""")
"""Words of a date that are no one's name."""

MONTHS = _words("""
jan january feb february mar march apr april may jun june jul july aug august sep sept september
oct october nov november dec december
""")
"""English writes the month before the day; it is cut where a figure follows it."""

NAMELESS_INITIALS = frozenset(
    "RIP END FIN PS NB US EU UN UK USA UAE TV OK PM AM CIS IMF WHO PKK THE AND OIC ECO CEO".split()
)
"""Short lines in capitals at the end of a body that are nobody's initials."""

WRITERS = _words("""
author authors writer writers müəllif müəlliflər yazar yazarlar muallif автор авторы հեղինակ
հեղինակներ ავტორი ავტორები نویسنده نویسندگان الكاتب المؤلف autor autorin autoren auteur auteurs
autore autori autora autores auteure autrice forfatter författare kirjoittaja
""")
"""Those of ``LABELS`` that say of the next words that they are an author and nothing else."""

NEWSROOMS = _words("""
staff team editorial editor editors newsroom desk webdesk redaktion onlineredaktion redaktionsteam
redactie redacción redaccion redazione redação rédaction redakcja redakce redakcija redaksiya
redaksiyası redaksiyasi redaksiyon şöbəsi xidməti servisi отдел служба бөлімі бөлүмү
таҳририят tahririyat редакция редакции редакція редакциясы
խմբագրություն რედაქცია تحریریه التحرير هيئة 编辑部 編集部 편집부
""")
"""Those of ``DESKS`` that are newsrooms and nothing else."""

PLACEHOLDERS = _words("""
null undefined none unknown nobody noname n a default author authors publisher writer admin
administrator administrators webmaster user users guest anonymous website админ администратор
адміністратор ադմին ადმინი по умолчанию
""")
"""What software writes where nobody entered a name."""
