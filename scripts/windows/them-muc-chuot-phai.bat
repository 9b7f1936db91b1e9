@echo off
rem Puts "Kiểm tra thể thức" on the right-click menu of .docx and .md, for this user alone; bo-muc-chuot-phai.bat undoes it.
chcp 65001 >nul
for %%k in (.docx .md) do (
    reg add "HKCU\Software\Classes\SystemFileAssociations\%%k\shell\ttdn-draft" /ve /d "Kiểm tra thể thức" /f >nul
    reg add "HKCU\Software\Classes\SystemFileAssociations\%%k\shell\ttdn-draft\command" /ve /d "\"%~dp0kiem-tra-the-thuc.bat\" \"%%1\"" /f >nul
)
echo Đã thêm mục «Kiểm tra thể thức» khi bấm chuột phải vào tệp .docx và .md.
pause
