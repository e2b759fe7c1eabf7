"""What `dev.py` is made of; never shipped. Standard library only, as it runs before anything is installed
(`catalogue` apart, which runs in the environment).

Written for Linux, macOS and Windows. Tried on Debian 12 (as root, as a user, in a bare system) with Python 3.11, 3.12
and 3.13; macOS, Windows and other Linux distributions have not been tried.
"""
