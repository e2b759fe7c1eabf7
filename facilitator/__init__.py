"""Facilitator: lead sessions about safety at home, from script to paper."""
