"""What outlets inherit: one base spider for each way into a site."""
