"""What reading costs, beside one pass of a pattern of words over the same text, and beside other libraries."""
