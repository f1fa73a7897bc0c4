"""The portrait painter: a picture becomes the character of a seal, cut out and painted as cel art."""
