"""The pictures of a case on a screen: the painter of a display list, and a widget that shows one."""
