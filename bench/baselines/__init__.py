"""What Fasti is measured against: the same figures of the same body by other means, each tuned as well as we could.

All of them get the body in a form better than Fasti's own files: narrow tables of numbers, days as day numbers, words
as codes, what stands in another table already beside the row (`facts`). Making that form is not counted.
"""
