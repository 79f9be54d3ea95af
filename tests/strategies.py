"""Hypothesis strategies for every kind of event, read off the types, so that a new kind or limit is covered too."""

from typing import Any
from uuid import UUID

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from kiosk.visits.events import Event, KnownEvent, UnknownEvent, VisitEvent, decode
from kiosk.visits.text import clean

KINDS: tuple[type[Any], ...] = KnownEvent.__args__
VISIT_KINDS: tuple[type[VisitEvent], ...] = tuple(kind for kind in KINDS if issubclass(kind, VisitEvent))

# Decomposed and joined letters, emoji, right-to-left and spaces: what real names are made of.
_LETTERS = "aé\u0301zßøŁ ñ\u00a0'-.أبגд中😀\u200d\u200c"
_REASON_LENGTH = 200


@st.composite
def texts(draw: st.DrawFn, limit: int, *, lines: bool = False) -> str:
    """Text as it is after cleaning, at most `limit` characters."""
    alphabet = st.sampled_from(_LETTERS + ("\n" if lines else "")) | st.characters(
        exclude_categories=("Cc", "Cs", "Zl", "Zp"),
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
    raw = draw(st.text(alphabet, max_size=limit))
    # Some code points become several by normalising; a cut can leave a space at the end.
    return clean(clean(raw, limit=4 * limit, lines=lines)[:limit], limit=limit, lines=lines)


def _values(kind: inspect.Type, field: str) -> st.SearchStrategy[Any]:
    match kind:
        case inspect.Metadata(type=inner):
            return _values(inner, field)
        case inspect.IntType():
            least = kind.ge if kind.ge is not None else kind.gt + 1 if kind.gt is not None else None
            most = kind.le if kind.le is not None else kind.lt - 1 if kind.lt is not None else None
            return st.integers(least, most)
        case inspect.StrType(pattern=str() as pattern):
            return st.from_regex(pattern, fullmatch=True)
        case inspect.StrType(max_length=int() as length):
            return texts(_REASON_LENGTH if field == "reason" else length // 4, lines=field in ("comment", "note"))
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.UUIDType():
            return st.uuids()
        case inspect.LiteralType(values=values):
            return st.sampled_from(values)
        case inspect.EnumType(cls=enum):
            return st.sampled_from(enum)
        case inspect.VarTupleType(item_type=item):
            return st.lists(_values(item, field), unique=True, max_size=6).map(tuple)
        case inspect.UnionType(types=types):
            return st.one_of(*(_values(one, field) for one in types))
        case inspect.DictType():
            return st.dictionaries(st.text(max_size=20), _json_values().map(msgspec.json.encode).map(msgspec.Raw))
    raise NotImplementedError(f"{field}: {kind}")


def _json_values() -> st.SearchStrategy[Any]:
    plain = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=10)
    return st.recursive(plain, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=5), v, max_size=3))


def of_kind(kind: type[Any], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Valid events of one kind; `fixed` replaces what single fields are drawn from."""
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    free = {field.name: _values(field.type, field.name) for field in info.fields if field.name not in fixed}
    return st.builds(kind, **free, **fixed)


def unknown(**fixed: Any) -> st.SearchStrategy[UnknownEvent]:
    """Events of a kind that this version does not know, with fields of their own; `fixed` are JSON values."""
    extra = st.dictionaries(st.from_regex("^x_[a-z]{1,8}$", fullmatch=True), _json_values(), max_size=3)

    def build(event: Any, kind: str, extra: dict[str, Any]) -> UnknownEvent:
        common = msgspec.to_builtins(event) | {"kind": kind} | extra | fixed
        # Spaces and an order of its own: the bytes have to come back as they were.
        raw = msgspec.json.format(msgspec.json.encode(dict(sorted(common.items()))), indent=1)
        made = decode(raw)
        assert isinstance(made, UnknownEvent)
        return made

    kinds = st.from_regex("^zz_[a-z_]{0,20}$", fullmatch=True)
    return st.builds(build, of_kind(VISIT_KINDS[-1]), kinds, extra)


def events() -> st.SearchStrategy[Event]:
    """Any event at all."""
    return st.one_of(*(of_kind(kind) for kind in KINDS), unknown())


def visit_histories(visit: UUID) -> st.SearchStrategy[list[Event]]:
    """Events of one visit that share few ratings, concerns, times and devices, so that they compete; unique ids."""
    ids = [UUID(int=value) for value in (1, 2)]
    pools: dict[str, st.SearchStrategy[Any]] = {
        "visit": st.just(visit),
        "rating": st.sampled_from(ids),
        "concern": st.sampled_from(ids),
        "device": st.sampled_from(["tablet", "desk"]),
        "epoch": st.sampled_from(ids),
        "at": st.integers(1000, 1005),
        "n": st.integers(1, 5),
    }
    one = st.one_of(*(_pooled(kind, pools) for kind in VISIT_KINDS), unknown(visit=str(visit)))
    return st.lists(one, max_size=25, unique_by=lambda event: event.id)


def _pooled(kind: type[Any], pools: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    return of_kind(kind, **{field: pools[field] for field in kind.__struct_fields__ if field in pools})


__all__ = ["KINDS", "VISIT_KINDS", "events", "of_kind", "texts", "unknown", "visit_histories"]
