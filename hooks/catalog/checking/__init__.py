"""Rules for what was written, and what each mistake is called in German."""
