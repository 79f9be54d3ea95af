#!/usr/bin/env bash
# Installs, upgrades, removes and purges the packages of build/deb in a Debian 12 of their own, and looks at what is left;
# and follows the guide for IT in two others, hub and tablet, command by command, with their services running.
# Usage: packaging/check-deb.sh, as root. piuparts does the first, on a base that mmdebstrap makes and that is kept.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$PWD/build/check-deb
mirror=http://deb.debian.org/debian
mkdir -p "$work"
packages=(dpkg-dev gpg mmdebstrap piuparts reprepro systemd-container)
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if ((${#missing[@]})); then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
fi

base=$work/bookworm.tar.gz
if [[ ! -e $base ]]; then
    # With systemd, as on any machine: else the folders that it makes for itself would be ours to remove.
    echo "check-deb: making a Debian 12"
    mmdebstrap --variant=minbase --include=systemd-sysv,dbus,udev bookworm "$work/part.tar.gz" "$mirror" >"$work/base.log" 2>&1
    mv "$work/part.tar.gz" "$base"
fi
gunzip -c "$base" >"$work/bookworm.tar"
python3 -m tests.guide "$work/bookworm.tar" build/deb/front-desk-hub_*_amd64.deb "$work/guide.log"
python3 -m tests.guide_tablet "$work/bookworm.tar" build/deb/front-desk-kiosk_*_amd64.deb "$work/guide-tablet.log"

# The version before: the same package by an older name, in an archive, so that there is something to upgrade from.
rm -rf "$work/older"
mkdir -p "$work/older"
for deb in build/deb/*.deb; do
    dpkg-deb --raw-extract "$deb" "$work/tree"
    sed -i 's/^Version: .*/Version: 0.0.1/' "$work/tree/DEBIAN/control"
    dpkg-deb --root-owner-group -Zgzip -z1 --build "$work/tree" "$work/older/$(basename "${deb%%_*}")_0.0.1_amd64.deb" >/dev/null
    rm -rf "$work/tree"
done
(cd "$work/older" && dpkg-scanpackages . >Packages 2>"$work/scan.log")

# What was tapped, and the backups, outlive a purge. dpkg takes /opt with the last package that has something in it.
options=(
    --basetgz="$base" --distribution=bookworm --mirror="$mirror main" --no-eatmydata
    --scriptsdir=packaging/piuparts --bindmount="$work/older" --extra-repo="deb [trusted=yes] file://$work/older ./"
    --ignore-regex='^/opt/?$'
    --ignore-regex='^/var/lib/front-desk-(kiosk|hub)(/.*)?$' --ignore-regex='^/var/backups/front-desk-hub(/.*)?$'
)
for deb in build/deb/*.deb; do
    name=$(basename "${deb%%_*}")
    log=$work/$name.log
    echo "check-deb: $name: install and purge, then install, upgrade and purge"
    if ! piuparts "${options[@]}" "$deb" >"$log" 2>&1 || (($(grep -c ' INFO: PASS: ' "$log") < 2)); then
        tail -n 30 "$log" >&2
        echo "check-deb: failed; the full log is in $log" >&2
        exit 1
    fi
done
echo "check-deb: both packages install, upgrade, and leave nothing but data after a purge"
