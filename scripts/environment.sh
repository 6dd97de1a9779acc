# Sourced by the scripts beside it: finds Python, installs what the system lacks, makes .venv.
# Only Debian's package names are known here; elsewhere the exact need is printed.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV="$ROOT/.venv"
PANGO_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig"

say() { printf '%s\n' "$*" >&2; }

# as_root COMMAND...: run as root where that needs no question; 1 where it would.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; then
        sudo -n "$@"
    else
        return 1
    fi
}

# install_packages WHY PACKAGE...: install Debian packages, or print the line that does.
install_packages() {
    local why=$1
    shift
    if command -v apt-get >/dev/null 2>&1; then
        say "installing for $why: $*"
        if as_root env DEBIAN_FRONTEND=noninteractive sh -c \
            'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' sh "$@" >/dev/null 2>&1; then
            return 0
        fi
    fi
    say "could not install for $why; as root, run:  apt-get install $*"
    return 1
}

# find_python: print the newest interpreter that fits (3.11 or newer, or the one in EXPOSTURE_PYTHON).
find_python() {
    local candidate
    for candidate in "${EXPOSTURE_PYTHON:-}" python3 python3.13 python3.12 python3.11; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$candidate"
            return 0
        fi
    done
    say "Python 3.11 or newer is needed and none was found; as root, run:  apt-get install python3 python3-venv"
    return 1
}

# make_venv REQUIREMENTS: .venv with exactly the pinned, hashed requirements, then the project itself.
make_venv() {
    local python lock="$ROOT/requirements/$1.txt" stamp="$VENV/.installed-$1"
    python=$(find_python)
    if ! "$python" -c 'import ensurepip' >/dev/null 2>&1; then
        local minor
        minor=$("$python" -c 'import sys; print(f"python3.{sys.version_info.minor}-venv")')
        install_packages "the virtual environment" "$minor" || install_packages "the virtual environment" python3-venv || return 1
    fi
    [ -x "$VENV/bin/python" ] || "$python" -m venv "$VENV"
    if [ -f "$stamp" ] && cmp -s "$stamp" <(sha256sum <"$lock") && [ -x "$VENV/bin/exposture" ] && [ "$VENV/bin/exposture" -nt "$ROOT/pyproject.toml" ]; then
        return 0
    fi
    say "installing pinned requirements into .venv (requirements/$1.txt)"
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r "$lock"
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e "$ROOT"
    touch "$VENV/bin/exposture"
    sha256sum <"$lock" >"$stamp"
}

# has_pango: whether the libraries that WeasyPrint loads are there; it works without the one for subsets of fonts, but not the same twice.
has_pango() {
    "$VENV/bin/python" -W ignore -c 'import sys; from weasyprint.text.ffi import harfbuzz_subset; sys.exit(harfbuzz_subset is None)' >/dev/null 2>&1
}
