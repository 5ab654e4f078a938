"""What is kept from build to build, and the keys that it is kept by."""
