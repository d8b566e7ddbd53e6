"""The web application: one file per noun. A view translates a request, makes one call into the domain, shows a page."""
