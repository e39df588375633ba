"""What a reader process is asked and what it answers: the same for the steward and for the page that checks a file."""
