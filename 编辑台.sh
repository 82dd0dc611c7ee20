#!/bin/sh
# 双击打开编辑台（Linux）。第一次会先装好要用的东西。
cd "$(dirname "$0")" || exit 1
if ! command -v node >/dev/null 2>&1; then
  echo "这台电脑还没有 Node.js。请从 https://nodejs.org 下载长期支持版（LTS），装好以后再双击一次。"
  printf '按回车键关闭。'
  read -r _
  exit 1
fi
node scripts/run.mjs desk "$@"
status=$?
if [ "$status" -ne 0 ]; then
  printf '编辑台没有打开，原因在上面。按回车键关闭。'
  read -r _
fi
exit "$status"
