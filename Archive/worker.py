"""A lasting `interject worker`: one call after the other, each within a time limit."""

import json
import os
import selectors
import signal
import subprocess
import time


class Worker:
    """Starts the command when there is something to do, and anew after it has died or hung.

    A call gets exactly one answer, also where the command does not give one: then it is one with
    `ok` false and the exit code 70, or 124 after the time limit.
    """

    def __init__(self, command, limit):
        self.command = list(command)
        self.limit = limit
        self.process = None
        self.rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def ask(self, request):
        """The answer to a request, as `interject schema worker` describes it."""
        try:
            if self.process is None:
                self.start()
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
            return json.loads(self.read_line(time.monotonic() + self.limit))
        except TimeoutError:
            self.stop()
            return failure(request, 124, f"no answer within {self.limit:g} s; the worker was ended")
        except (EOFError, OSError, ValueError) as error:
            ended = self.stop()
            return failure(request, 70, f"the worker ended ({ended}): {error}")

    def start(self):
        self.rest = b""
        # A process group of its own, so that a hang is ended with all that belongs to it.
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)

    def stop(self):
        """Ends the process; says how it ended."""
        process, self.process = self.process, None
        if process is None:
            return "it could not be started"
        try:
            process.stdin.close()
        except OSError:
            pass
        try:
            # One that waits for its next line ends by itself.
            process.wait(timeout=0.2 if process.poll() is None else 0)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
        process.stdout.close()
        return f"signal {-code}" if code < 0 else f"exit code {code}"

    def read_line(self, end):
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while b"\n" not in self.rest:
                left = end - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise TimeoutError
                part = os.read(self.process.stdout.fileno(), 1 << 16)
                if not part:
                    raise EOFError("it closed its output")
                self.rest += part
        line, self.rest = self.rest.split(b"\n", 1)
        return line


def failure(request, code, reason):
    return {
        "id": request.get("id"), "path": request.get("path"), "ok": False, "code": code,
        "reason": reason}
