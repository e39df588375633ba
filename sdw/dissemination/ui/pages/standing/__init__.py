"""Borging en speerpunten: priorities, the matrix of regions, gemeenten, and the covenant itself."""
