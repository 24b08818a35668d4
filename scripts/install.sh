#!/bin/sh
# Installs the locked dependencies, unless exactly these are installed already.
set -eu
lock=$(cksum package-lock.json)
if [ -d node_modules ] && [ "$(cat node_modules/.terang-lock 2>/dev/null)" = "$lock" ]; then exit 0; fi
npm ci --no-audit --no-fund --loglevel=error
printf '%s\n' "$lock" > node_modules/.terang-lock
