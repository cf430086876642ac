"""What a timeline is made of: events, sources, types, countries and dates, and what they mean."""
