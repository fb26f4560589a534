package dev.leadkit.csv;

import dev.leadkit.lead.LeadId;
import dev.leadkit.store.IdentityKey;
import java.util.OptionalLong;

/**
 * Which keys came in which line of a table: the only thing, beside a digest a line, that grows with the table, by some 40
 * bytes a key. Of a key its hash is kept, 64 bits of an HMAC; that two of ten million keys have the same has a chance of
 * three in a million, and would refuse a line wrongly. Not safe to share.
 */
final class SeenKeys {
    private long[] hashes = new long[1 << 10];
    private long[] lines = new long[1 << 10];
    private int size;

    /** The line in which a key came first; empty when it has not come. */
    OptionalLong line(IdentityKey key) {
        return line(hash(key));
    }

    OptionalLong line(LeadId lead) {
        return line(hash(lead));
    }

    /** Remembers a key, unless it is known from an earlier line. */
    void add(IdentityKey key, long line) {
        add(hash(key), line);
    }

    void add(LeadId lead, long line) {
        add(hash(lead), line);
    }

    private OptionalLong line(long hash) {
        long line = lines[place(hash)];
        return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
    }

    private void add(long hash, long line) {
        int place = place(hash);
        if (lines[place] == 0) {
            hashes[place] = hash;
            lines[place] = line;
            size++;
            if (size > hashes.length / 4 * 3) {
                grow();
            }
        }
    }

    /** Where the hash is, or would be. */
    private int place(long hash) {
        int place = (int) hash & hashes.length - 1;
        while (lines[place] != 0 && hashes[place] != hash) {
            place = place + 1 & hashes.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldLines = lines;
        hashes = new long[oldHashes.length * 2];
        lines = new long[oldLines.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldLines[i] != 0) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                lines[place] = oldLines[i];
            }
        }
    }

    private static long hash(IdentityKey key) {
        return Long.parseUnsignedLong(key.hex(), 0, 16, 16);
    }

    private static long hash(LeadId lead) {
        return mixed(mixed(lead.value().getMostSignificantBits()) + lead.value().getLeastSignificantBits());
    }

    /** The last step of SplitMix64 (Steele, Lea and Flood 2014), by which each bit depends on every bit. */
    private static long mixed(long bits) {
        long first = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ first >>> 27) * 0x94D049BB133111EBL;
        return second ^ second >>> 31;
    }
}
