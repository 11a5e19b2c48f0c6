"""Errors that are the operator's to mend."""


class OperatorError(Exception):
    """Something about the call, the settings or the machine is wrong.

    The message is one line that names what is wrong and says what to do. Commands print it
    without a traceback and exit with a code that is not 0.
    """
