"""Protection of people: guard against person data, cell protection, and the attacker that tests it."""
