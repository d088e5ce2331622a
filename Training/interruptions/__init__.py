"""Training recipe of Interject's decisions about interruptions."""
