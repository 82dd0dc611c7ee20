@echo off
chcp 65001 >nul
rem 双击打开编辑台（Windows）。第一次会先装好要用的东西。
cd /d "%~dp0"
where node >nul 2>nul
if errorlevel 1 (
  echo 这台电脑还没有 Node.js。请从 https://nodejs.org 下载长期支持版（LTS），装好以后再双击一次。
  pause
  exit /b 1
)
node scripts\run.mjs desk %*
if errorlevel 1 pause
