"""Python as the project formats it."""

from collections.abc import Sequence

WIDTH = 100


def text(value: str) -> str:
    """Return *value* as a string literal in double quotes.

    >>> print(text('the "Gate"'), text("Gate"))
    'the "Gate"' "Gate"
    """
    if '"' in value and "'" not in value:
        return repr(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def pattern(value: str) -> str:
    return f'r"{value}"' if '"' not in value else text(value)


def sequence(values: Sequence[str]) -> str:
    """
    >>> sequence(["a"]), sequence(["a", "b"])
    ('(a,)', '(a, b)')
    """
    return f"({', '.join(values)}{',' if len(values) == 1 else ''})"


def call(name: str, arguments: Sequence[str], *, head: str, indent: int) -> list[str]:
    """Return the lines of *head*, such as ``outlet = ``, and a call or a tuple (no *name*)."""
    margin = " " * indent
    line = f"{margin}{head}{name}{sequence(arguments) if not name else ''}"
    if name:
        line += f"({', '.join(arguments)})"
    if len(line) <= WIDTH:
        return [line]
    inner = f"{margin}    {', '.join(arguments)}"
    if name and len(inner) <= WIDTH:
        return [f"{margin}{head}{name}(", inner, f"{margin})"]
    rows = [f"{margin}    {argument}," for argument in arguments]
    return [f"{margin}{head}{name}(", *rows, f"{margin})"]


def assignment(name: str, value: str, *, indent: int) -> list[str]:
    """Return the lines of an assignment whose value cannot be parted."""
    line = f"{' ' * indent}{name} = {value}"
    if len(line) <= WIDTH:
        return [line]
    inner = f"{' ' * (indent + 4)}{value}"
    # A formatter leaves a value alone that is too long either way.
    if len(inner) > WIDTH:
        return [line]
    return [f"{' ' * indent}{name} = (", inner, f"{' ' * indent})"]


def imports(module: str, names: Sequence[str]) -> list[str]:
    line = f"from {module} import {', '.join(sorted(names))}"
    if len(line) <= WIDTH:
        return [line]
    return [f"from {module} import (", *(f"    {name}," for name in sorted(names)), ")"]
