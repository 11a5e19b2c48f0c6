"""The rules hold in the scripts and languages of the region, and in those without spaces."""

import pytest

from newscrawl.generic import body_paragraphs
from newscrawl.generic.select import is_furniture
from tests.generic.pages import page, paragraphs_of

SENTENCES = {
    "Armenian": "Գետի երկու ափերի միջև նավերը կրկին կշարժվեն երկուշաբթի առավոտյան, հայտնեցին "
    "նավահանգստից, որտեղ տասնմեկ շաբաթ շարունակ նորոգում էին հին կառամատույցը։",
    "Georgian": "მდინარის ორ ნაპირს შორის ბორნები ორშაბათს დილიდან ისევ ივლის, განაცხადეს "
    "ნავსადგურში, სადაც თერთმეტი კვირის განმავლობაში ძველ ნავმისადგომს აკეთებდნენ.",
    "Russian": "Паромы между двумя берегами реки снова пойдут в понедельник утром, сообщили в "
    "порту, где одиннадцать недель подряд чинили ушедший под воду старый причал.",
    "Azerbaijani": "Çayın iki sahili arasında bərələr bazar ertəsi səhərdən yenidən üzəcək, deyə "
    "limandan bildirdilər; köhnə körpü orada on bir həftə ərzində təmir olunub.",
    "Turkish": "Nehrin iki yakası arasındaki vapurlar pazartesi sabahından itibaren yeniden "
    "sefere başlayacak; eski iskele on bir haftadır onarılıyordu, dedi liman dairesi.",
    "Persian": "شناورهای میان دو کرانهٔ رود از بامداد دوشنبه دوباره به راه می‌افتند؛ دفتر بندر "
    "گفت اسکلهٔ کهنه یازده هفته در دست تعمیر بود و اکنون آماده است.",
    "Chinese": "河两岸之间的渡船将从星期一早晨起恢复航行，港务处表示，"
    "旧码头的修理一共用了十一个星期。",
    "Japanese": "川の両岸を結ぶ渡し船は月曜日の朝から再び運航すると港の事務所が発表した。"
    "古い桟橋の修理には十一週間かかった。",
    "Thai": "เรือข้ามฟากระหว่างสองฝั่งแม่น้ำจะกลับมาแล่นอีกครั้งตั้งแต่เช้าวันจันทร์ "
    "สำนักงานท่าเรือกล่าวหลังจากซ่อมท่าเก่าอยู่สิบเอ็ดสัปดาห์",
}


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_body_is_found_in_any_script(sentence: str) -> None:
    texts = [f"{n}. {sentence}" for n in range(5)]
    menu = "<ul>" + "".join(f"<li><a href=/{n}>{sentence}</a></li>" for n in range(20)) + "</ul>"

    assert body_paragraphs(page(f"{menu}<div>{paragraphs_of(texts)}</div>{menu}")) == texts


@pytest.mark.parametrize(
    "line",
    [
        "Read also: The quay that sank",
        "Читайте также: Причал ушёл под воду",
        "Читайте ещё: Причал",
        "Подписывайтесь на наш канал",
        "Oxşar xəbərlər",
        "Həmçinin oxuyun: Körpü",
        "İlgili haberler",
        "İlginizi çekebilir: İskele",
        "Կարդացեք նաև՝ Կառամատույցը",
        "Լուսանկարը՝ Ադա Քուիլ",
        "ასევე წაიკითხეთ: ნავმისადგომი",
        "ფოტო: ადა ქუილი",
        "اخبار مرتبط",
        "انتهای پیام",
        "Lesen Sie auch: Der Steg",
        "À lire aussi : Le quai",
        "Leggi anche: Il molo",
        "相关阅读：码头",
        "関連記事：桟橋",
        "Фото: Ада Квилл / Портовый вестник",
        "ADVERTISEMENT",
        "Реклама",
        "© 2031 Harbour Post. All rights reserved.",
        "We may earn a commission if you buy something through a link in this story.",
        "ada.quill@harbour-post.example",
    ],
)
def test_line_that_says_it_is_no_part_of_the_text_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ferries will sail again on Monday.",
        "The photo shows the quay before the flood, the office said.",
        "More than forty boats were counted in the harbour on the first day, an hour after noon.",
        "По теме закона высказались двое депутатов, остальные промолчали и ушли.",
        "Like many on the water, she bought a boat of her own that year.",
        "The commission will buy forty boats and link the banks of the river, it said.",
        "The buyers commissioned a survey of the mud.",
        *SENTENCES.values(),
    ],
)
def test_sentence_of_a_text_is_not_furniture(line: str) -> None:
    assert not is_furniture(line)
