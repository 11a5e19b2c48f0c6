"""What stands in a date beside numbers and months; ``_`` is the space between two words.

Kinds of word, as they appear in the shape of a date:

====== ============================================
``w``  a weekday
``v``  a month or, beside another one, a weekday
``r``  a day counted back from today
``o``  "one" of a unit; nothing where no unit stands
``u``  a unit, in minutes; ``-1`` if too vague for a day
``a``  "ago", before or after what it counts
``g``  August or "ago"
``b``  a unit and "ago" in one
``c``  a whole span, in minutes, and "ago" in one
``x``  "just now"
``p``  first (0) or second (12) half of the day
``l``  a label
``U``  a label of a change
``""`` nothing
====== ============================================
"""

_WEEKDAYS = """
sunday monday tuesday wednesday thursday friday saturday sun mon tue tues wed thu thur thurs fri
sat bazar ertəsi çərşənbə axşamı cümə şənbə базар ертәси чәршәнбә ахшамы ҹүмә шәнбә
воскресенье понедельник вторник среда четверг пятница
суббота вс пн вт ср чт пт сб կիրակի երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ კვირა
ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი pazar pazartesi salı çarşamba perşembe
cuma cumartesi pzt sal çar per cum cmt یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه دو سه چهار
پنج yakshanba dushanba seshanba chorshanba payshanba juma shanba якшанба душанба сешанба чоршанба
пайшанба жума шанба жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жекшемби дүйшөмбү
шейшемби шаршемби бейшемби ишемби якшанбе душанбе сешанбе чоршанбе панҷшанбе ҷумъа шанбе ýekşenbe
duşenbe sişenbe çarşenbe penşenbe anna şenbe الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة
السبت yekşem duşem sêşem çarşem pêncşem înî şemî неділя понеділок вівторок середа четвер пятниця
субота нядзеля панядзелак аўторак серада чацвер пятніца неделя понеделник сряда четвъртък петък
събота недеља понедељак уторак четвртак петак nedelja ponedeljak utorak sreda četvrtak petak
subota nedjelja ponedjeljak srijeda sonntag montag dienstag mittwoch donnerstag freitag samstag
sonnabend mo di mi do fr sa so dimanche lundi mardi mercredi jeudi vendredi samedi dim lun mer jeu
ven sam domingo lunes martes miércoles jueves viernes sábado mié jue vie sáb domenica lunedì
martedì mercoledì giovedì venerdì sabato gio segunda terça quarta quinta sexta feira zondag
maandag dinsdag woensdag donderdag vrijdag zaterdag niedziela poniedziałek wtorek środa czwartek
piątek sobota söndag måndag tisdag onsdag torsdag fredag lördag søndag mandag tirsdag lørdag
sunnuntai maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntaina maanantaina
tiistaina keskiviikkona torstaina perjantaina lauantaina su ma ti ke to pe la neděle pondělí úterý
středa čtvrtek pátek po st čt pá vasárnap hétfő kedd szerda csütörtök péntek szombat duminică luni
marți miercuri joi vineri sâmbătă κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο minggu
senin selasa rabu kamis jumat sabtu thứ hai ba tư sáu bảy chủ_nhật रविवार सोमवार मंगलवार बुधवार
गुरुवार शुक्रवार शनिवार 일요일 월요일 화요일 수요일 목요일 금요일 토요일 일 월 화 수 목 금 토
星期日 星期天 星期一 星期二 星期三 星期四 星期五 星期六
周日 周一 周二 周三 周四 周五 周六 日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日 月 火 水
木 金 土
"""

_NOTHING = """
st nd rd th er at on in of the and г года год году гг р рік року в во у и на от il ili ilin ci cı
cu cü də da de del di du le el al em às as y los las den der die um am an uhr kl klo kello
klockan ob o godz w ve op om ildə günü kuni куни ҹи ҹы ҹу ҹү ил yılı yıl yil yilda yilning yili йил
йилда йилнинг жыл жылы жылғы жылдың жылдын ж соли сол թ թվական թվականի թվականին ին ը ժ ժամը ժամին
წელი წლის წ საათზე سال در روز ماه به في عام سنة الساعة ظهر از sal sala ê 日 ngày năm lúc vào pukul
को बजे ημέρα στις
"""

_PUBLISHED = """
published publish publishing publication posted post written created release released added date
time datetime uploaded dərc olunub edilib olundu yayımlanıb yayımlandı yayımlanma yerləşdirilib
tarix tarixi vaxt vaxtı əlavə yayınlanma yayınlandı yayınlanış yayımlanış yayın oluşturulma
oluşturma tarihi tarih giriş eklenme eklendi opublikowano data pubblicato publicado veröffentlicht
erschienen publié publiée publikováno gepubliceerd publicerad publisert publiceret julkaistu
publicat megjelent objavljeno diterbitkan dipublikasikan weşandin hatiye weşandine опубликовано
опубликована опубликован публикация публикации дата время размещено создано добавлено вышло
опубліковано опублікована публикувано објављено հրապարակված հրապարակվել հրապարակվեց հրապարակման
ամսաթիվ ամսաթիվը է გამოქვეყნდა გამოქვეყნებულია გამოქვეყნების თარიღი დრო تاریخ انتشار زمان منتشر
شده شد نشر النشر تاريخ elon qilingan qilindi chop etilgan etildi joylandi sana sanasi
vaqti эълон қилинган чоп этилган сана жарияланды жарияланған күні уақыты жарыяланган жарыяланды
күнү убактысы нашр шуд санаи δημοσιεύτηκε δημοσίευση ημερομηνία प्रकाशित 发布时间 发布于 发布
时间 发表 日期 公開日 配信 公開 등록 입력 게재 đăng xuất_bản
"""

_CHANGED = """
updated update modified edited changed last revised güncelleme güncellenme güncellendi son
yenilənib yenilənmə yenilənmişdir dəyişdirilib dəyişiklik обновлено обновлен обновление обновления
изменено изменения отредактировано թարմացված թարմացվել թարմացվեց թարմացում թարմացման განახლდა
განახლებულია განახლება بروزرسانی به‌روزرسانی ویرایش آخرین آخر تحديث التحديث yangilangan yangilandi
янгиланган янгиланди жаңартылды жаңартылған жаңыланды жаңыртылды aktualisiert stand aktualizacja
actualizado aggiornato modifié mis mise à_jour atualizado bijgewerkt uppdaterad oppdatert
opdateret päivitetty aktualizováno frissítve actualizat ενημερώθηκε ενημέρωση оновлено обновена
ажурирано ažurirano diperbarui अपडेट 更新 更新时间 更新日 수정 cập_nhật rojanekirin
"""

ROWS: tuple[tuple[str, int, str], ...] = (
    ("", 0, _NOTHING),
    ("l", 0, _PUBLISHED),
    ("U", 0, _CHANGED),
    ("w", 0, _WEEKDAYS),
    ("v", 3, "mar"),
    ("v", 10, "paz"),
    ("g", 8, "ago"),
    (
        "r",
        0,
        "today bu_gün бу_ҝүн bugün сегодня այսօր დღეს امروز bugun бугун бүгін бүгүн имрӯз имруз "
        "اليوم îro сьогодні днес данас danas heute aujourdhui hoy oggi hoje vandaag dzisiaj dziś "
        "idag i_dag tänään dnes astăzi azi σήμερα hari_ini hôm_nay आज 今天 今日 오늘 şu_gün сёння",
    ),
    (
        "r",
        1,
        "yesterday dünən дүнән dün вчера երեկ გუშინ دیروز kecha кеча кеше кечээ дирӯз дируз أمس "
        "امس duh вчора јуче jučer juče gestern hier ayer ieri ontem gisteren wczoraj igår i_går "
        "eilen včera tegnap χθες χτες kemarin hôm_qua कल 昨天 昨日 어제 düýn учора",
    ),
    ("r", 2, "позавчера evvelsi_gün srağagün پریروز vorgestern anteayer 前天 그저께 pozavčera"),
    (
        "o",
        1,
        "one a an یک bir бір бир один одна одну մեկ մի ერთი واحد واحدة ein eine einer einem un "
        "une una uma um een én egy jeden jedną jedna jednu један jedan един една en ett yksi "
        "μία ένα",
    ),
    (
        "u",
        0,
        "second seconds sec secs saniyə saniye секунд секунды секунду секунда сек վայրկյան წამის "
        "წამი ثانیه soniya сония ثوان ثانية ثواني sekunde sekunden seconde secondes segundo "
        "segundos secondo secondi seconden sekund sekundy sekunder detik giây",
    ),
    (
        "u",
        1,
        "minute minutes min mins dəqiqə дәгигә dəq dakika dk минут минуту минуты минута мин րոպե "
        "წუთის წუთი دقیقه daqiqa дақиқа мүнөт دقائق دقيقة хвилин хвилини хвилину хв минути "
        "хвіліны minuten minuto minutos minuti minuta minuty minuut minuter minutter minuuttia "
        "minut perc λεπτά λεπτό menit phút मिनट 分钟 分鐘 분 deqe",
    ),
    (
        "u",
        60,
        "hour hours hr h hrs saat час часа часов ч ժամ საათის საათი ساعت soat соат сағат саат "
        "ساعات ساعة годин години годину година сати сата сат stunde stunden std heure heures hora "
        "horas ora ore uur uren godzina godziny godzin godzinę timme timmar time timer tuntia "
        "tunti hodina hodiny hodin hodinami óra ώρα ώρες sata sati jam giờ घंटे घंटा 小时 小時 시간 "
        "saetan saet sagat гадзін гадзіны",
    ),
    (
        "u",
        1440,
        "day days gün ҝүн день дня дней օր დღის დღე روز kun кун күн рӯз أيام يوم ден дни дана dan "
        "dana tag tage tagen jour jours día días giorno giorni dia dias dag dagen dagar dager "
        "dage dzień dni päivää dny dnů nap zi zile ημέρες ημέρα μέρες hari दिन 天 일 roj",
    ),
    (
        "u",
        -1,
        "week weeks month months year years həftə hafta недели неделю недель месяц месяца месяцев "
        "лет ամիս տարի კვირის თვის هفته oy ay апта ай woche wochen monat monaten jahr jahren "
        "semaine semaines mois semana semanas mes meses settimana settimane",
    ),
    (
        "a",
        0,
        "əvvəl әввәл өнҹә öncə önce evvel назад тому առաջ წინ پیش قبل oldin avval олдин аввал "
        "бұрын мурун мурда пеш منذ berî преди пре pre prije vor y_a hace fa há atrás geleden temu "
        "sedan siden för for sitten před acum ezelőtt πριν πριν_από lalu yang_lalu trước पहले 전 "
        "ozal таму",
    ),
    ("b", 1440, "天前 日前 napja"),
    ("b", 60, "小时前 小時前 時間前 órája"),
    ("b", 1, "分钟前 分鐘前 分前 perce"),
    ("b", 0, "秒前 másodperce"),
    ("c", 60, "час_назад منذ_ساعة قبل_ساعة годину_тому"),
    ("c", 120, "منذ_ساعتين قبل_ساعتين"),
    ("c", 1, "минуту_назад منذ_دقيقة قبل_دقيقة хвилину_тому"),
    ("c", 2, "منذ_دقيقتين قبل_دقيقتين"),
    (
        "x",
        0,
        "just_now только_что indicə az_önce հենց_նոր ახლახან هم_اکنون "
        "لحظاتی_پیش hozirgina щойно 刚刚 たった今 방금 vừa_xong",
    ),
    ("p", 0, "öö 上午 午前 오전 صباحا ص قبل_از"),
    ("p", 12, "ös 下午 午後 오후 مساء م بعد_از بعدازظهر"),
)
