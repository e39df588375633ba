"""The series of CBS that we publish, and its sectors under their names."""
