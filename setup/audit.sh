#!/bin/sh
# Hold the locked packages against the known vulnerabilities, with a tool in an environment of its own.
# Without network it says so and passes: the gate judges our packages, not the line to the outside.
set -eu
cd "$(dirname "$0")/.."

tool=.venv/audit
lock=requirements-audit.lock

if [ "$(cat "$tool/.made" 2>/dev/null)" != "$(cksum "$lock")" ]; then
    rm -rf "$tool"
    .venv/bin/python -I -m venv "$tool"
    if ! PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 "$tool/bin/python" -I -m pip install -qq --no-deps \
        --require-hashes --only-binary :all: -r "$lock"; then
        echo "audit: skipped, for its tool could not be installed (pip says why above)."
        exit 0
    fi
    cksum "$lock" >"$tool/.made"
fi
# The test lock holds everything the first lock holds.
exec .venv/bin/python -I setup/audit.py "$tool/bin/pip-audit" requirements-dev.lock
