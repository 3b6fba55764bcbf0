"""Broken surroundings, each as the shell lines that make them around a command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import NamedTuple


class Place(NamedTuple):
    """Surroundings in which every command has to end well.

    Args:
        name: What is odd about them.
        before: Shell lines that come before the command; ``$HOME_OF_QUIZ`` is a home with games in it.
        around: A command that runs the command.
        streams: Redirections of its streams.
        options: Options of the interpreter.
        sound: Whether every command must do there what it does elsewhere.
        needs: Programs and files without which they cannot be had.
    """

    name: str
    before: str = ""
    around: str = ""
    streams: str = ""
    options: str = ""
    sound: bool = False
    needs: tuple[str, ...] = ()

    def lacking(self) -> str:
        """Say what this machine lacks to have them, or nothing."""
        missing = [one for one in self.needs if shutil.which(one) is None and not os.path.exists(one)]
        if missing:
            return f"there is no {missing[0]} here"
        if not self.around:
            return ""
        tried = subprocess.run(
            ["sh", "-c", f'{self.around.split("sh -c")[0]} "$0" -c "import qot_quiz"', sys.executable],
            capture_output=True,
            check=False,
        )
        return "" if tried.returncode == 0 else f"not allowed here: {self.around.split()[0]}"


AS_OWNER = "setpriv --bounding-set=-all --inh-caps=-all" if os.name == "posix" and os.geteuid() == 0 else ""
"""Root may do everything; without its capabilities it is bound by modes as the owner of its files is."""

OWNED = ("setpriv",) if AS_OWNER else ()

NOBODY = "setpriv --reuid=54321 --regid=54321 --clear-groups"
"""A user whom the system does not know, and who owns nothing."""

_XDG = "unset QOT_QUIZ_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_CONFIG_HOME; "
_OWN_DISK = "unshare -m sh -c '{}; exec \"$@\"' sh"
_TINY = 'mount -t tmpfs -o size=32k none "$QOT_QUIZ_HOME"'
_COPIED = (
    'cp -a "$QOT_QUIZ_HOME" ../copy && mount -t tmpfs -o size={} none "$QOT_QUIZ_HOME"'
    ' && cp -a ../copy/. "$QOT_QUIZ_HOME"'
)
_FULL = _COPIED.format("8m") + ' && ! cat /dev/zero >"$QOT_QUIZ_HOME/filled" 2>/dev/null'
_READ_ONLY = _COPIED.format("8m") + ' && mount -o remount,ro "$QOT_QUIZ_HOME"'

HOMES = (
    Place("nothing odd", sound=True),
    Place("a first run", 'rm -rf "$QOT_QUIZ_HOME"'),
    Place("no HOME", "unset HOME QOT_QUIZ_HOME; export XDG_DATA_HOME=$PWD XDG_CACHE_HOME=$PWD XDG_STATE_HOME=$PWD"),
    Place("HOME a file", _XDG + "export HOME=$PWD/answers.txt"),
    Place("HOME empty", _XDG + "export HOME="),
    Place("HOME not there", _XDG + "export HOME=$PWD/none/none"),
    Place("HOME unreadable", _XDG + "mkdir bad; chmod 0 bad; export HOME=$PWD/bad", AS_OWNER, needs=OWNED),
    Place("HOME read-only", _XDG + "mkdir bad; chmod 500 bad; export HOME=$PWD/bad", AS_OWNER, needs=OWNED),
    Place("a user without a home", _XDG + "unset HOME; cd /", NOBODY, needs=("setpriv",)),
    Place("QOT_QUIZ_HOME a file", "export QOT_QUIZ_HOME=$PWD/answers.txt"),
    Place("QOT_QUIZ_HOME below a file", "export QOT_QUIZ_HOME=$PWD/answers.txt/home"),
    Place("QOT_QUIZ_HOME relative", "export QOT_QUIZ_HOME=../home", sound=True),
    Place("QOT_QUIZ_HOME a link", 'ln -s "$QOT_QUIZ_HOME" linked; export QOT_QUIZ_HOME=$PWD/linked', sound=True),
    Place("QOT_QUIZ_HOME a link to nothing", "ln -s /none/none gone; export QOT_QUIZ_HOME=$PWD/gone"),
    Place("QOT_QUIZ_HOME a device", "export QOT_QUIZ_HOME=/dev/null"),
    Place("QOT_QUIZ_HOME of an endless name", "export QOT_QUIZ_HOME=/tmp/$(printf '%5000s' | tr ' ' x)"),
    Place(
        "QOT_QUIZ_HOME of odd bytes",
        "mv ../home \"$(printf '../\\377\\033[2J\\n')x\"; export QOT_QUIZ_HOME=\"$(printf '../\\377\\033[2J\\n')x\"",
        sound=True,
    ),
    Place("QOT_QUIZ_HOME unreadable", 'chmod 0 "$QOT_QUIZ_HOME"', AS_OWNER, needs=OWNED),
    Place("QOT_QUIZ_HOME read-only", 'chmod -R a-w "$QOT_QUIZ_HOME"', AS_OWNER, needs=OWNED),
    Place("a folder of its home read-only", 'chmod 500 "$QOT_QUIZ_HOME"', AS_OWNER, needs=OWNED),
    Place("its games unreadable", 'chmod 0 "$QOT_QUIZ_HOME"/games.db', AS_OWNER, needs=OWNED),
    Place("its cache read-only", 'chmod -R a-w "$QOT_QUIZ_HOME"/cache', AS_OWNER, needs=OWNED),
    Place("the current folder read-only", "chmod 500 .", AS_OWNER, needs=OWNED),
    Place("games.db a folder", 'rm "$QOT_QUIZ_HOME"/games.db; mkdir "$QOT_QUIZ_HOME"/games.db'),
    Place("games.db no database", 'head -c 5000 /dev/zero | tr "\\0" x >"$QOT_QUIZ_HOME"/games.db'),
    Place("games.db a pipe", 'rm "$QOT_QUIZ_HOME"/games.db; mkfifo "$QOT_QUIZ_HOME"/games.db'),
    Place(
        "every folder of its home a file",
        'cd "$QOT_QUIZ_HOME" && rm -r cache packs backups && touch cache packs backups log; cd "$OLDPWD"',
    ),
    Place("the current folder gone", "cd ..; mkdir gone; cd gone; rmdir ../gone"),
)

DISKS = (
    Place("a disk of 32 KiB", "", _OWN_DISK.format(_TINY), needs=("unshare", "mount")),
    Place("a full disk", "", _OWN_DISK.format(_FULL), needs=("unshare", "mount")),
    Place("a read-only disk", "", _OWN_DISK.format(_READ_ONLY), needs=("unshare", "mount")),
    Place("files of 32 KiB at most, a first run", 'rm -rf "$QOT_QUIZ_HOME"; ulimit -f 64'),
    Place("files of 32 KiB at most", "ulimit -f 64"),
    Place("files of nothing", "ulimit -f 0"),
)

STREAMS = (
    Place("a full standard output", streams=">/dev/full", needs=("/dev/full",)),
    Place("a full standard error", streams="2>/dev/full", needs=("/dev/full",)),
    Place("full streams", streams=">/dev/full 2>&1", needs=("/dev/full",)),
    Place("closed standard input", streams="<&-"),
    Place("closed standard output", streams=">&-"),
    Place("closed standard error", streams="2>&-"),
    Place("closed streams", streams="<&- >&- 2>&-"),
    Place("standard output that is read", streams="1</dev/null"),
    Place("standard input that is written", streams="0>/dev/null"),
    Place("empty standard input", streams="</dev/null"),
    Place(
        "odd bytes on standard input",
        "printf '\\377\\000\\033[2J\\n\\355\\240\\200\\n' >odd; cp odd answers.txt",
        streams="<odd",
    ),
    Place("a cut pipe", streams=">&3", before="mkfifo cut; sleep 9 <cut & exec 3>cut; kill $!; wait $! 2>/dev/null"),
    Place(
        "a cut pipe for errors",
        streams="2>&3",
        before="mkfifo cut; sleep 9 <cut & exec 3>cut; kill $!; wait $! 2>/dev/null",
    ),
)

LIMITS = tuple(Place(f"{count} descriptors", f"ulimit -n {count}") for count in (8, 9, 10, 11, 12, 16))

WORDS = tuple(
    Place(said, f"export {said}", sound=True)
    for said in (
        "LC_ALL=C",
        "LC_ALL=POSIX",
        "LC_ALL=tr_TR.UTF-8",
        "LC_ALL=xx",
        "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0",
        "PYTHONIOENCODING=ascii",
        "PYTHONIOENCODING=ascii:strict",
        "PYTHONIOENCODING=latin-1",
        "TERM=dumb",
        "TERM=",
        "TERM=no-such-terminal",
        "COLUMNS=0 LINES=0",
        "COLUMNS=-5 LINES=-1",
        "COLUMNS=1",
        "COLUMNS=99999999999999999999 LINES=99999999999999999999",
        "COLUMNS=wide LINES=high",
        "FORCE_COLOR=1 TTY_COMPATIBLE=1 TTY_INTERACTIVE=1",
        "NO_COLOR=",
        "TZ=Nowhere/Nothing",
        "TZ=",
        "TZ=:/etc/passwd",
        "TZ=XXX+24:59:59YYY,J1,J2",
        "SOURCE_DATE_EPOCH=never",
        "PYTHONWARNINGS=error",
        "PYTHONDEVMODE=1",
        "PYTHONDEVMODE=1 PYTHONWARNINGS=error",
        "PYTHONUNBUFFERED=1",
        "PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1",
        "PYTHONMALLOC=debug",
    )
)

_FAKED = "env FAKETIME_DONT_FAKE_MONOTONIC=1 faketime -f '@{}'"

CLOCKS = tuple(
    Place(f"a clock at {moment}", f"export TZ={zone}", _FAKED.format(moment), sound=True, needs=("faketime",))
    for moment, zone in (
        ("1970-01-01 00:00:30", "UTC"),
        ("2028-02-29 23:59:58", "Pacific/Apia"),
        ("2038-01-19 03:14:06", "UTC"),
        ("2100-02-28 12:00:00", "Pacific/Kiritimati"),
        ("2026-03-08 01:59:58", "America/New_York"),
    )
)
"""Clocks that are far behind or ahead, or about to change; with games of today in the home."""

REST = (
    Place("TERM unset", "unset TERM", sound=True),
    Place("umask 0", "umask 0", sound=True),
    Place("umask 0777", "umask 0777", AS_OWNER, needs=OWNED),
    Place("umask 0777, a first run", 'rm -rf "$QOT_QUIZ_HOME"; umask 0777', AS_OWNER, needs=OWNED),
    Place("python -O", options="-O", sound=True),
    Place("python -OO", options="-OO", sound=True),
    Place("python -X dev -W error", options="-X dev -W error", sound=True),
    Place("python -bb -s -B -u", options="-bb -s -B -u", sound=True),
    Place("python -X int_max_str_digits=640", options="-X int_max_str_digits=640", sound=True),
    Place(
        "nothing but a home",
        'for name in $(env | sed "s/=.*//"); do case $name in QOT_QUIZ_HOME|PYTHONPATH) ;; *) unset $name;; esac; done',
        sound=True,
    ),
)

PLACES = (*HOMES, *DISKS, *STREAMS, *LIMITS, *WORDS, *CLOCKS, *REST)
"""Every surroundings."""
