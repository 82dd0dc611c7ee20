#!/bin/sh
# 双击打开编辑台（macOS）。
exec sh "$(dirname "$0")/编辑台.sh" "$@"
