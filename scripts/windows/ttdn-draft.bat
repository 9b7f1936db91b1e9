@echo off
rem Opens the page in the browser, on the folder that is dropped on this file or was chosen the last time.
chcp 65001 >nul
title ttdn-draft - đóng cửa sổ này là dừng chương trình
call "%~dp0lenh\ttdn-draft.bat" page %*
if errorlevel 1 pause
