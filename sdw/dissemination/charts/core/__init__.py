"""What all drawings share: colours, type, axes, the shapes of the regions."""
