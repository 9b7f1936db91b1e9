@echo off
rem Opens a terminal in which the command ttdn-draft is known, in the folder of documents.
chcp 65001 >nul
title ttdn-draft
set "PATH=%~dp0lenh;%PATH%"
cd /d "%USERPROFILE%"
if exist Documents cd Documents
call "%~dp0lenh\ttdn-draft.bat" --help
cmd /k
