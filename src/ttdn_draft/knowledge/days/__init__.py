"""The days that are remembered: entries of calendars go in, the anniversaries of a year and their words come out."""
