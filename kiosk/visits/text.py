"""What people type, made safe to keep: NFC, trimmed, without invisible control."""

import unicodedata

NAME_LENGTH = 24
COMMENT_LENGTH = 500

# Overrides and isolates can make a name read as something it is not; ZWJ and ZWNJ stay, scripts need them.
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_REFUSED_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})


def clean(text: str, *, limit: int, lines: bool = False) -> str:
    """`text` in NFC and trimmed.

    `limit` is counted in code points after normalising; `lines` allows line feeds inside.
    Raises ValueError in words when the text is too long or holds control characters.
    """
    tidy = unicodedata.normalize("NFC", text).strip()
    for char in tidy:
        if char == "\n" and lines:
            continue
        if char in _BIDI_CONTROLS or unicodedata.category(char) in _REFUSED_CATEGORIES:
            raise ValueError(f"control character U+{ord(char):04X} is not allowed")
    if len(tidy) > limit:
        raise ValueError(f"at most {limit} characters, got {len(tidy)}")
    return tidy
