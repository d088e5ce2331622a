"""What sound adds to timing, studied where it cannot be an artefact of how the calls were made."""
