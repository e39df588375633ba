"""What was written elsewhere: covenant, targets, findings, studies, and where sources disagree."""
