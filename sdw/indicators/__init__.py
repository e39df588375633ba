"""What is measured: the model, the catalogue, the calculation, and reading published figures."""
