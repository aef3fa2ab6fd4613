"""What a proposal changes on the pages: two built sites → one folder to look through."""
