package dev.leadkit.testkit;

import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.LeadId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** That a commit returned: from then on, whatever is killed, the lead's version is stored, once. */
public record Acknowledgement(ChangesetId changeset, LeadId lead, long version) {
    /** With an end, so that half a line is not taken for one. */
    private static final Pattern LINE = Pattern.compile("stored (\\S+) as (\\S+) version (\\d+)\\.");

    /** As a line that another process prints. */
    public String line() {
        return "stored %s as %s version %d.".formatted(changeset.value(), lead.value(), version);
    }

    /** What a line says; empty for any other, half of one too. */
    public static Optional<Acknowledgement> of(String line) {
        Matcher found = LINE.matcher(line);
        return found.matches()
                ? Optional.of(new Acknowledgement(
                        new ChangesetId(UUID.fromString(found.group(1))),
                        new LeadId(UUID.fromString(found.group(2))),
                        Long.parseLong(found.group(3))))
                : Optional.empty();
    }
}
