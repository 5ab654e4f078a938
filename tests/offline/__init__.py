"""No test reaches the network: what is here closes the process of the tests, and each process that they start."""
