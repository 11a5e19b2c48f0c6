"""How often letters that tell languages apart are written. Data, no logic.

Of a thousand letters of running text, roughly; a letter that is not named is one that the
language writes in foreign names at most. A letter that no language of a script names tells
nothing and is not counted.
"""


def _rates(table: str) -> dict[str, dict[str, float]]:
    """Return language to letter to rate, of lines like ``az ə92 ı40``.

    >>> _rates("az ə92 ı40.5")
    {'az': {'ə': 92.0, 'ı': 40.5}}
    """
    lines = (line.split() for line in table.strip().splitlines())
    return {
        language: {entry[0]: float(entry[1:]) for entry in entries} for language, *entries in lines
    }


RATES = {
    "Latn": _rates("""
        az q15 x9 k25 y30 j1.5 z14 ə92 ı40 ş17 ç9 ö9 ü22 ğ6.5
        tr k47 y33 j.4 z15 ı51 ş18 ç12 ö8 ü19 ğ11 â.3
        tk k32 w8 y50 j12 z12 ý25 ä22 ň13 ş17 ç8 ö10 ü18 ž.8
        uz q20 x14 k28 y25 j8 z16 ʻ20
        ku q6 w20 x12 k40 y25 j12 z15 ê45 î35 û20 ş15 ç8
        en q1 w23 x2 k8 y20 j1.5 z1
        de w19 x.4 k12 y.4 j2.7 z11 ä5.7 ö3.5 ü7 ß3
        fr q13 w.5 x4 k.6 y2 j5.5 z1.5 é19 è3 ê2.3 à5 ç.9 ù.6 î.5 ô.6 û.4 â.5 ë.1 ï.1 œ.2
        es q9 w.2 x2 k.3 y10 j4.4 z5 á5 é4 í7 ó8 ú1.7 ñ3 ü.1
        it q5 w.3 x.2 k.4 y.3 j.3 z9 à6 è3 é.6 ì.3 ò1 ù1.7
        pt q12 w.3 x2.5 k.3 y.3 j4 z4.7 ã7 á3 ç5 é5 ê2.5 í2 ó3 õ1.5 â1 à1 ú1 ô.5
        nl q.1 w15 x.4 k22 y.4 j14 z14 é1 ë1 ï.3
        pl w46 k35 y38 j23 z56 ł18 ą10 ę11 ó8 ś7 ż8 ć4 ń2 ź.6
        cs k37 x.3 y19 j21 z22 á22 č10 ď.2 é13 ě16 í32 ň.4 ó.3 ř12 š8 ť.4 ú1.6 ů7 ý11 ž10
        sk k37 x.3 y16 j20 z21 á18 č12 ď2 é8 í9 ľ4 ĺ.2 ň1.5 ó1.5 ô2 š8 ť6 ú8 ý10 ž8 ä.7
        ro k1 x1 y.5 j2.5 z7 ă23 â6 î9 ș11 ț10 ş2 ţ1
        hu k46 y22 j12 z44 á37 é38 í6 ó10 ö11 ő9 ú3 ü6 ű2
        sv k31 x1.5 y7 j6 z.7 å13 ä18 ö13 é.4
        da k34 w.5 y7 j7 z.4 å12 æ9 ø9 é.3
        no k39 w.5 y7.5 j9 z.3 å14 æ2 ø9 é.4
        fi k50 y17 j20 z.4 ä36 ö4.5 å.1
        et k41 j16 z.5 ä9 õ10 ö2.5 ü6 š.3 ž.1
        lv k36 j22 z18 ā40 ē16 ī18 ū5 š10 ž2 č1 ģ1.2 ķ1 ļ3 ņ4
        lt k41 y14 j22 z3 ą7 č4.5 ę2 ė17 į6 š12 ų13 ū5 ž9
        hr k36 y.3 j50 z17 č10 ć6 đ2.5 š9 ž5
        sl k37 y.3 j46 z21 č12 š10 ž6.5
        sq q9 x5 k27 y7 z6 j32 ë77 ç5
        id w5 k51 x.2 y17 j8 z1
        tl w10 k28 x.1 y35 j.3 z.3 q.1 ñ.3
        ca q10 x6 k.2 y5 j2.5 z1 w.1 à12 è5 é7 í5 ï.7 ò4 ó6 ú2 ü.5 ç1.5
        is k33 y9 j11 x.5 z.1 á18 ð44 é6.5 í16 ó10 ú6 ý2.3 þ14.5 æ9 ö8
        vi q6 x5 k6 y16 đ24 ă9 â8 ê8 ô11 ơ7 ư14 à12 á11 ã2 ạ7 ả6 ấ5 ầ4 ế6 ề5 ệ5 í4 ị4 ố4 ộ6 ớ5 ợ4
    """),
    "Cyrl": _rates("""
        ru ы19 э3.3 ъ.4 ё1 щ3.6 й12 ь17 ц4.8
        uk і57 ї6 є4.6 ґ.2 щ3.6 й14 ь18 ц7
        be і65 ў14 ы40 э14 ё8 й8 ь15 ц22
        bg ъ17 щ6 й7 ь.2 ц6
        mk ј18 ќ3 ѓ1.5 ѕ.4 љ.5 њ2 џ.2 ц5
        sr ј50 ћ6 ђ2 љ5 њ6 џ.5 ц8
        kk ә14 ғ14 қ27 ң13 ө10 ұ10 ү6 һ.3 і42 ы60 й15 э1 ь1.5 щ.2 ц1 ё.2 ъ.1
        ky ң12 ө23 ү26 ы58 э8 й14 ё.7 ь2 ц1 щ.2 ъ.1
        tg ӣ16 ӯ7 ҷ9 ҳ13 қ7 ғ3 ъ3 ё7 э3 й8
        tt ә45 җ4 ң12 ө9 ү17 һ4 ы45 э5 й15 ъ.5 ь3 ц1
        mn ө28 ү32 ы8 э40 ё3 й22 ь7 ъ1 ц6
        uz-Cyrl ў18 қ22 ғ8 ҳ11 ъ4 э5 ё4 ь1.5 й10 ц.5
    """),
    "Arab": _rates("""
        fa ی95 ک25 پ9 چ6 ژ1.5 گ10 آ8 ئ1 ي2 ك1
        ar ي65 ك20 ة25 ى10 أ15 إ8 ؤ1 ئ3 آ2 ی.3
        ur ی60 ے40 ہ50 ں20 ٹ8 ڈ4 ڑ3 ھ15 ک40 گ12 چ8 پ20 آ6 ئ6
        ps ې15 ۍ5 ړ6 ږ4 ښ9 ګ10 ټ7 ډ5 ځ5 څ4 ڼ2 ی30 ک20 ي30 پ15 چ8
        ckb ە90 ێ25 ۆ20 ڕ6 ڵ8 ڤ2 ی75 ک35 گ12 چ6 پ12 ژ6 ئ12
        ug ە60 ې15 ۇ35 ۈ10 ى60 ڭ10 گ15 ك25 چ12 پ8 ۋ8 ئ30 ي20
        az-Arab ی90 ک15 گ8 ؤ5 ۆ4 ۇ8 ۏ1 پ4 چ7 آ12 ئ4
    """),
}  # fmt: skip
"""ISO 15924 script to language to letter to rate."""
