"""The drawings of the regions that the product ships, built anew when the regions change."""
