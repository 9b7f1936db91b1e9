"""What is true on a date: the profiles (thể thức) and the figures that come with them."""
