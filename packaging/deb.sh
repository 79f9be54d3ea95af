#!/usr/bin/env bash
# Builds front-desk-kiosk.deb and front-desk-hub.deb into build/deb/, from what is committed.
# Usage: packaging/deb.sh [--twice]; --twice builds a second time, elsewhere, and fails unless the bytes are the same.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$PWD/build/deb
log=$work/build.log
mkdir -p "$work"
: >"$log"

step() {
    local title=$1
    shift
    echo "deb: $title"
    if ! "$@" >>"$log" 2>&1; then
        tail -n 30 "$log" >&2
        echo "deb: failed: $title; the full log is in $log" >&2
        exit 1
    fi
}

as_root=()
((EUID == 0)) || as_root=(sudo -n)
packages=(binutils build-essential debhelper fakeroot lintian python3 python3-venv systemd)
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if ((${#missing[@]})); then
    step "refreshing the package lists" "${as_root[@]}" apt-get update
    step "installing ${missing[*]}" \
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
fi
packaging/setup.sh run

# The Python of the packages is Debian's, so its own fetches the wheels.
tools=$work/tools
[[ -x $tools/bin/pip ]] || step "making a virtual environment for building" /usr/bin/python3 -m venv "$tools"
for part in tablet hub build; do
    wheels=$work/wheels/$part
    lock=packaging/requirements/$part.txt
    if ! cmp -s "$lock" "$wheels/locked"; then
        rm -rf "$wheels"
        step "fetching the wheels of $lock" "$tools/bin/pip" download --disable-pip-version-check --no-input --no-deps \
            --only-binary :all: --require-hashes -r "$lock" -d "$wheels"
        cp "$lock" "$wheels/locked"
    fi
done
step "installing the pinned build tools" "$tools/bin/pip" install --disable-pip-version-check --no-input --no-deps \
    --no-index --find-links "$work/wheels/build" --require-hashes -r packaging/requirements/build.txt

version=$(sed -n 's/^front-desk-kiosk (\(.*\)) .*/\1/p;T;q' packaging/debian/changelog)
build() {
    local tree=$1/front-desk-kiosk-$version
    rm -rf "$1"
    mkdir -p "$tree"
    git archive HEAD | tar -x -C "$tree"
    cp assets/translations/*.qm "$tree/assets/translations/"
    cp -R packaging/debian "$tree/debian"
    (cd "$tree" && WHEELS=$work/wheels TOOLS=$tools dpkg-buildpackage --build=binary --no-sign)
}
step "building $version" build "$work/first"
cp "$work"/first/*.deb "$work/"
step "lintian" lintian --fail-on error,warning --display-info "$work"/first/*.deb

# What a unit may do at most, on a scale from 0 to 10.
exposed() {
    systemd-analyze security --offline=true --threshold="$1" "$work"/first/*/debian/*/lib/systemd/system/"$2" >>"$log" ||
        { echo "deb: $2 is more exposed than $1 tenths; systemd-analyze security says why" >&2 && exit 1; }
}
exposed 30 front-desk-kiosk.service
exposed 20 front-desk-hub.service
exposed 20 front-desk-hub-backup.service

if [[ ${1:-} == --twice ]]; then
    step "building $version again, elsewhere" build "$work/second"
    for deb in "$work"/first/*.deb; do
        if ! cmp "$deb" "$work/second/$(basename "$deb")"; then
            echo "deb: two builds gave different bytes" >&2
            exit 1
        fi
    done
    echo "deb: two builds gave the same bytes"
fi
for deb in "$work"/*.deb; do
    printf 'deb: %s: %d MB, installed %d MB\n' "$(basename "$deb")" "$(($(stat -c %s "$deb") / 1000000))" \
        "$(($(dpkg-deb -f "$deb" Installed-Size) * 1024 / 1000000))"
done
