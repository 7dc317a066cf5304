"""``notula train``: a model fitted on annotated minutes: confidences, and which sentences are follow-ups."""

import argparse
from functools import partial

from notula.pipeline.commands.console import print_text
from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.errors import OutputError, UsageError, why
from notula.pipeline.messages import Lang, say


def arrange(parser: Parser) -> None:
    """What to learn from and where the model goes."""
    lang = parser.lang
    add = parser.options.add_argument
    pair = partial(add, metavar=("GOLD", "OUT"), nargs=2, action="append", default=[], type=path_argument)
    pair("--annotated", help=say("train.annotated", lang))
    pair("--unseen", help=say("train.unseen", lang))
    documents = partial(add, metavar=("DOCUMENTS", "GOLD"), nargs=2, action="append", default=[], type=path_argument)
    documents("--documents", help=say("train.documents", lang))
    add("--rows", metavar="FILE", action="append", default=[], type=path_argument, help=say("train.rows", lang))
    add("--save-rows", metavar="FILE", type=path_argument, help=say("train.save_rows", lang))
    add("-o", "--output", metavar="FILE", type=path_argument, help=say("train.output", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print what the model is worth on documents left out, and write it; 0."""
    from notula.pipeline.confidence.model import load_model, model_text
    from notula.pipeline.evaluate import evaluate
    from notula.pipeline.evaluate.calibration import load_results, read_rows, rows_of, write_rows
    from notula.pipeline.evaluate.fitting import fit
    from notula.pipeline.evaluate.sentences import fit_sentences, learnable, sentences_of
    from notula.pipeline.evaluate.trials import sentences_table, trials_table

    rows = [row for path in options.rows for row in read_rows(path)]
    for pairs, unseen in ((options.annotated, False), (options.unseen, True)):
        for gold, out in pairs:
            rows += rows_of(evaluate(gold, out), load_results(out), unseen=unseen)
    sentences = [each for documents, gold in options.documents for each in sentences_of(documents, gold)]
    if not rows and not sentences:
        raise UsageError("usage.nothing_to_learn")
    try:
        if options.save_rows:
            write_rows(rows, options.save_rows)
        tables = [trials_table(rows, lang)] if rows else []
        tables += [sentences_table(sentences, lang)] if sentences else []
        print_text("\n\n".join(tables) + "\n")
        if options.output:
            model = fit(rows) if rows else load_model()
            learnt = {"commits": load_model().commits, "decides": load_model().decides}
            if sentences:
                learnt["commits"] = fit_sentences([each for each in sentences if not each.decided])
            if learnable(decisions := [each for each in sentences if each.decided]):
                learnt["decides"] = fit_sentences(decisions)
            options.output.write_text(model_text(model.model_copy(update=learnt)), "utf-8")
    except OSError as trouble:
        path = trouble.filename or options.output or options.save_rows
        raise OutputError("output.write", path=str(path), reason=why(trouble)) from trouble
    return 0
