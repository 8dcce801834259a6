"""What commands print for people: tables and lists that fit the terminal."""
