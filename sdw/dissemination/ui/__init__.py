"""The interface: with `dashboard.py` and `pages/` the only part that knows Streamlit."""
