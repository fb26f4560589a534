package dev.leadkit.lead;

/** A few characters that tell one nameless visitor from another: always the same of one lead, and no word of any kind. */
final class VisitorCode {
    /** No vowels, so that no words come about, and nothing that looks like something else. */
    private static final String SYMBOLS = "23456789bcdfghjkmnpqrstvwxyz";

    private static final int LENGTH = 5;

    private VisitorCode() {}

    static String of(LeadId id) {
        long rest = mixed(id.value().getMostSignificantBits() ^ mixed(id.value().getLeastSignificantBits()));
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SYMBOLS.charAt((int) Long.remainderUnsigned(rest, SYMBOLS.length())));
            rest = Long.divideUnsigned(rest, SYMBOLS.length());
        }
        return code.toString();
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), since ids made one after another differ in few bits. */
    private static long mixed(long bits) {
        long z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
