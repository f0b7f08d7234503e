#!/usr/bin/env bash
# Prints the path of a Chromium that starts; brings one if there is none; exits 1 with a sentence if none can be had.
# Order: $CHROMIUM, the PATH, one brought earlier, the system's packages, the npm package. Everything but the path goes to stderr.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
brought="$here/../../artifacts/browser"
package="@sparticuz/chromium@143.0.4" # the newest that asks for no more than Node.js 20; unpack.mjs knows its hash
tried=""

say() { echo "$*" >&2; }

# A launcher may exist and only say "install the snap", so existing is not enough.
starts() { command -v "$1" >/dev/null 2>&1 && "$1" --version >/dev/null 2>&1; }

hand_over() {
    command -v "$1"
    exit 0
}

on_this_system() {
    local candidate
    for candidate in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if starts "$candidate"; then hand_over "$candidate"; fi
    done
}

from_system_packages() {
    local as_root=()
    if ! command -v apt-get >/dev/null 2>&1; then
        tried="there is no apt-get"
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            tried="apt-get needs root or a sudo without password"
            return
        fi
        as_root=(sudo -n)
    fi
    say "No Chromium found; installing the system's package (log: artifacts/browser/apt.log)."
    if ! { ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get update \
        && ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y chromium; } \
        >"$brought/apt.log" 2>&1 </dev/null; then
        tried="apt-get failed: $(grep -E '^E: ' "$brought/apt.log" | tail -n 1 || true)"
        return
    fi
    on_this_system
    tried="the system's chromium package installed, but the browser does not start"
}

from_npm() {
    if [ "$(uname -s)-$(uname -m)" != "Linux-x86_64" ]; then
        tried="$tried; the npm package is for 64-bit Intel Linux only"
        return
    fi
    say "Bringing Chromium from the npm package $package (log: artifacts/browser/npm.log)."
    if ! { (cd "$brought" && npm pack "$package" --loglevel=error) && node "$here/unpack.mjs" "$brought"; } \
        >"$brought/npm.log" 2>&1 </dev/null; then
        tried="$tried; the npm package failed: $(grep -iE 'err|not found' "$brought/npm.log" | head -n 1 || true)"
        return
    fi
    if starts "$brought/chromium"; then hand_over "$brought/chromium"; fi
    tried="$tried; the npm package's browser does not start: $(ldd "$brought/chromium-headless" 2>/dev/null | grep 'not found' | head -n 3 | tr -s '\t\n' ' ' || true)"
}

if [ -n "${CHROMIUM:-}" ]; then
    if starts "$CHROMIUM"; then hand_over "$CHROMIUM"; fi
    say "CHROMIUM is set to '$CHROMIUM', but no browser starts there. Correct it, or unset it to have one found."
    exit 1
fi

on_this_system
mkdir -p "$brought"
brought=$(cd "$brought" && pwd)
if starts "$brought/chromium"; then hand_over "$brought/chromium"; fi
from_system_packages
from_npm

say "The tests need Chromium and none could be had: none on the PATH; $tried. Install Chromium or Google Chrome, or set CHROMIUM to its path."
exit 1
