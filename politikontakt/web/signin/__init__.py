"""Getting in and out: a code by e-mail, in the demo a button for each person."""
