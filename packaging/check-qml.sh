#!/usr/bin/env bash
# Checks the QML: types and names with qmllint, against the Python classes too, then the format.
# Usage: packaging/check-qml.sh [--fix]; --fix rewrites the files in the house format and checks nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

bin=$PWD/.venv/bin
qml=kiosk/tablet/qml
types=build/qmltypes/Kiosk/Models
format=("$bin/pyside6-qmlformat" --ignore-settings --indent-width 4 --newline unix)

mapfile -t files < <(find "$qml" -name '*.qml' 2>/dev/null | sort)
if ((${#files[@]} == 0)); then
    echo "check-qml: no QML files in $qml"
    exit 0
fi

if [[ ${1:-} == --fix ]]; then
    "${format[@]}" --inplace "${files[@]}"
    exit 0
fi

# qmllint knows Python classes from a .qmltypes file, which is made as pyside6-project makes it: source to metatypes to qmltypes.
rm -rf "$types"
mkdir -p "$types"
mapfile -t sources < <(find kiosk/tablet -name '*.py' | sort)
"$bin/pyside6-metaobjectdump" --quiet --out-file "$types/dump.json" "${sources[@]}"

# The dump writes some Python types by names that no QML type has, and knows a base class only if its file came before.
"$bin/python" - "$types/dump.json" "$types/metatypes.json" <<'PYTHON'
import json
import sys
from pathlib import Path

NAMES = {"float": "double", "list": "QVariantList", "dict": "QVariantMap", "object": "QVariant"}

modules = json.loads(Path(sys.argv[1]).read_text())
strangers = {m["QML_IMPORT_NAME"] for m in modules if "QML_IMPORT_NAME" in m} - {"Kiosk.Models"}
if strangers:
    sys.exit(f"check-qml: Python types belong to the QML module Kiosk.Models, not to {', '.join(sorted(strangers))}")
classes = {c["className"]: c for m in modules for c in m["classes"]}


def is_object(c: dict) -> bool:
    bases = [classes.get(base["name"]) for base in c.get("superClasses", ())]
    return c["object"] or any(is_object(base) for base in bases if base)


# Plain Python classes are of no interest to QML, and their names could shadow a Qt type's.
for m in modules:
    m["classes"] = [c | {"object": True} for c in m["classes"] if is_object(c)]
    for c in m["classes"]:
        for p in c.get("properties", ()):
            p["type"] = NAMES.get(p["type"], p["type"])
            # The dump of this version drops `constant`; a property that is neither warns when the QML is run.
            if "notify" not in p:
                p["constant"] = True
            if p["type"] in classes:
                p["type"] += "*"
        for method in [*c.get("signals", ()), *c.get("slots", ())]:
            method["returnType"] = NAMES.get(method["returnType"], method["returnType"])
            for argument in method["arguments"]:
                argument["type"] = NAMES.get(argument["type"], argument["type"])
Path(sys.argv[2]).write_text(json.dumps([m for m in modules if m["classes"]], indent=1))
PYTHON

metatypes=$("$bin/python" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')/Qt/metatypes
foreign=$(find "$metatypes" -name 'qt6core_*.json' -o -name 'qt6gui_*.json' -o -name 'qt6qml_*.json' -o -name 'qt6quick_*.json' |
    paste -sd ,)
"$bin/pyside6-qmltyperegistrar" --import-name Kiosk.Models --major-version 1 --minor-version 0 \
    --generate-qmltypes "$types/plugins.qmltypes" -o build/qmltypes/unused.cpp \
    ${foreign:+--foreign-types="$foreign"} "$types/metatypes.json"
printf 'module Kiosk.Models\ntypeinfo plugins.qmltypes\ndepends QtQuick\n' >"$types/qmldir"

# Absolute paths: with relative ones qmllint does not connect a singleton with its qmldir.
"$bin/pyside6-qmllint" --ignore-settings --max-warnings 0 --unused-imports warning \
    -I "$PWD/build/qmltypes" -I "$PWD/$qml" "${files[@]/#/$PWD/}"

# qmlformat has no mode that only checks, so a copy is formatted and compared.
rm -rf build/qmlformat
mkdir -p build/qmlformat
cp -R "$qml" build/qmlformat/formatted
"${format[@]}" --inplace "${files[@]/#"$qml"/build/qmlformat/formatted}"
if ! diff -ru "$qml" build/qmlformat/formatted; then
    echo "check-qml: make format would change the files above" >&2
    exit 1
fi
echo "check-qml: ${#files[@]} QML files are right"
