#!/bin/sh
# Bring .venv to what a lock says, and touch nothing else. Usage: sh setup/python.sh app|dev
#
# What stands is told by fingerprints of contents, written last: an interrupted run is simply done again, a changed lock
# is installed, and an environment that was moved, copied or left behind by another Python is made anew.
set -eu
cd "$(dirname "$0")/.."

stop() {
    echo "$*" >&2
    exit 1
}

# Exit status of a Python: 0 suits us, 3 suits but cannot make environments (and prints its version), else unsuitable.
probe='
import sys, sysconfig
fits = (3, 11) <= sys.version_info[:2] <= (3, 14) and sys.implementation.name == "cpython"
if not fits or sys.maxsize < 2**32 or sysconfig.get_config_var("Py_GIL_DISABLED"):
    sys.exit(4)
try:
    import ensurepip, venv
except ImportError:
    print("%d.%d" % sys.version_info[:2])
    sys.exit(3)
'

# Prints the first Python that suits us, or stops with one sentence. A Python that the host names is the only candidate.
choose_python() {
    without_venv=
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3.14 python3}; do
        status=0
        version=$("$candidate" -I -c "$probe" 2>/dev/null) || status=$?
        case $status in
            0) echo "$candidate" && return ;;
            3) : "${without_venv:=$version}" ;;
        esac
    done
    if [ -n "$without_venv" ]; then
        stop "Python $without_venv cannot make virtual environments here: install its venv package" \
            "(Debian, Ubuntu: sudo apt-get install python$without_venv-venv) and run make again."
    fi
    stop "Kiraseal needs CPython 3.11, 3.12, 3.13 or 3.14 (64 bit) and found none${PYTHON:+ in $PYTHON}:" \
        "install one, or name it: make install PYTHON=/path/to/python3.12"
}

# Prints what an environment depends on besides the locks, its Python and its place; nothing when it does not run.
identity() {
    .venv/bin/python -I -c 'import sys; print("%d.%d" % sys.version_info[:2], sys.prefix)' 2>/dev/null || true
}

environment_stands() {
    [ -s .venv/.made ] && [ "$(identity)" = "$(cat .venv/.made)" ] || return 1
    [ -n "${PYTHON:-}" ] || return 0
    "$PYTHON" -I -c 'import sys; sys.exit(sys.argv[1] != "%d.%d" % sys.version_info[:2])' "$(cut -d ' ' -f 1 .venv/.made)"
}

make_environment() {
    python=$(choose_python)
    # Without the traps an interruption would leave an environment that has no pip.
    trap 'rm -rf .venv' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    rm -rf .venv
    report=$("$python" -I -m venv .venv 2>&1) || stop "$report" "$python could not make the environment .venv."
    identity >.venv/.made
    trap - EXIT INT TERM HUP
}

pip() {
    # A host's own settings for user installs would fail inside an environment.
    PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -I -m pip "$@"
}

fingerprint() {
    cksum "$1" pyproject.toml
}

installed() {
    [ "$(cat ".venv/.$1" 2>/dev/null)" = "$(fingerprint "$2")" ]
}

install_lock() {
    rm -f .venv/.app .venv/.dev
    echo "Installing $(grep -c '==' "$1") packages from $1 ..."
    # Wheels only: a platform without them is told at once, not after a compilation that fails.
    pip install -qq --no-deps --require-hashes --only-binary :all: -r "$1" \
        || stop "The packages could not be installed; pip says why above. Run make again to go on."
    # From our own source: needs neither network nor a build environment, since the lock brought the builder.
    pip install -qq --no-deps --no-index --no-build-isolation --editable . \
        || stop "Kiraseal itself could not be installed; pip says why above."
}

environment_stands || make_environment
case "${1:-}" in
    app)
        installed app requirements.lock && exit
        install_lock requirements.lock
        ;;
    dev)
        installed dev requirements-dev.lock && installed app requirements.lock && exit
        install_lock requirements-dev.lock
        fingerprint requirements-dev.lock >.venv/.dev
        ;;
    *) stop "usage: sh setup/python.sh app|dev" ;;
esac
# The test lock holds everything the first lock holds, so both roads end here.
fingerprint requirements.lock >.venv/.app
