"""Read exports of on-premises Exchange and say what makes them weak."""
