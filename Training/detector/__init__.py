"""Training recipe of Interject's streaming speech detector."""
