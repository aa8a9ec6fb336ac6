"""Readers of office documents and PDF: each takes bytes and runs where a broken file does no harm."""
