"""The process that unpacks a cabinet: reads it on standard input, keeps its files in memory, gives their bytes on standard output.

It runs alone because the library unpacks all at once, with no limit of its own. Its memory is bounded where the system can. It ends with its
parent, while it unpacks too.

Conversation, numbers little-endian: `JOB` (limit of memory, size, number of files) and the cabinet, whose files are named
`0`, `1`, ...; the answer is `ANSWER` (1 and 0, or 0 and the size of a message), then the message. After the
first answer `GO` comes, and each
`REQUEST` (number of the file, first byte, count) is answered with exactly so many bytes, until the input ends.
"""

from __future__ import annotations

import os
import struct
import sys

from exposture.lifeline import end_unless_told, leave_interrupts

JOB = struct.Struct("<QQI")
ANSWER = struct.Struct("<BI")
REQUEST = struct.Struct("<IQI")
GO = b"\x01"


def limit_memory(at_most: int) -> None:
    """Bound the address space where the system can; a limit that is already lower stays."""
    try:
        import resource  # noqa: PLC0415  # does not exist on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = at_most if hard == resource.RLIM_INFINITY else min(at_most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def unpacked(content: bytes, count: int) -> list[bytes]:
    """Return the files of a cabinet in the order of their names.

    Raises:
        ValueError: it holds other files than it should, or the library finds a fault.
    """
    from cabarchive import CabArchive  # noqa: PLC0415  # under the limit of memory

    try:
        found = {name: file.buf or b"" for name, file in CabArchive(content).items()}
    except Exception as error:  # the library's own, zlib's, struct's, and IndexError for a header that lies
        raise ValueError(str(error) or type(error).__name__) from error
    if sorted(found) != sorted(map(str, range(count))):
        raise ValueError("it holds other files than its header says")
    return [found[str(number)] for number in range(count)]


def main() -> None:
    """Hold one conversation."""
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    memory, size, count = JOB.unpack(given.read(JOB.size))
    content = given.read(size)
    watch = end_unless_told(given)
    limit_memory(memory)
    try:
        files = unpacked(content, count)
    except (ValueError, MemoryError) as error:
        message = (str(error) or "it needs more memory than its header lets expect").encode()
        answers.write(ANSWER.pack(0, len(message)) + message)
        return
    answers.write(ANSWER.pack(1, 0))
    answers.flush()
    watch.join()
    del content
    while request := given.read(REQUEST.size):
        number, start, wanted = REQUEST.unpack(request)
        answers.write(memoryview(files[number])[start : start + wanted])
        answers.flush()


if __name__ == "__main__":
    leave_interrupts()
    main()
    sys.stdout.flush()
    os._exit(0)  # the thread of the lifeline may still wait for its pipe
