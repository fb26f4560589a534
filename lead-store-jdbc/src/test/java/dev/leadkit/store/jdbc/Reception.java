package dev.leadkit.store.jdbc;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.LeadId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a listener was told a version of a lead.
 *
 * @param nanos when, on the clock that all processes of a machine share
 */
record Reception(long nanos, LeadId lead, long version) {
    /** With an end, so that half a line is not taken for one. */
    private static final Pattern LINE = Pattern.compile("received at (-?\\d+) of (\\S+) version (\\d+)\\.");

    static Reception of(LeadEvent event) {
        return new Reception(System.nanoTime(), event.lead(), event.version());
    }

    String line() {
        return "received at %d of %s version %d.".formatted(nanos, lead.value(), version);
    }

    static Optional<Reception> of(String line) {
        Matcher found = LINE.matcher(line);
        return found.matches()
                ? Optional.of(new Reception(
                        Long.parseLong(found.group(1)),
                        new LeadId(UUID.fromString(found.group(2))),
                        Long.parseLong(found.group(3))))
                : Optional.empty();
    }
}
