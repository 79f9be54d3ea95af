"""Front Desk Kiosk: greets, acknowledges and hears every patient at every visit."""

__version__ = "0.1.0"
