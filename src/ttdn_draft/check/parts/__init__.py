"""Rules of what stands where."""
