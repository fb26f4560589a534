package dev.leadkit.lead;

import java.util.Comparator;

/**
 * One way in which a lead is known.
 *
 * <p>A {@linkplain #isExclusive exclusive} identity belongs to at most one open lead of a pipeline, which the store's
 * constraints hold. A typed address or number is only a claim: any number of leads may have it.
 *
 * @param value the canonical form: an address in lower case, a number in E.164, an id as it is
 */
public record Identity(IdentityKind kind, String value, Assurance assurance) implements Comparable<Identity> {
    private static final Comparator<Identity> ORDER =
            Comparator.comparing(Identity::kind).thenComparing(Identity::value).thenComparing(Identity::assurance);

    /** @throws InvalidInputException if the value is no id, see {@link Input#id} */
    public Identity {
        Input.id("identity", value);
    }

    public static Identity session(String session) {
        return new Identity(IdentityKind.SESSION, session, Assurance.CHANNEL);
    }

    public static Identity claimed(IdentityKind kind, String value) {
        return new Identity(kind, value, Assurance.CLAIMED);
    }

    public static Identity verified(IdentityKind kind, String value) {
        return new Identity(kind, value, Assurance.VERIFIED);
    }

    /** Whether at most one open lead of a pipeline may have it: a session, or anything the host verified. */
    public boolean isExclusive() {
        return kind == IdentityKind.SESSION || assurance == Assurance.VERIFIED;
    }

    @Override
    public int compareTo(Identity other) {
        return ORDER.compare(this, other);
    }
}
