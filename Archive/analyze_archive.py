#!/usr/bin/env python3
"""Analyzes an archive of calls on Spark: a table of calls in, Parquet by day out.

Each task keeps one `interject worker`. A call that crashes it or takes too long is one row that says
so. What the output has already is not asked again, so that the same command goes on where a run was
broken off. README.md says how to run it on a cluster.
"""

import argparse
import json
import os

from pyspark.sql import SparkSession, functions as f

SCHEMA = (
    "id string, path string, day string, ok boolean, code int, reason string, settings string, "
    "version string, reliable boolean, duration double, session string, summary string")
# What the worker is told of a call; other columns are carried through in the session's labels.
COLUMNS = (
    "path", "customer_path", "customer_start", "agent_channel", "customer_channel", "call", "agent",
    "started", "segments")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("manifest", help="CSV with a header, or Parquet: path, and what analyze's --manifest knows")
    parser.add_argument("output", help="folder of Parquet, partitioned by day; added to")
    parser.add_argument("--root", default="", help="folder that relative paths begin in")
    parser.add_argument("--interject", default="interject", help="the command on the executors")
    parser.add_argument("--argument", action="append", default=[], help="an option for interject worker; repeat it")
    parser.add_argument("--limit", type=float, default=300, help="seconds that a call may take (300)")
    parser.add_argument("--task-hours", type=float, default=100, help="hours of audio per task (100)")
    parser.add_argument("--byte-rate", type=int, default=32_000, help="bytes of a recording's second (32000)")
    parser.add_argument("--chunk", type=int, default=1_000_000, help="calls per job; a job that fails is lost (1000000)")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("interject").getOrCreate()
    spark.sparkContext.addPyFile(os.path.join(os.path.dirname(os.path.abspath(__file__)), "worker.py"))
    calls = left_to_do(spark, read_manifest(spark, arguments), arguments.output).cache()
    total = calls.count()
    print(f"{total} calls to analyze", flush=True)
    for first in range(0, total, arguments.chunk):
        part = calls.orderBy("id").offset(first).limit(arguments.chunk) if total > arguments.chunk else calls
        rows = analyzed(part, arguments)
        rows.write.mode("append").partitionBy("day").parquet(arguments.output)
    spark.stop()


def read_manifest(spark, arguments):
    """The calls by their ids: what `call` says, or else the path."""
    if arguments.manifest.endswith(".csv"):
        calls = spark.read.csv(arguments.manifest, header=True, escape='"', multiLine=True)
    else:
        calls = spark.read.parquet(arguments.manifest)
    if "path" not in calls.columns:
        raise SystemExit(f"{arguments.manifest}: there is no column path")
    if arguments.root:
        for name in {"path", "customer_path", "segments"} & set(calls.columns):
            calls = calls.withColumn(
                name, f.when(f.col(name).startswith("/"), f.col(name))
                .when(f.col(name).isNotNull(), f.concat(f.lit(arguments.root.rstrip("/") + "/"), name)))
    identity = f.coalesce("call", "path") if "call" in calls.columns else f.col("path")
    size = f.col("size").cast("long") if "size" in calls.columns else f.lit(None).cast("long")
    calls = calls.withColumn("id", identity).withColumn("size", f.coalesce(size, f.lit(1_000_000)))
    return calls.dropDuplicates(["id"])


def left_to_do(spark, calls, output):
    """The calls of which the output has no row."""
    try:
        done = spark.read.parquet(output).select("id")
    except Exception as error:  # of which only "there is nothing yet" is no reason to end
        if "PATH_NOT_FOUND" not in str(error) and "UNABLE_TO_INFER_SCHEMA" not in str(error):
            raise
        return calls
    return calls.join(done, "id", "left_anti")


def analyzed(calls, arguments):
    """A row for each call, from tasks of like size: the longest calls are dealt out first."""
    volume = calls.agg(f.sum("size"), f.count("*")).first()
    per_task = arguments.task_hours * 3600 * arguments.byte_rate
    tasks = max(
        calls.sparkSession.sparkContext.defaultParallelism, round((volume[0] or 0) / per_task))
    tasks = max(1, min(tasks, volume[1]))
    columns = calls.columns
    ranked = calls.orderBy(f.desc("size"), "id").rdd.zipWithIndex().map(
        lambda pair: (*pair[0], snake(pair[1], tasks)))
    schema = calls.schema.add("task", "integer")
    dealt = calls.sparkSession.createDataFrame(ranked, schema).repartitionById(tasks, f.col("task"))
    extra = [name for name in columns if name not in (*COLUMNS, "id", "size")]
    command = [arguments.interject, "worker", *arguments.argument]
    limit = arguments.limit

    def analyze(frames):
        import pandas
        from worker import Worker

        with Worker(command, limit) as worker:
            for frame in frames:
                answers = []
                for call in frame.to_dict("records"):
                    request = {
                        name: str(call[name]) for name in ("id", *COLUMNS, *extra)
                        if name in call and call[name] is not None and call[name] == call[name]}
                    if "customer_start" in request:
                        request["customer_start"] = float(request["customer_start"])
                    answers.append(row(request, worker.ask(request)))
                yield pandas.DataFrame(answers, columns=[part.split()[0] for part in SCHEMA.split(", ")])

    return dealt.sortWithinPartitions(f.desc("size"), "id").mapInPandas(analyze, SCHEMA)


def snake(rank, tasks):
    """The task of a rank: forth and back, so that none always gets the longer of two."""
    turn, place = divmod(rank, tasks)
    return place if turn % 2 == 0 else tasks - 1 - place


def row(request, answer):
    """An answer as a row; what a call that failed has not is null."""
    session, summary = answer.get("session"), answer.get("summary")
    started = (session or {}).get("started") or request.get("started") or ""
    return {
        "id": request["id"], "path": request.get("path"), "day": started[:10] or "undated",
        "ok": answer["ok"], "code": answer.get("code", 0), "reason": answer.get("reason"),
        "settings": answer.get("settings"), "version": answer.get("version"),
        "reliable": (summary or {}).get("reliable"), "duration": (summary or {}).get("duration"),
        "session": json.dumps(session) if session else None,
        "summary": json.dumps(summary) if summary else None,
    }


if __name__ == "__main__":
    main()
