"""The flows: one user story, one file. A flow takes one id and Tools; flows meet at the queue."""
