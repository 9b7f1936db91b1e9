@echo off
rem Takes "Kiểm tra thể thức" off the right-click menu again.
chcp 65001 >nul
for %%k in (.docx .md) do (
    reg delete "HKCU\Software\Classes\SystemFileAssociations\%%k\shell\ttdn-draft" /f >nul 2>nul
)
echo Đã bỏ mục «Kiểm tra thể thức».
pause
