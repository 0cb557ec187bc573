"""From articles to placed lines, rules and pictures: pure, inspectable, without drawing."""
