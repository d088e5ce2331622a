"""What the checks of the built command share."""
