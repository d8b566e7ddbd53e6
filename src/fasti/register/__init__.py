"""What holds on a day: computed from the effects of acts, rebuilt from them at any time."""
