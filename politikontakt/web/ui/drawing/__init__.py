"""Small drawings from values: geometry in, SVG-ready numbers out. Templates put them on the page."""
