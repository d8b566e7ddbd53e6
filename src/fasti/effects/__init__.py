"""What acts change: one file per kind of effect, the fold into spans, the only writers of the register."""
