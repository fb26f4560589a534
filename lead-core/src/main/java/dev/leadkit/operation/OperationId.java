package dev.leadkit.operation;

import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadId;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The id of an operation: a UUID, version 7 when LeadKit made it. */
public record OperationId(UUID value) {
    /** @throws InvalidInputException if the text is no UUID */
    public static OperationId parse(String text) {
        try {
            return new OperationId(UUID.fromString(text));
        } catch (IllegalArgumentException notAUuid) {
            throw new InvalidInputException(
                    "operation id", "a UUID", "a text of %d characters".formatted(text.length()));
        }
    }

    /**
     * The id of the unit of work in which the operation changes a lead. It is always the same, so that a store does it
     * once, however often the operation is gone on with.
     */
    public ChangesetId changeset(LeadId lead) {
        return new ChangesetId(unit(lead));
    }

    /**
     * The id of what the operation does to a lead, whatever kind of id that is. The first half is the operation's own, so
     * that a store keeps what belongs together side by side; the rest is a hash, which nobody has a reason to forge.
     */
    public UUID unit(LeadId lead) {
        ByteBuffer both = ByteBuffer.allocate(32)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .putLong(lead.value().getMostSignificantBits())
                .putLong(lead.value().getLeastSignificantBits());
        return new UUID(
                value.getMostSignificantBits(),
                UUID.nameUUIDFromBytes(both.array()).getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
