"""What storage raises: one line for the operator, saying which file and what to do."""

from newscrawl.errors import OperatorError


class StoreError(OperatorError):
    """The database or an output file cannot be used; the message is one line for the operator.

    Raised by everything in :mod:`newscrawl.storage` that opens, reads or writes. Nothing is
    half written when it is raised: the transaction is rolled back, the file cut back.
    """
