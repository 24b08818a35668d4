#!/bin/sh
# Installs the locked dependencies, unless exactly these are there: `run` for what serving needs, `all` for what the tests need as well.
set -eu
scope=${1:-all}
lock=$(cksum < package-lock.json)
have=$(cat node_modules/.terang 2>/dev/null || true)
if [ "$have" = "all $lock" ] || [ "$have" = "$scope $lock" ]; then exit 0; fi
omit=
if [ "$scope" = run ]; then omit=--omit=dev; fi
npm ci $omit --no-audit --no-fund --loglevel=error
printf '%s' "$scope $lock" > node_modules/.terang
