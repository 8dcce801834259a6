"""What pen, paper and the agreement could decide. No Django, no clock, no sentences."""
