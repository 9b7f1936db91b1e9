@echo off
rem Opens a terminal in which the command ttdn-draft is known, in the folder of documents.
chcp 65001 >nul
title ttdn-draft
set "PATH=%~dp0lenh;%PATH%"
if exist "%USERPROFILE%\Documents" cd /d "%USERPROFILE%\Documents"
call ttdn-draft --help
cmd /k
