"""The books: PDFs made from the built pages, never from Markdown a second time.

``python -m macros.paper SITE_DIR`` writes them into ``SITE_DIR/pdf/``.
"""
