"""What a post or talk tells of itself on any page: its card, with pictures and addresses that are known to be there."""
