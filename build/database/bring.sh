#!/usr/bin/env bash
# Brings PostgreSQL's server programs where there are none; the tests start a server of their own from them.
# Without them the tests that need them fail and say so, and all others run: so this never fails.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
log="$here/../../artifacts/postgresql.log"

say() { echo "$*" >&2; }

is_there() { compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || command -v initdb >/dev/null 2>&1; }

if is_there; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
    say "PostgreSQL is not installed and there is no apt-get; install its server for the tests that need it."
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        say "PostgreSQL is not installed and apt-get needs root or a sudo without password; install it for the tests that need it."
        exit 0
    fi
    as_root=(sudo -n)
fi

say "No PostgreSQL found; installing the system's package (log: artifacts/postgresql.log)."
mkdir -p "$(dirname "$log")"
if ! { ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get update \
    && ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql; } \
    >"$log" 2>&1 </dev/null || ! is_there; then
    say "PostgreSQL could not be installed: $(grep -E '^E: ' "$log" | tail -n 1 || true)"
fi
