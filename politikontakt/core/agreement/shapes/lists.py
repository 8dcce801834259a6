"""Lists of values that are read one by one."""

from typing import Any

from politikontakt.core.agreement.shapes.base import Names, Reader, Wrong, wrong


def each_of(items: list[Any], read: Reader, names: Names) -> Any:
    """The items as a tuple, or what is wrong with each: none may stand there twice."""
    results = [read(item, names) for item in items]
    wrongs = [
        Wrong(one.code, one.values, f"[{position}]{one.inside}")
        for position, result in enumerate(results)
        if isinstance(result, list)
        for one in result
    ]
    wrongs += [
        Wrong("repeated_item", {"found": item}, f"[{position}]")
        for position, item in enumerate(items)
        if isinstance(item, str) and item in items[:position]
    ]
    return wrongs or tuple(results)


def list_of(read: Reader, *, may_be_empty: bool = False) -> Reader:
    """A reader of lists from one of items. One text is a list of one."""

    def read_list(value: Any, names: Names) -> Any:
        if isinstance(value, str):
            single = read(value, names)
            return single if isinstance(single, list) else (single,)
        if not isinstance(value, list):
            return wrong("not_list", value)
        return each_of(value, read, names) if value or may_be_empty else [Wrong("empty_list", {})]

    return read_list
