"""A deck as a PowerPoint file: charts, tables and maps of the program's own, to go on with."""
