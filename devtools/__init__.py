"""What `dev.py` is made of. Standard library only: it runs before anything is installed, and is never shipped.

Written for Linux, macOS and Windows. Tried on Debian 12 (as root, as a user, in a bare system) with Python 3.11, 3.12
and 3.13; macOS, Windows and other Linux distributions have not been tried.
"""
