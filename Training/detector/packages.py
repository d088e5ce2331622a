"""Debian packages with recorded speech, music and sounds: fetch and unpack them without installing."""
import shutil
import subprocess
from pathlib import Path

# (package, folder inside it, what it holds); a speech folder's sub-folders count as different voices
SPEECH = [
    ("asterisk-core-sounds-en-wav", "usr/share/asterisk/sounds"),
    ("asterisk-core-sounds-es-wav", "usr/share/asterisk/sounds"),
    ("asterisk-core-sounds-fr-wav", "usr/share/asterisk/sounds"),
    ("asterisk-core-sounds-it-wav", "usr/share/asterisk/sounds"),
    ("asterisk-core-sounds-ru-wav", "usr/share/asterisk/sounds"),
    ("asterisk-prompt-es-co", "usr/share/asterisk/sounds"),
    ("asterisk-prompt-fr-armelle", "usr/share/asterisk/sounds"),
    ("asterisk-prompt-it-menardi-wav", "usr/share/asterisk/sounds"),
    ("klettres-data", "usr/share/klettres"),
    ("ktuberling-data", "usr/share/ktuberling/sounds"),
    ("tuxpaint-stamps-default", "usr/share/tuxpaint/stamps"),
    ("hedgewars-data", "usr/share/games/hedgewars/Data/Sounds/voices"),
    ("festvox-ru", "usr/share/festival/voices/russian/msu_ru_nsh_clunits/wav"),
    ("gcin-voice", "usr/share/gcin-voice/ogg"),
    ("unknown-horizons", "usr/share/unknown-horizons/content/audio/voice"),
    ("codec2-examples", "usr/share/codec2/wav"),
    ("alsa-utils", "usr/share/sounds/alsa"),
]
MUSIC = [
    ("asterisk-moh-opsound-wav", "usr/share/asterisk/moh"),
    ("wesnoth-1.16-music", "usr/share/games/wesnoth"),
    ("unknown-horizons", "usr/share/unknown-horizons/content/audio/music"),
    ("colobot-common-sounds", "usr/share/games/colobot/music"),
    ("hedgewars-data", "usr/share/games/hedgewars/Data/Music"),
]
EFFECTS = [
    ("bucklespring-data", "usr/share/buckle"),
    ("colobot-common-sounds", "usr/share/games/colobot/sounds"),
    ("unknown-horizons", "usr/share/unknown-horizons/content/audio/sounds"),
    ("tuxpaint-data", "usr/share/tuxpaint/sounds"),
]


SMOKE = ["alsa-utils", "asterisk-prompt-fr-armelle", "asterisk-moh-opsound-wav", "bucklespring-data"]  # 19 MB


def names(smoke=False):
    return SMOKE if smoke else sorted({package for package, _ in SPEECH + MUSIC + EFFECTS})


def fetch(folder, smoke=False):
    """Unpack every package below folder/PACKAGE and return {package: version}; what is complete is kept."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return {package: version_of(folder, package) for package in names(smoke)}


def version_of(folder, package):
    record = folder / f"{package}.version"
    if not record.exists():
        unpacked, part = folder / package, folder / f"{package}.part"
        for leftover in (unpacked, part, *folder.glob(f"{package}_*.deb")):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink(missing_ok=True)
        subprocess.run(["apt-get", "-o", "APT::Sandbox::User=root", "download", "-qq", package], cwd=folder, check=True)
        archive = next(folder.glob(f"{package}_*.deb"))
        version = subprocess.run(["dpkg-deb", "-f", archive, "Version"], check=True, capture_output=True, text=True).stdout
        subprocess.run(["dpkg", "-x", archive, part], check=True)
        part.rename(unpacked)
        record.write_text(version)  # the last step: with it the package is complete
        archive.unlink()
    return record.read_text().strip()
