"""The drawings of the IPS page."""
