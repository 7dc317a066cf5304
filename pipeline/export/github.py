"""Follow-ups as GitHub issues: JSON for programs, or a script for ``gh``.

GitHub's issues have no due date, so it stands in the body. What the minutes say stands there in a code block, so that
no ``@name`` calls a stranger and no ``#12`` ties an issue.
"""

import json
import re
from pathlib import Path
from shlex import quote
from typing import Any

from notula.models.handover import Batch, Row
from notula.pipeline.export.checks import USER
from notula.pipeline.export.fences import fenced
from notula.pipeline.export.files import text_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.marks import id_line
from notula.pipeline.export.words import description_lines, title_of
from notula.pipeline.messages import say

TITLE = 255
BODY = 65_000  # GitHub refuses bodies of more than 65,536 characters
_KEY = re.compile(r"[1-9]\d*|https://[^\s'\"]+")  # an issue's number or address
_SCRIPT = """#!/bin/sh
# {about}
# Run it inside a clone of the repository, or with GH_REPO=owner/name, after `gh auth login`. It goes on where it
# stopped: what was made is noted in the file {done} beside it, a line each (our id, a tab, the issue's address).
set -eu
done_file="${{NOTULA_CREATED:-$0.created.tsv}}"
touch "$done_file"
create() {{
  id=$1 title=$2 body=$3
  shift 3
  if grep -q "^$id	" "$done_file"; then return 0; fi
  url=$(printf '%s' "$body" | gh issue create "--title=$title" --body-file=- "$@")
  printf '%s\\t%s\\n' "$id" "$url" >>"$done_file"
}}
edit() {{
  key=$1 title=$2 body=$3
  shift 3
  printf '%s' "$body" | gh issue edit "$key" "--title=$title" --body-file=- "$@"
}}
close() {{ gh issue close "$@"; }}
"""


def write_github(batch: Batch, target: str, options: ExportOptions) -> Report:
    """An array of new issues, with the fields of ``gh issue create`` and our id."""
    work, path, written = Work(batch, options), Path(target), 0
    with text_file(path) as file:
        file.write("[")
        for row in work.new():
            file.write(("," if written else "") + "\n" + json.dumps(_issue(row, work), ensure_ascii=False))
            written += 1
        file.write("\n]\n")
    return work.report((path,), written)


def write_github_script(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A shell script that makes new issues, edits known ones, and closes those that are withdrawn."""
    work, path, written = Work(batch, options), Path(target), 0
    about = say("export.script", work.lang)
    with text_file(path) as file:
        file.write(_SCRIPT.format(about=about, done=f"{path.name}.created.tsv"))
        for row in batch.follow_ups:
            if command := _command(row, work):
                file.write(command + "\n")
                written += 1
    return work.report((path,), written)


def _command(row: Row, work: Work) -> str:
    """The script's line for a row; empty where GitHub never heard of a row that is withdrawn."""
    if row.key and not _KEY.fullmatch(row.key):
        work.notes["bad_key"] += 1
        return ""
    if row.status == "withdrawn":
        return f"close {quote(row.key)}" if row.key else ""
    issue = _issue(row, work)
    verb, option = ("edit", "--add-assignee") if row.key else ("create", "--assignee")
    people = [f"{option}={name}" for name in issue["assignees"]]
    return " ".join([verb, *map(quote, [row.key or row.id, issue["title"], issue["body"], *people])])


def _issue(row: Row, work: Work) -> dict[str, Any]:
    users = [owner.user for owner in row.owners if owner.user]
    good = [user for user in dict.fromkeys(users) if USER.fullmatch(user)]
    if bad := sum(1 for user in users if not USER.fullmatch(user)):
        work.notes["bad_user"] += bad
    if left := sum(1 for owner in row.owners if owner.user not in good):
        work.notes["owner_left_out"] += left
    body = "\n".join([fenced(description_lines(row, work)), "", id_line(row.id)])
    return {"notula_id": row.id, "title": title_of(row, TITLE, work), "body": body, "assignees": good}
