#!/bin/sh
# On a fresh machine: installs what the tests need, then runs everything that CI runs.
set -eu
sh scripts/install.sh all
node scripts/test.ts "$@"
