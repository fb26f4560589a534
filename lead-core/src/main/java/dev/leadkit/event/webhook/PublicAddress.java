package dev.leadkit.event.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses are of the public Internet, so that a webhook can't be pointed at what stands beside the host. */
final class PublicAddress {
    /** Where IPv4 is not public, as first address and length of the prefix. */
    private enum Range {
        THIS_NETWORK(0, 0, 8),
        PRIVATE_10(10, 0, 8),
        CARRIER(100, 64, 10),
        LOOPBACK(127, 0, 8),
        LINK_LOCAL(169, 254, 16),
        PRIVATE_172(172, 16, 12),
        PROTOCOLS(192, 0, 24),
        PRIVATE_192(192, 168, 16),
        BENCHMARKS(198, 18, 15),
        MULTICAST_AND_RESERVED(224, 0, 3);

        private final int start;
        private final int mask;

        Range(int first, int second, int prefix) {
            this.start = first << 24 | second << 16;
            this.mask = -1 << (32 - prefix);
        }

        boolean has(int address) {
            return (address & mask) == start;
        }
    }

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int address = number(bytes, 0) << 16 | number(bytes, 2);
        for (Range range : Range.values()) {
            if (range.has(address)) {
                return false;
            }
        }
        return true;
    }

    /** Global unicast is 2000::/3 alone; in it, 6to4 (2002::/16) and Teredo (2001::/32) lead on to any IPv4 address. */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xE0) == 0x20;
        boolean tunnel = number(bytes, 0) == 0x2002 || number(bytes, 0) == 0x2001 && number(bytes, 2) == 0;
        return global && !tunnel;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
