"""Kinds of sections that are treated alike."""

from notula.models.sections import SectionKind

ROSTER = (SectionKind.AGENDA, SectionKind.ATTENDEES, SectionKind.ABSENT)  # lists that stand in the header
POINTS = (SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS, SectionKind.PREVIOUS)  # lists of what is to be done
BODY = (SectionKind.DISCUSSION, *POINTS)
