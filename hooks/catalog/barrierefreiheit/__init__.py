"""How accessible the product is, as far as anybody looked: every criterion, the result, the known barriers."""
