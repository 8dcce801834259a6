"""The demo: two municipalities with invented people, built through the services as users would have done it."""
