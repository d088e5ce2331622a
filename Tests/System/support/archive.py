"""What the check `archive` does, with the Python that has PySpark."""

import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, "Tests/System")
sys.argv[0] = "archive"
from support.check import ROOT, Check
from support.sound import call, folder, wav

INPUTS = 40

# Passes its lines on to the worker; some names make it crash, hang, or kill its executor once.
WRAPPER = """#!{python}
import json, os, signal, subprocess, sys, time
worker = subprocess.Popen([{interject!r}, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
with open({log!r}, "a") as log:
    for line in sys.stdin.buffer:
        path = json.loads(line)["path"]
        print(path, file=log, flush=True)
        if "crash" in path:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "hang" in path:
            time.sleep(1000)
        if "executor" in path and not os.path.exists({mark!r}):
            open({mark!r}, "w").close()
            process = os.getppid()
            while process > 1:
                with open(f"/proc/{{process}}/cmdline", "rb") as file:
                    if b"CoarseGrainedExecutorBackend" in file.read():
                        os.kill(process, signal.SIGKILL)
                        break
                with open(f"/proc/{{process}}/stat") as file:
                    process = int(file.read().rsplit(")", 1)[1].split()[1])
        worker.stdin.write(line)
        sys.stdout.buffer.write(worker.stdout.readline())
        sys.stdout.buffer.flush()
"""

check = Check()
place = folder()
rate, agent, customer = call(2)
calls = place / "calls"
calls.mkdir()
special = {7: "crash", 15: "hang", 22: "bad", 30: "executor"}
with open(place / "calls.csv", "w", newline="") as file:
    table = csv.writer(file)
    table.writerow(["path", "call", "agent", "started", "size", "queue"])
    for number in range(INPUTS):
        kind = special.get(number, "call")
        path = calls / f"{kind}-{number}.wav"
        path.write_bytes(b"Dear customer, " if kind == "bad" else wav(rate, agent, customer))
        table.writerow([path.name, f"c{number}", "Ada", f"2026-11-0{1 + number % 3}T09:00:00Z", path.stat().st_size, "q"])
wrapper = place / "worker"
log = place / "asked"
wrapper.write_text(WRAPPER.format(
    python=sys.executable, interject=os.environ["INTERJECT"], log=str(log), mark=str(place / "killed")))
wrapper.chmod(0o755)


def run():
    """Runs the job; the paths that workers were asked for."""
    log.write_text("")
    job = subprocess.run(
        [pathlib.Path(sys.executable).parent / "spark-submit", "--master", "local-cluster[2,1,1024]",
         "--conf", "spark.ui.enabled=false", "--conf", "spark.sql.shuffle.partitions=2",
         "--conf", "spark.executor.memory=600m", "--conf", "spark.log.level=ERROR",
         ROOT / "Archive" / "analyze_archive.py", place / "calls.csv", place / "out", "--root", calls,
         "--interject", wrapper, "--limit", "3", "--task-hours", "0.0012"],
        env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_DIRS": str(place)},
        cwd=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=400)
    check.that(job.returncode == 0, "the job ends well", job.stdout[-2000:])
    return log.read_text().split()


def rows():
    import pyarrow.dataset

    return pyarrow.dataset.dataset(place / "out", partitioning="hive").to_table().to_pylist()


asked = run()
found = {row["id"]: row for row in rows()}
check.that(len(rows()) == len(found) == INPUTS, "rows = inputs, all distinct", (len(rows()), len(found)))
codes = {number: found[f"c{number}"]["code"] for number in special}
check.that(codes == {7: 70, 15: 124, 22: 65, 30: 0}, "a crash, a hang and a bad file are a row each", codes)
check.that((place / "killed").exists(), "an executor was killed")
check.that(
    sum(row["ok"] for row in found.values()) == INPUTS - 3
    and all(json.loads(row["summary"])["listened"] == 2 for row in found.values() if row["ok"]),
    "all others are analyzed")
check.that({str(row["day"])[:10] for row in found.values()} == {f"2026-11-0{day}" for day in (1, 2, 3)}, "by day")
asked = run()
check.that(asked == [] and len(rows()) == INPUTS, "a second run asks none", asked)
check.end(f"{INPUTS} calls, {check.cases} cases")
