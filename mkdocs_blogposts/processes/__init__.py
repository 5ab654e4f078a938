"""Work that other processes do, while this one goes on."""
