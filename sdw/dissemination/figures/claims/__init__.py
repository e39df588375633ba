"""What may be claimed of published figures: forms of claims, their answers, and the sentence to say instead."""
