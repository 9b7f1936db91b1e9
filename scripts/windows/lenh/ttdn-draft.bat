@echo off
rem The command itself: Python of this folder, which looks for modules nowhere else.
setlocal
set PYTHONUTF8=1
"%~dp0..\python\python.exe" "%~dp0ttdn-draft.py" %*
exit /b %errorlevel%
