"""What a timeline is made of: who adds a field of an event, a way to date, a name of a country."""
