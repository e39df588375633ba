"""Where: the 35 regions, their borders, municipalities, context and likeness."""
