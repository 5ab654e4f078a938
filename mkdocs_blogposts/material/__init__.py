"""What templates, hooks and plugins that are written for Material's blog find on our pages."""
