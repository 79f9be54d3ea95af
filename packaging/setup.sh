#!/usr/bin/env bash
# Sets up what `make run` or `make test` needs: system libraries, .venv with the pinned packages, the project itself.
# Usage: packaging/setup.sh run|test. Safe to run again at any time; the second time it only looks.
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:-}
if [[ $level != run && $level != test ]]; then
    echo "usage: packaging/setup.sh run|test" >&2
    exit 2
fi

mkdir -p build
log=build/setup.log
# Two setups at once (make run beside make test) would spoil one another's .venv.
if command -v flock >/dev/null; then
    exec 9>build/setup.lock
    flock 9
fi
: >"$log"

step() {
    local title=$1
    shift
    echo "setup: $title"
    if ! "$@" >>"$log" 2>&1 9>&-; then
        tail -n 25 "$log" >&2
        echo "setup: failed: $title; the full log is in $log" >&2
        exit 1
    fi
}

# The locks are made for 3.11, so it comes first; python3 may be a shim that is newer or older.
python=
have_ensurepip=
for candidate in python3.11 python3 python3.12 python3.13 python3.14 /usr/bin/python3; do
    command -v "$candidate" >/dev/null || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    python=${python:-$candidate}
    if "$candidate" -c 'import venv, ensurepip' 2>/dev/null; then
        python=$candidate
        have_ensurepip=yes
        break
    fi
done

# What the Qt of the package index links to and does not bring: X11, Wayland, no screen at all, network and sound;
# what reads aloud; and typefaces for what Atkinson Hyperlegible Next cannot write: Cyrillic, Vietnamese, Arabic, Chinese.
packages=(
    espeak-ng fonts-noto-cjk fonts-noto-core fonts-noto-ui-core
    speech-dispatcher speech-dispatcher-espeak-ng libspeechd2
    libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libgssapi-krb5-2 libpipewire-0.3-0 libpulse0 libwayland-cursor0
    libwayland-egl1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0
)
if [[ $level == test ]]; then
    packages+=(
        at-spi2-core cage chromium dbus imagemagick iproute2 python3-pyatspi strace xauth xdotool xvfb xwayland zbar-tools
    )
fi
if [[ -z $python ]]; then
    packages+=(python3 python3-venv)
elif [[ -z $have_ensurepip ]]; then
    packages+=(python3-venv)
fi

missing=()
if command -v dpkg-query >/dev/null; then
    # Newer releases renamed libglib2.0-0 with a suffix and declare the old name as provided.
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
        sed -n 's/^installed //p' | tr ',' '\n' | sed 's/(.*//; s/ //g' | sort -u)
    for package in "${packages[@]}"; do
        grep -qxF "$package" <<<"$installed" || missing+=("$package")
    done
else
    echo "setup: not a Debian system; it should have what Debian calls: ${packages[*]}"
fi

if ((${#missing[@]})); then
    as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            echo "setup: please have an administrator install these Debian packages: ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo -n)
    fi
    step "refreshing the package lists" "${as_root[@]}" apt-get update
    step "installing ${missing[*]}" \
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
fi

if [[ -z $have_ensurepip ]]; then
    python=$(command -v /usr/bin/python3 || command -v python3 || true)
    if [[ -z $python ]] || ! "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "setup: Python 3.11 or newer, with its venv module, is needed and was not found" >&2
        exit 1
    fi
fi

# Tests run them from here: installed, they would listen on ports of this machine from then on.
unpack_balancers() {
    rm -rf build/balancers
    mkdir -p build/balancers/new
    (cd build/balancers/new && apt-get download caddy nginx && for file in *.deb; do dpkg -x "$file" .; done)
    mv build/balancers/new/usr build/balancers/
    rm -r build/balancers/new
}
if [[ $level == test && ! -d build/balancers/usr ]]; then
    step "unpacking caddy and nginx" unpack_balancers
fi

locks=packaging/requirements
stamp=.venv/setup-stamp
wanted=$(cat "$locks"/{run,dev,build}.txt pyproject.toml packaging/setup.sh assets/translations/*.ts | sha256sum | cut -d ' ' -f 1)
read -r done_level done_hash 2>/dev/null <"$stamp" || true
if [[ ${done_level:-} == test ]]; then
    level=test # a venv that has the test packages must keep them in step with the locks
fi

if ! .venv/bin/python -c '' 2>/dev/null; then
    step "making .venv with $("$python" --version)" "$python" -m venv --clear .venv
elif [[ ${done_level:-} == "$level" && ${done_hash:-} == "$wanted" ]]; then
    exit 0
fi
rm -f "$stamp"

file=$locks/run.txt
[[ $level == test ]] && file=$locks/dev.txt
pip=(.venv/bin/python -m pip --disable-pip-version-check --no-input)
step "installing the pinned packages ($file)" "${pip[@]}" install --require-hashes -r "$file"
step "installing the pinned build tools" "${pip[@]}" install --require-hashes -r "$locks/build.txt"
step "installing the project" "${pip[@]}" install --no-deps --no-build-isolation -e .
for source in assets/translations/*.ts; do
    step "compiling $source" .venv/bin/pyside6-lrelease "$source" -qm "${source%.ts}.qm"
done
echo "$level $wanted" >"$stamp"
