#!/bin/sh
# Write the hash-locked requirements anew from the .in files. No address of a registry gets in.
set -eu
cd "$(dirname "$0")/.."
for name in base build dev; do
  .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
    --no-header --no-annotate "requirements/$name.in" -o "requirements/$name.txt" "$@"
done
