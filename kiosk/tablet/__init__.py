"""The patients' screen: QML shows state and calls slots, Python decides."""
