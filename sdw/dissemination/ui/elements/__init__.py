"""What pages are made of: text, tables, tiles, charts with their source."""
