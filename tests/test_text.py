from lxml.html import fromstring

from newscrawl.text import content_hash, element_text, markup_paragraphs, paragraphs, plain


def test_invisible_characters_and_white_space_of_all_kinds_are_folded() -> None:
    assert plain("\ufeff Эльм\u00a0ар \u2009 А\u00adли\u200b\n") == "Эльм ар Али"


def test_what_no_database_can_hold_is_left_out() -> None:
    assert plain("Flood\0 gates") == "Flood gates"
    assert plain("Half an emoji: \ud83d!") == "Half an emoji: !"
    assert markup_paragraphs("<p>Flood\0</p>gates \ud83d") == ["Flood", "gates"]


def test_composed_and_decomposed_letters_come_out_the_same() -> None:
    assert plain("И\u0306ран") == "Йран"


def test_each_block_is_a_paragraph_and_inline_markup_is_not() -> None:
    body = fromstring(
        "<div>Lead<p>One <b>bold</b><i>er</i></p> tail <blockquote><p>Said</p>"
        "<p>twice</p></blockquote><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><h2>Sub</h2></div>"
    )
    assert paragraphs(body) == ["Lead", "One bolder", "tail", "Said", "twice", "a", "b", "c", "Sub"]


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    assert paragraphs(fromstring("<p>a <br> b<br>\n<br>c<br><br><br>d</p>")) == ["a\nb", "c", "d"]


def test_what_nobody_reads_is_left_out_but_its_tail_stays() -> None:
    body = fromstring("<div><p>a<script>x</script>b</p><!-- no --><style>p{}</style><p>c</p></div>")
    assert paragraphs(body) == ["ab", "c"]


def test_chosen_elements_are_left_out_whole() -> None:
    body = fromstring("<div><p>a</p><div class=ad><p>buy</p></div>b</div>")
    assert paragraphs(body, without=body.cssselect(".ad")) == ["a", "b"]


def test_the_text_after_an_element_is_not_its_own() -> None:
    root = fromstring("<div><h1>Title</h1>after</div>")
    assert element_text(root[0]) == "Title"
    assert paragraphs(root[0]) == ["Title"]


def test_markup_of_any_depth_is_read() -> None:
    depth = 5000
    root = fromstring("<div>x</div>")
    for _ in range(depth):
        outer = fromstring("<span></span>")
        outer.append(root)
        root = outer
    assert paragraphs(root) == ["x"]


def test_the_hash_tells_texts_apart_but_not_their_punctuation() -> None:
    assert content_hash("A", "b c") == content_hash("a.", "B,  c")
    assert content_hash("A", "b c") != content_hash("A", "b d")
    assert content_hash(None, None) == content_hash("", "")
