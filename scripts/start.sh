#!/bin/sh
# On a fresh machine: installs what is missing, makes the sample agency's figures, builds the site and serves it.
set -eu
sh scripts/install.sh run
node scripts/start.ts "$@"
