"""Writers of files for Word and LibreOffice, shared by all tools."""
