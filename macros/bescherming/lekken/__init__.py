"""lekken: does the built site give away a figure that the data hide?"""
