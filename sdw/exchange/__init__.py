"""What a reader process is asked and what it answers, for the steward and for the page that checks a file."""
