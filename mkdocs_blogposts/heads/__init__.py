"""What machines read of a page: search engines, chats and other sites that show a link to it."""
