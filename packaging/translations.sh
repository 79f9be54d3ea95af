#!/usr/bin/env bash
# Collects the texts of the screens into assets/translations. English, whose texts stand in the QML, holds only plurals.
# Usage: packaging/translations.sh [--check] [FOLDER]; --check changes nothing, and fails where a text is missing, is
# translated nowhere or is no longer used.
set -euo pipefail
cd "$(dirname "$0")/.."

check=
if [[ ${1:-} == --check ]]; then
    check=yes
    shift
fi
folder=${1:-assets/translations}
collected=$folder
if [[ $check ]]; then
    collected=$(mktemp -d)
    trap 'rm -rf "$collected"' EXIT
    cp "$folder"/*.ts "$collected"
fi

lupdate=(.venv/bin/pyside6-lupdate -silent -no-obsolete -locations none -sort-messages)
for file in "$collected"/*.ts; do
    only=()
    [[ $(basename "$file") == en.ts ]] && only=(-pluralonly)
    # A text that resembles an old one is another text: guesses would pass for translations.
    "${lupdate[@]}" "${only[@]}" -disable-heuristic sametext -disable-heuristic similartext kiosk/tablet/qml -ts "$file"
done
if [[ ! $check ]]; then
    exit 0
fi

wrong=
for file in "$collected"/*.ts; do
    name=$(basename "$file")
    if grep -qE 'type="(unfinished|vanished|obsolete)"|<numerusform></numerusform>|<translation></translation>' "$file"; then
        echo "translations: $name: not translated:" >&2
        awk -F '[<>]' '/<source>/ {text = $3} /type="|<numerusform><\/|<translation><\// {print "    " text}' "$file" | uniq >&2
        wrong=yes
    elif ! diff -q "$folder/$name" "$file" >/dev/null; then
        echo "translations: $name: holds what no screen says any more" >&2
        wrong=yes
    fi
done
for code in ar en es fr pt ru vi zh-Hans; do
    if [[ ! -f $folder/$code.ts ]]; then
        echo "translations: $code.ts is missing" >&2
        wrong=yes
    fi
done
if [[ $wrong ]]; then
    echo "translations: run make translations, and translate what is new" >&2
    exit 1
fi
echo "translations: every text is there in every language"
