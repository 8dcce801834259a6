"""What may not stand in free text: national identity numbers, and what somebody must look at again."""
