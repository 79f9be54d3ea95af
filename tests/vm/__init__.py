"""A whole tablet in QEMU: Debian 12 with the package as IT would install it, tapped, frozen and cut off from power."""
