"""Every target that follow-ups can be handed over to."""

from notula.pipeline.export import github, gitlab, jira, redmine
from notula.pipeline.export.checks import EMAIL, NAME_ID, ONE_LINE, USER, check_dates, check_users, check_uuid
from notula.pipeline.export.contract import write_json, write_jsonl
from notula.pipeline.export.data_package import write_data_package
from notula.pipeline.export.delimited import write_csv
from notula.pipeline.export.docx_matrix import write_docx
from notula.pipeline.export.html_matrix import write_html
from notula.pipeline.export.icalendar_file import write_calendar
from notula.pipeline.export.interface import Exporter
from notula.pipeline.export.markdown_matrix import write_markdown
from notula.pipeline.export.parquet import write_parquet
from notula.pipeline.export.postgresql import write_postgresql
from notula.pipeline.export.sqlite_tables import write_sqlite
from notula.pipeline.export.taskwarrior import write_taskwarrior
from notula.pipeline.export.todoist import write_todoist
from notula.pipeline.export.workbook import LONGEST_CELL, write_xlsx

_GITHUB = {"title": github.TITLE, "description": github.BODY}
_JIRA = {"title": jira.TITLE, "description": jira.DESCRIPTION}
_ALL = (
    Exporter(name="json", suffix=".json", mode="snapshot", write=write_json, check=check_dates),
    Exporter(name="jsonl", suffix=".jsonl", mode="snapshot", write=write_jsonl, check=check_dates),
    Exporter(name="csv", suffix=".csv", mode="snapshot", write=write_csv, check=check_dates),
    Exporter(name="xlsx", suffix=".xlsx", mode="snapshot", write=write_xlsx, check=check_dates,
             limits={"cell": LONGEST_CELL}),
    Exporter(name="datapackage", suffix="", mode="snapshot", kind="folder", write=write_data_package,
             check=check_dates),
    Exporter(name="parquet", suffix=".parquet", mode="snapshot", write=write_parquet, check=check_dates,
             extra="parquet"),
    Exporter(name="sqlite", suffix=".sqlite", mode="upsert", kind="database", write=write_sqlite, check=check_dates),
    Exporter(name="postgresql", suffix="", mode="upsert", kind="database", write=write_postgresql, check=check_dates,
             extra="postgresql"),
    Exporter(name="icalendar", suffix=".ics", mode="upsert", write=write_calendar, check=check_dates),
    Exporter(name="taskwarrior", suffix=".json", mode="upsert", write=write_taskwarrior, check=check_uuid),
    Exporter(name="todoist", suffix=".csv", mode="create", write=write_todoist, check=check_users(NAME_ID),
             accounts="name_id"),
    Exporter(name="jira", suffix=".csv", mode="create", write=jira.write_jira, check=check_users(EMAIL, _JIRA),
             accounts="email", limits=_JIRA),
    Exporter(name="gitlab", suffix=".csv", mode="create", write=gitlab.write_gitlab, check=check_users(USER),
             accounts="user", limits={"title": gitlab.TITLE}),
    Exporter(name="github", suffix=".json", mode="create", write=github.write_github,
             check=check_users(USER, _GITHUB), accounts="user", limits=_GITHUB),
    Exporter(name="github-script", suffix=".sh", mode="upsert", by_key=True, write=github.write_github_script,
             check=check_users(USER, _GITHUB), accounts="user", limits=_GITHUB),
    Exporter(name="redmine", suffix=".csv", mode="create", write=redmine.write_redmine, check=check_users(ONE_LINE),
             accounts="login", limits={"title": redmine.TITLE}),
    Exporter(name="markdown", suffix=".md", mode="snapshot", write=write_markdown, check=check_dates),
    Exporter(name="html", suffix=".html", mode="snapshot", write=write_html, check=check_dates),
    Exporter(name="docx", suffix=".docx", mode="snapshot", write=write_docx, check=check_dates),
)  # fmt: skip
EXPORTERS: dict[str, Exporter] = {exporter.name: exporter for exporter in _ALL}
