"""The page in the browser: a folder of drafts goes in, a small server of this machine alone answers the page's calls."""
