"""Which articles of different outlets are one text: copies of a wire story, however edited.

Two steps, both pure. :func:`signature` gives the numbers by which candidates are found in an
index: two articles that share one of them are worth comparing. :func:`copies` compares two
articles, each prepared once as a :class:`Text`, and decides.

A score alone cannot decide: two notices of two earthquakes have more words in common than a wire
story and its edited copy. So what is compared is told apart. Copies agree in their *facts*, figures
and names, and differ in prose; stories written to one pattern agree in prose and differ in facts.

Words find no translations. :func:`same_story` says of two articles of one outlet, in two languages,
what of their records links them. :func:`may_be_versions` says whether one of two may have become
the other.
"""

from newscrawl.similarity.comparing import Match, copies
from newscrawl.similarity.editions import same_story
from newscrawl.similarity.sketch import MIN_WORDS, SIGNATURE_SIZE, signature
from newscrawl.similarity.texts import Text
from newscrawl.similarity.versions import may_be_versions

__all__ = [
    "MIN_WORDS",
    "SIGNATURE_SIZE",
    "Match",
    "Text",
    "copies",
    "may_be_versions",
    "same_story",
    "signature",
]
