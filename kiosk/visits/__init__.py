"""The language of the product: what happens in a visit, and what may truthfully be said of it.

Pure: no Qt, SQL, HTTP, clock or files. The tablet, the hub and the phone page share it.
"""
