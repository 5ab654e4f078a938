"""Which URLs a site has, which it has had, and whether these still answer."""
