"""One municipality's copy: its folder, settings, pages, logo and colours."""
