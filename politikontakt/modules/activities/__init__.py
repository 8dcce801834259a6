"""What was done and what is planned: activities, meetings, milestones, requests."""
