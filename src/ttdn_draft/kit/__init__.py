"""What authors of packs and CI use: a pack goes in, it is begun, checked, tried, and what is wrong comes out."""
