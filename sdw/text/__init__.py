"""Dutch words and Dutch numbers, in one place.

`nl/` holds every interface text, in Dutch (B1): a file per page or part. Names and definitions of indicators live
in their declarations. An unknown key fails the tests, and so does a key that nobody uses.
"""
