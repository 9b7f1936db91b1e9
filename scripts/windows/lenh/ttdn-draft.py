"""Starts the program in the folder for Windows; beside it lies the batch file that people call."""

from ttdn_draft.__main__ import start

start()
