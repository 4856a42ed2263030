"""The formats of mediaparse.export."""
