@echo off
rem Checks the file that stands on the right-click menu, or was dropped on this one, and waits to be read.
chcp 65001 >nul
title Kiểm tra thể thức
if "%~1"=="" (
    echo Kéo một tệp .docx hoặc .md thả vào tệp này để kiểm tra.
) else (
    call "%~dp0lenh\ttdn-draft.bat" check "%~1"
)
pause
