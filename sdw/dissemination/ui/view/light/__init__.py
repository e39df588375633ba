"""Pages without a script of Streamlit: one figure, one region. Plain HTML to keep, to print, to frame."""
