"""Who may do what: users, municipalities as tenants, people in dated roles, and the base of every fact."""
