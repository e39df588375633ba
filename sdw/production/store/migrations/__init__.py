"""How the tables of the private store came to be: numbered steps, each a file, taken once and never changed."""
