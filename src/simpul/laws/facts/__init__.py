"""What each provision says: one module for each kind of fact."""
