"""Template code in a page that was never rendered (Blade, PHP, Jinja, ASP) is left out of it."""

import re
from typing import NamedTuple


class _Code(NamedTuple):
    """How code is set off; ``longest`` keeps a stray opening sign from taking half the page along."""

    start: str
    end: str
    longest: int


_CODE = (
    _Code("<?php", "?>", 100_000),
    _Code("<?=", "?>", 1_000),
    _Code("<%", "%>", 10_000),
    _Code("{{--", "--}}", 10_000),
    _Code("{!!", "!!}", 500),
    _Code("{{", "}}", 500),
    _Code("{%", "%}", 500),
    _Code("{#", "#}", 500),
)
_DIRECTIVE = re.compile(
    r"(?m)^[ \t]*@(?:extends|section|endsection|yield|parent|show|stop|include\w*|each|if|elseif|else|endif|unless"
    r"|endunless|isset|endisset|empty|endempty|auth|endauth|guest|endguest|for|endfor|foreach|endforeach|forelse"
    r"|endforelse|while|endwhile|switch|case|break|default|endswitch|php|endphp|push|endpush|prepend|endprepend|stack"
    r"|csrf|method|component|endcomponent|slot|endslot|props|error|enderror|can|endcan|once|endonce|vite|livewire)"
    r"\b[ \t]{0,9}(?:\([^\r\n]{0,2000}\))?[ \t]{0,9}\r?$"
)


def without_templates(text: str) -> str:
    """The page without template code and without lines that are a Blade directive."""
    for code in _CODE:
        if code.start in text:
            text = _without(text, code)
    return _DIRECTIVE.sub("", text)


def _without(text: str, code: _Code) -> str:
    kept: list[str] = []
    at, end = 0, 0
    while (begin := text.find(code.start, at)) >= 0:
        if end < begin + len(code.start):
            end = text.find(code.end, begin + len(code.start))
        if end < 0:
            break
        is_code = end - begin <= code.longest
        kept.append(text[at:begin] if is_code else text[at : begin + len(code.start)])
        at = end + len(code.end) if is_code else begin + len(code.start)
    return "".join(kept) + text[at:]
