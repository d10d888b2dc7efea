"""rules: what must hold between records. One function is one rule; it registers itself.

A rule gets the whole ``Regio`` and yields findings; the loader gives them their place in the file.
"""

from macros.rules.registry import Finding, findings

__all__ = ["Finding", "findings"]
