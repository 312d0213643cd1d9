# What the window says.
