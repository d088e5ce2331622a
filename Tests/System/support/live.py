"""Hearing calls while they run: the monitor, a private sound server, simulated devices."""

import collections
import ctypes
import json
import os
import pathlib
import signal
import statistics
import struct
import subprocess
import sys
import threading
import time
import wave

from support.check import ROOT
from support.command import EXECUTABLE
from support.sound import folder

# Told to end, a check still ends what it has started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))

PLUGIN = ROOT / ".build" / "release" / "lib_SimulatedCapture.so"


class Monitor:
    """A running `interject monitor --jsonl`, each line with the time at which it came."""

    def __init__(self, *arguments, variables=None):
        self.run = subprocess.Popen(
            [EXECUTABLE, "monitor", "--jsonl", *map(str, arguments)], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env={**os.environ, **(variables or {})})
        self.lines = []
        self.begun = threading.Event()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.run.stdout:
            self.lines.append((time.monotonic(), json.loads(line)))
            self.begun.set()
        self.begun.set()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.run.kill()
        self.run.wait()

    def end(self, number=None, timeout=900):
        """Waits for the end, after a signal if one is given; the exit code and stderr."""
        if number is not None:
            self.run.send_signal(number)
        code = self.run.wait(timeout)
        self.reader.join(timeout=10)
        return code, self.run.stderr.read()

    @property
    def events(self):
        return [event for _, event in self.lines]


class SoundServer:
    """A PulseAudio of its own, with a sink called `headset`, unless others are named, and nothing else.

    The first is the default one.
    """

    def __init__(self, *sinks):
        self.sinks = sinks or ("headset",)
        place = folder()
        place.chmod(0o700)
        script = place / "default.pa"
        # Without norewinds the sink renders two seconds at once.
        script.write_text(
            f"load-module module-native-protocol-unix socket={place}/native auth-anonymous=1\n"
            + "".join(f"load-module {self.sink(name)}\n" for name in self.sinks)
            + f"set-default-sink {self.sinks[0]}\n")
        self.variables = {
            "XDG_RUNTIME_DIR": str(place), "PULSE_RUNTIME_PATH": str(place / "pulse"),
            "PULSE_SERVER": f"unix:{place}/native", "HOME": str(place),
            "XDG_CONFIG_HOME": str(place / "config"), "XDG_STATE_HOME": str(place / "state"),
            "DBUS_SESSION_BUS_ADDRESS": "",
        }
        self.environment = {**os.environ, **self.variables}
        self.command = [
            "pulseaudio", "-n", "-F", script, "--daemonize=no", "--exit-idle-time=-1",
            "--use-pid-file=no", "--disable-shm=yes", "--realtime=no", "--high-priority=no",
            "--log-target=stderr", "--log-level=error"]
        self.start()

    def start(self):
        """Starts it, anew where it was stopped."""
        self.run = subprocess.Popen(
            self.command, env=self.environment, stderr=subprocess.DEVNULL)
        for _ in range(500):
            listed = subprocess.run(
                ["pactl", "list", "short", "sources"], env=self.environment, capture_output=True,
                text=True)
            if all(f"{name}.monitor" in listed.stdout for name in self.sinks):
                return
            time.sleep(0.02)
        self.stop()
        raise RuntimeError("the private PulseAudio does not start")

    @staticmethod
    def sink(name):
        """The module that is a sink of a name."""
        return (f"module-null-sink sink_name={name} format=s16le rate=48000 channels=2 norewinds=1 "
                f"sink_properties=device.description=The-{name}")

    def control(self, *words):
        """Has the server do something; what it says."""
        return subprocess.run(
            ["pactl", *words], env=self.environment, capture_output=True, text=True,
            timeout=30).stdout

    def remove(self, sink):
        """Takes a sink away, as one that is unplugged."""
        for line in self.control("list", "short", "modules").splitlines():
            if f"sink_name={sink} " in line:
                self.control("unload-module", line.split()[0])

    def add(self, sink):
        """Puts a sink there, as one that is plugged in."""
        self.control("load-module", *self.sink(sink).split())

    def stop(self):
        self.run.kill()
        self.run.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def play(self, path):
        """Plays a WAV file to its end; the time at which its first sample sounded."""
        os.environ.update(self.variables)
        return _play(path)


class PipeWire(SoundServer):
    """A PipeWire of its own in PulseAudio's place, with sinks of some names, the first the default."""

    def __init__(self, *sinks):
        self.sinks = sinks
        place = folder()
        place.chmod(0o700)
        self.variables = {
            "XDG_RUNTIME_DIR": str(place), "PIPEWIRE_RUNTIME_DIR": str(place), "HOME": str(place),
            "PULSE_RUNTIME_PATH": str(place / "pulse"),
            "PULSE_SERVER": f"unix:{place}/pulse/native", "XDG_CONFIG_HOME": str(place / "config"),
            "XDG_STATE_HOME": str(place / "state"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={place}/bus",
        }
        self.environment = {**os.environ, **self.variables}
        self.daemons = []
        self.start()

    def start(self):
        bus = self.variables["DBUS_SESSION_BUS_ADDRESS"]
        for command, holds in (
            (["dbus-daemon", "--session", f"--address={bus}", "--nofork", "--nopidfile"],
             lambda: os.path.exists(bus.split("=")[1])),
            (["pipewire"], lambda: self.run("pw-cli", "info", "0")),
            (["wireplumber"], lambda: True),
            (["pipewire-pulse"], lambda: "PipeWire" in self.control("info")),
        ):
            self.daemons.append(subprocess.Popen(
                command, env=self.environment, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL))
            self._await(holds, command[0])
        for name in self.sinks:
            self.add(name)
        self._await(
            lambda: all(
                f"{name}.monitor" in self.control("list", "short", "sources")
                for name in self.sinks), "a sink")
        self.control("set-default-sink", self.sinks[0])
        self._await(lambda: self.sinks[0] in self.control("get-default-sink"), "the default sink")

    def _await(self, holds, what):
        for _ in range(500):
            if holds():
                return
            time.sleep(0.02)
        self.stop()
        raise RuntimeError(f"the private PipeWire does not start: {what}")

    @staticmethod
    def sink(name):
        return f"module-null-sink sink_name={name} rate=48000 channels=2"

    def run(self, *words):
        """Runs a program beside the server; whether it went well."""
        return subprocess.run(
            words, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            timeout=30).returncode == 0

    def stop(self):
        for daemon in reversed(self.daemons):
            daemon.kill()
            daemon.wait()
        self.daemons = []


class _SampleFormat(ctypes.Structure):
    _fields_ = [("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8)]


class _BufferAttributes(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32)
                for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")]


def _play(path):
    library = ctypes.CDLL("libpulse-simple.so.0")
    library.pa_simple_new.restype = ctypes.c_void_p
    library.pa_simple_get_latency.restype = ctypes.c_uint64
    for function in (library.pa_simple_get_latency, library.pa_simple_drain):
        function.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    library.pa_simple_write.argtypes = [
        ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p]
    library.pa_simple_free.argtypes = [ctypes.c_void_p]
    with wave.open(str(path)) as file:
        rate, channels = file.getframerate(), file.getnchannels()
        size = 2 * channels
        unset = 2**32 - 1
        # A second of buffer keeps a busy machine from tearing the call apart.
        attributes = _BufferAttributes(unset, rate * size, unset, unset, unset)
        stream = library.pa_simple_new(
            None, b"player", 1, b"headset", b"call",
            ctypes.byref(_SampleFormat(3, rate, channels)), None, ctypes.byref(attributes), None)
        if not stream:
            raise RuntimeError("the private PulseAudio refuses to play")
        stream = ctypes.c_void_p(stream)
        starts = []
        position = 0
        while frames := file.readframes(rate // 100):
            library.pa_simple_write(stream, frames, len(frames), None)
            position += len(frames) // size
            latency = library.pa_simple_get_latency(stream, None)
            starts.append(time.monotonic() + latency / 1e6 - position / rate)
        library.pa_simple_drain(stream, None)
        library.pa_simple_free(stream)
    return statistics.median(starts[len(starts) // 4:])


class SimulatedDevices:
    """Capture devices without hardware that play files by the clock."""

    def __init__(self, **devices):
        if not PLUGIN.exists():
            subprocess.run(
                ["swift", "build", "-c", "release", "--quiet", "--product", "_SimulatedCapture"],
                cwd=ROOT, check=True)
        self.place = folder()
        text = f'pcm_type.simulated {{ lib "{PLUGIN}" }}\n'
        for name, options in devices.items():
            (self.place / f"{name}.world").write_bytes(bytes(40))
            text += f'pcm.{name} {{ type simulated world "{self.place}/{name}.world" speed 1 '
            text += " ".join(
                f'{key} "{value}"' if isinstance(value, (str, pathlib.Path)) else f"{key} {value}"
                for key, value in options.items())
            text += " }\n"
        configuration = self.place / "asound.conf"
        configuration.write_text(text)
        self.variables = {"ALSA_CONFIG_PATH": str(configuration)}

    def start(self, name):
        """The time at which a device's first frame sounded."""
        return struct.unpack_from("q", (self.place / f"{name}.world").read_bytes(), 8)[0] / 1e9


# What is said of the input, not of the conversation, and what comes by the clock of the stream.
OTHER = {
    "session", "summary", "metrics", "warning", "device", "call_started", "call_ended",
}


def _spoken(events):
    """The times of what happened in the conversation, by kind and party."""
    times = collections.defaultdict(list)
    # A beginning that was taken back is as if it had not been.
    for event in events:
        kind = event["event"]
        if kind in OTHER or kind in ("speech_started", "speech_cancelled"):
            continue
        if kind in ("interruption_resolved", "retraction"):
            times[kind, event.get("outcome") or event.get("reason"), None].append([])
            continue
        party = event.get("party") or event.get("by") or event.get("from")
        times[kind, party, event.get("kind")].append(
            [event[name] for name in ("start", "end") if name in event])
    return times


def shift(expected, heard):
    """How much later the heard stream's speech is, or None where there is none in common."""
    starts = [
        [(event["party"], event["start"]) for event in events if event["event"] == "speech"]
        for events in (expected, heard)]
    distances = [
        later - earlier for one, earlier in starts[0] for other, later in starts[1] if one == other]
    if not distances:
        return None
    # True pairs all have nearly the same distance, others have any.
    usual = collections.Counter(round(d, 2) for d in distances).most_common(1)[0][0]
    return statistics.median(d for d in distances if abs(d - usual) < 0.03)


def differences(expected, heard, tolerance=0.05, unpaired=0.0):
    """What tells two streams of one call apart, in words, and the largest distance in time.

    Up to the given share of the events may have no counterpart: sound that was resampled
    differently may fall on the other side of a threshold.
    """
    moved = shift(expected, heard)
    if moved is None:
        return ["no speech"], None
    first, second = _spoken(expected), _spoken(heard)
    found, worst = [], 0
    for key in sorted(first.keys() | second.keys(), key=str):
        left = sorted(second[key])
        for earlier in sorted(first[key]):
            apart = [
                max((abs(other - moved - one) for one, other in zip(earlier, later)), default=0)
                for later in left]
            nearest = min(apart, default=None)
            if nearest is None or nearest > tolerance + 1e-9:
                found.append(f"{key}: expected at {earlier}, not heard")
            else:
                worst = max(worst, nearest)
                del left[apart.index(nearest)]
        found += [f"{key}: heard at {later}, not expected" for later in left]
    if len(found) <= unpaired * sum(map(len, first.values())):
        found = []
    return found, worst


def delays(lines, start, moved=0.0):
    """The seconds from the sound that decided each event to its line; sorted."""
    return sorted(
        came - (start + event["at"] - moved) for came, event in lines
        if event["event"] not in OTHER or event["event"] == "metrics")


def share(values, part):
    """The value that a part of sorted values does not exceed."""
    return values[min(len(values) - 1, int(part * len(values)))]


def milliseconds(values):
    return (f"median {1000 * share(values, 0.5):.1f} ms, 99 % {1000 * share(values, 0.99):.1f} ms, "
            f"longest {1000 * values[-1]:.1f} ms of {len(values)}")
