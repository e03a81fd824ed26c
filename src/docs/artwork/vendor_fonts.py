"""Makes the WOFF files of src/main/resources/fonts from TrueType or WOFF sources.

    vendor_fonts.py whole  SOURCE.ttf TARGET.woff
    vendor_fonts.py subset SOURCE.ttf|woff TARGET.woff [TITLES.csv]

`whole` only deflates the tables (WOFF 1.0, W3C Recommendation 13 December 2012); every table keeps
its bytes. `subset` keeps the characters of GB 2312, Latin-1, general and CJK punctuation, full-width
forms, and those of TITLES.csv. Glyph ids stay as they are: the outlines of dropped glyphs become
empty and their characters leave the cmap, so that the cmap never promises an outline that is gone.
"""

import struct
import sys
import zlib

KEPT_IN_SUBSETS = ("OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca",
                   "maxp", "name", "post", "prep")


def read_tables(path):
    data = open(path, "rb").read()
    tables = {}
    if data[:4] == b"wOFF":
        for i in range(struct.unpack(">H", data[12:14])[0]):
            tag, at, packed, length, _ = struct.unpack(">4sIIII", data[44 + 20 * i:64 + 20 * i])
            body = data[at:at + packed]
            tables[tag.decode()] = zlib.decompress(body) if packed < length else body
    else:
        for i in range(struct.unpack(">H", data[4:6])[0]):
            tag, _, at, length = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
            tables[tag.decode()] = data[at:at + length]
    assert "glyf" in tables, path + ": no TrueType outlines"
    return tables


def checksum(body):
    body += b"\0" * (-len(body) % 4)
    return sum(struct.unpack(">%dI" % (len(body) // 4), body)) & 0xFFFFFFFF


def sfnt_directory(tables):
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1,
                       count * 16 - power * 16)
    at = 12 + 16 * count
    for tag in sorted(tables):
        head += struct.pack(">4sIII", tag.encode(), checksum(tables[tag]), at, len(tables[tag]))
        at += (len(tables[tag]) + 3) & ~3
    return head, at


def adjust_head(tables):
    """Recomputes head.checkSumAdjustment, which covers the whole sfnt file."""
    head = tables["head"]
    tables["head"] = head[:8] + b"\0\0\0\0" + head[12:]
    directory, _ = sfnt_directory(tables)
    total = checksum(directory) + sum(checksum(body) for body in tables.values())
    tables["head"] = head[:8] + struct.pack(">I", (0xB1B0AFBA - total) & 0xFFFFFFFF) + head[12:]


def write_woff(tables, path):
    _, sfnt_size = sfnt_directory(tables)
    directory, bodies, at = b"", b"", 44 + 20 * len(tables)
    for tag in sorted(tables):
        body = tables[tag]
        packed = zlib.compress(body, 9)
        if len(packed) >= len(body):
            packed = body
        sum_body = body if tag != "head" else body[:8] + b"\0\0\0\0" + body[12:]
        directory += struct.pack(">4sIIII", tag.encode(), at, len(packed), len(body),
                                 checksum(sum_body))
        packed += b"\0" * (-len(packed) % 4)
        bodies += packed
        at += len(packed)
    header = struct.pack(">4sIIHHIHHIIIII", b"wOFF", 0x00010000, at, len(tables), 0, sfnt_size,
                         1, 0, 0, 0, 0, 0, 0)
    open(path, "wb").write(header + directory + bodies)
    print(path, at, "bytes")


def characters(tables):
    """The best Unicode cmap as {code point: glyph id}: format 12 over format 4."""
    cmap, found = tables["cmap"], {}
    for i in range(struct.unpack(">H", cmap[2:4])[0]):
        platform, encoding, at = struct.unpack(">HHI", cmap[4 + 8 * i:12 + 8 * i])
        form = struct.unpack(">H", cmap[at:at + 2])[0]
        if platform in (0, 3) and form in (4, 12):
            found[form] = at
    if 12 in found:
        at, map_ = found[12], {}
        for i in range(struct.unpack(">I", cmap[at + 12:at + 16])[0]):
            first, last, glyph = struct.unpack(">III", cmap[at + 16 + 12 * i:at + 28 + 12 * i])
            map_.update((c, glyph + c - first) for c in range(first, last + 1))
        return {c: g for c, g in map_.items() if g}
    at, map_ = found[4], {}
    pairs = struct.unpack(">H", cmap[at + 6:at + 8])[0] // 2
    word = lambda p: struct.unpack(">H", cmap[p:p + 2])[0]
    for i in range(pairs):
        last, first = word(at + 14 + 2 * i), word(at + 16 + 2 * pairs + 2 * i)
        delta = word(at + 16 + 4 * pairs + 2 * i)
        place = at + 16 + 6 * pairs + 2 * i
        for c in range(first, min(last, 0xFFFE) + 1):
            if word(place) == 0:
                map_[c] = (c + delta) & 0xFFFF
            else:
                glyph = word(place + word(place) + 2 * (c - first))
                map_[c] = (glyph + delta) & 0xFFFF if glyph else 0
    return {c: g for c, g in map_.items() if g}


def cmap_of(map_):
    """A cmap with one format 12 subtable (for 3/10 and 0/4) and, for the BMP, one of format 4."""
    wide = groups(map_)
    twelve = struct.pack(">HHIII", 12, 0, 16 + 12 * len(wide), 0, len(wide))
    twelve += b"".join(struct.pack(">III", *g) for g in wide)
    narrow = groups({c: g for c, g in map_.items() if c < 0xFFFF}) + [(0xFFFF, 0xFFFF, 0)]
    n = len(narrow)
    power = 1 << (n.bit_length() - 1)
    four = struct.pack(">HHHHHHH", 4, 16 + 8 * n, 0, 2 * n, 2 * power, power.bit_length() - 1,
                       2 * n - 2 * power)
    four += b"".join(struct.pack(">H", last) for _, last, _ in narrow) + b"\0\0"
    four += b"".join(struct.pack(">H", first) for first, _, _ in narrow)
    four += b"".join(struct.pack(">H", (g - first) & 0xFFFF if first != 0xFFFF else 1)
                     for first, _, g in narrow)
    four += b"\0\0" * n
    assert 16 + 8 * n < 65536
    at = 4 + 8 * 4
    records = [(0, 3, at), (0, 4, at + len(four)), (3, 1, at), (3, 10, at + len(four))]
    return struct.pack(">HH", 0, 4) + b"".join(struct.pack(">HHI", *r) for r in records) \
        + four + twelve


def groups(map_):
    made = []
    for c in sorted(map_):
        if made and made[-1][1] == c - 1 and made[-1][2] + c - made[-1][0] == map_[c]:
            made[-1] = (made[-1][0], c, made[-1][2])
        else:
            made.append((c, c, map_[c]))
    return made


def wanted(titles_csv):
    kept = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100))
    kept |= set(range(0x2010, 0x2028)) | set(range(0x2030, 0x205F))
    kept |= set(range(0x3000, 0x3040)) | set(range(0xFF01, 0xFF5F))
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                kept.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    if titles_csv:
        kept |= {ord(c) for c in open(titles_csv, encoding="utf-8").read() if c >= " "}
    return kept


def subset(tables, kept):
    count = struct.unpack(">H", tables["maxp"][4:6])[0]
    long_loca = struct.unpack(">h", tables["head"][50:52])[0] == 1
    loca = struct.unpack(">%d%s" % (count + 1, "I" if long_loca else "H"), tables["loca"])
    if not long_loca:
        loca = [2 * o for o in loca]
    outline = lambda g: tables["glyf"][loca[g]:loca[g + 1]]
    map_ = {c: g for c, g in characters(tables).items() if c in kept}
    glyphs, queue = set(), [0, *map_.values()]
    while queue:
        glyph = queue.pop()
        if glyph not in glyphs:
            glyphs.add(glyph)
            queue.extend(components(outline(glyph)))
    glyf, offsets = [], [0]
    for glyph in range(count):
        body = outline(glyph) if glyph in glyphs else b""
        body += b"\0" * (-len(body) % 4)
        glyf.append(body)
        offsets.append(offsets[-1] + len(body))
    made = {tag: tables[tag] for tag in KEPT_IN_SUBSETS if tag in tables}
    made["glyf"] = b"".join(glyf)
    made["loca"] = struct.pack(">%dI" % len(offsets), *offsets)
    made["head"] = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]
    made["cmap"] = cmap_of(map_)
    made["post"] = struct.pack(">I", 0x00030000) + tables["post"][4:32]
    print(len(map_), "characters,", len(glyphs), "glyphs")
    return made


def components(outline):
    if len(outline) < 10 or struct.unpack(">h", outline[:2])[0] >= 0:
        return
    at, more = 10, True
    while more:
        flags, glyph = struct.unpack(">HH", outline[at:at + 4])
        yield glyph
        at += 4 + (4 if flags & 1 else 2)
        at += 2 if flags & 8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0
        more = flags & 0x20


if __name__ == "__main__":
    mode, source, target = sys.argv[1:4]
    tables = read_tables(source)
    if mode == "subset":
        tables = subset(tables, wanted(sys.argv[4] if len(sys.argv) > 4 else None))
        adjust_head(tables)
    write_woff(tables, target)
