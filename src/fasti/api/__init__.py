"""What programs ask: the same reading and the same changing as the pages, under /api/v1, and calendars to subscribe to.

One file per noun. An operation translates a request, makes one call into the domain, and translates what it answers.
"""
