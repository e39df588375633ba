"""Every drawing of every page as a scene: a view in, a scene out, or none where there is nothing to draw."""
