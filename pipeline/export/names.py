"""The names of the targets, for the command line's help; nothing else is imported for them."""

TARGETS = (
    "json", "jsonl", "csv", "xlsx", "datapackage", "parquet", "sqlite", "postgresql", "icalendar", "taskwarrior",
    "todoist", "jira", "gitlab", "github", "github-script", "redmine", "markdown", "html", "docx",
)  # fmt: skip
