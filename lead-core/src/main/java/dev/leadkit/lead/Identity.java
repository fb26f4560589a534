package dev.leadkit.lead;

import java.util.Comparator;

/**
 * One way in which a lead is known.
 *
 * <p>A {@linkplain #isExclusive exclusive} identity belongs to at most one open lead of a pipeline, which the store's
 * constraints hold: a session, a user as the channel knows him, and anything that the host verified. A typed address or number is only a claim: any number of leads may have it.
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

    /**
     * A user as a channel knows him, such as a WhatsApp number or an id of Messenger: {@code whatsapp:4790000001}. A colon in the
     * channel's name becomes {@code %3A} and a percent sign {@code %25}, so that no two users are one.
     *
     * @param user the channel's id of him; another channel may give the same id to somebody else
     */
    public static Identity channelUser(String channel, String user) {
        return new Identity(IdentityKind.CHANNEL_USER, escaped(channel) + ":" + user, Assurance.CHANNEL);
    }

    /** Without a colon, so that the first one ends the channel. */
    private static String escaped(String channel) {
        return channel.replace("%", "%25").replace(":", "%3A");
    }

    public static Identity claimed(IdentityKind kind, String value) {
        return new Identity(kind, value, Assurance.CLAIMED);
    }

    public static Identity verified(IdentityKind kind, String value) {
        return new Identity(kind, value, Assurance.VERIFIED);
    }

    /** Whether at most one open lead of a pipeline may have it. */
    public boolean isExclusive() {
        return kind == IdentityKind.SESSION
                || assurance == Assurance.VERIFIED
                || kind == IdentityKind.CHANNEL_USER && assurance == Assurance.CHANNEL;
    }

    /** The same, of which any number of leads may have one. */
    public Identity asClaim() {
        return new Identity(kind, value, Assurance.CLAIMED);
    }

    @Override
    public int compareTo(Identity other) {
        return ORDER.compare(this, other);
    }
}
