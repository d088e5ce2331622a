"""Development sets: what the detector is tried on before anybody measures it on recordings of others."""
