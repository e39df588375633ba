"""`python -m sdw privacy …`: attack, report, compare with the optimum."""
