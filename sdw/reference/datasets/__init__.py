"""What a kind of delivery is: one declaration each, and its explanation for whoever fills it in."""
