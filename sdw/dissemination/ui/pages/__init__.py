"""What each page of the menu shows: one file or folder per page, and none knows another."""
