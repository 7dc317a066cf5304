"""From files of minutes to results: the stages, the word lists, the commands."""
