"""Rule files, profiles and site.yaml: read, typed and checked; never run here."""
