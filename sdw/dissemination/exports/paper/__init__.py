"""Paper: blocks and scenes as PDF and PNG, set by typst, with tags that a screen reader can follow."""
