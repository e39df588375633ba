"""From bytes to a grid of text: delimited text and workbooks."""
