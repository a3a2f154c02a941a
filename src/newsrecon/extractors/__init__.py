"""Our own extractors. Each is an ordinary plugin: it imports only what any plugin may import."""
