"""Debian packages with recorded speech, music and sounds: fetch and unpack them without installing."""
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


def names():
    return sorted({package for package, _ in SPEECH + MUSIC + EFFECTS})


def fetch(folder):
    """Unpack every package below folder/PACKAGE; what is there already is kept."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for package in names():
        if (folder / package).exists():
            continue
        subprocess.run(["apt-get", "-o", "APT::Sandbox::User=root", "download", "-qq", package], cwd=folder, check=True)
        archive = next(folder.glob(f"{package}_*.deb"))
        subprocess.run(["dpkg", "-x", archive, folder / package], check=True)
        archive.unlink()
