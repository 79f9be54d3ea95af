#!/usr/bin/env bash
# Boots a virtual tablet with build/deb/front-desk-kiosk_*.deb and uses it; as root. Usage: packaging/vm.sh [STEP …]
set -euo pipefail
cd "$(dirname "$0")/.."
packages=(dosfstools gpg mmdebstrap mtools qemu-system-x86 reprepro)
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if ((${#missing[@]})); then
    echo "vm: installing ${missing[*]}"
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
fi
exec .venv/bin/python -m tests.vm "$@"
