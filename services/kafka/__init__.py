"""How every service reaches a broker, and a real broker on this machine."""
