"""The sheets view: saved choices of facts, the workbook each would make, and what goes into it."""
