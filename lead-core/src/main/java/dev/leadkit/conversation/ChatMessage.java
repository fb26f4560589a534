package dev.leadkit.conversation;

import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation, as the channel delivered it.
 *
 * <p>Its place is given by {@code (at, sequence, id)} and never by when it arrived. Two messages of a session with the
 * same id are the same message; the first that was stored stands.
 *
 * <pre>{@code
 * ChatMessage.from("session-42").id("m-7").channel("widget").visitor("Do you ship to Norway?").at(sentAt).build();
 * }</pre>
 *
 * @param id unique within the session, as the channel gave it
 * @param session the conversation it belongs to
 * @param channel where it was said, such as {@code widget} or {@code whatsapp}
 * @param text up to {@link Input#MAX_TEXT_BYTES}; may be empty, for a picture say
 * @param at when it was sent, cut to microseconds
 * @param sequence orders messages of the same instant; 0 when the channel counts none
 * @param attributes what else the host knows, such as {@value #REGION}; capture rules may ask for them
 * @param cleaned whether NUL or lone surrogates in the text as given were replaced by U+FFFD
 */
public record ChatMessage(
        String id,
        String session,
        String channel,
        Speaker speaker,
        String text,
        Instant at,
        long sequence,
        Map<String, String> attributes,
        boolean cleaned)
        implements Comparable<ChatMessage> {

    /** The attribute with the ISO 3166 region whose national phone formats the visitor may use. */
    public static final String REGION = "region";

    /**
     * Before {@code email}, {@code phone} or {@code externalId} the attribute with what the host vouches for of the visitor, see {@link
     * Builder#verified}.
     */
    public static final String VERIFIED = "verified:";

    /** The attribute with the {@linkplain CaptureMode#key() mode} in which the conversation is captured from this message on. */
    public static final String CAPTURE_MODE = "captureMode";

    /** Before a purpose the attribute that says whether the visitor {@code given} or {@code withdrawn} his consent to it. */
    public static final String CONSENT = "consent:";

    /** Before a purpose the attribute with the legal basis, see {@link Consent#basis()}. */
    public static final String CONSENT_BASIS = "consentBasis:";

    /** Before a purpose the attribute with the version of the text, see {@link Consent#textVersion()}. */
    public static final String CONSENT_TEXT = "consentText:";

    private static final Comparator<ChatMessage> ORDER = Comparator.comparing(ChatMessage::at)
            .thenComparingLong(ChatMessage::sequence)
            .thenComparing(ChatMessage::id);

    /** @throws InvalidInputException naming the first part that is not taken */
    public ChatMessage {
        Input.id("message.id", id);
        Input.id("message.session", session);
        Input.id("message.channel", channel);
        String given = text;
        text = Input.text("message.text", given);
        cleaned = cleaned || !text.equals(given);
        at = Input.instant("message.at", at);
        Map<String, String> clean = new TreeMap<>();
        attributes.forEach((key, value) -> clean.put(Input.id("message.attributes", key), Input.text(key, value)));
        attributes = clean.isEmpty() ? Map.of() : Collections.unmodifiableMap(clean);
        // Read once, so that nothing else is stored.
        ConsentAttributes.read(attributes);
        captureMode(attributes);
    }

    /** Begins a message of a session. */
    public static Builder from(String session) {
        return new Builder(session);
    }

    public boolean isFromVisitor() {
        return speaker == Speaker.VISITOR;
    }

    /**
     * Who the visitor is by the host's word: what {@link Builder#verified} says, sorted. Empty for a message of somebody else; an
     * attribute that says it otherwise counts for nothing.
     */
    public Set<Identity> verified() {
        return isFromVisitor() ? VerifiedAttributes.read(attributes) : Set.of();
    }

    /** What the visitor said about the use of his data, as the host's attributes have it, sorted by purpose. */
    public List<Consent> consents() {
        return ConsentAttributes.read(attributes);
    }

    /** The mode in which the conversation is captured from here on; absent when this message does not change it. */
    public @Nullable CaptureMode captureMode() {
        return captureMode(attributes);
    }

    private static @Nullable CaptureMode captureMode(Map<String, String> attributes) {
        String key = attributes.get(CAPTURE_MODE);
        return key == null ? null : CaptureMode.ofKey(key);
    }

    /** By {@code (at, sequence, id)}. */
    @Override
    public int compareTo(ChatMessage other) {
        return ORDER.compare(this, other);
    }

    /** Makes a message. Not safe to share. */
    public static final class Builder {
        private final String session;
        private @Nullable String id;
        private String channel = "widget";
        private Speaker speaker = Speaker.VISITOR;
        private String text = "";
        private @Nullable Instant at;
        private long sequence;
        private final Map<String, String> attributes = new LinkedHashMap<>();

        private Builder(String session) {
            this.session = session;
        }

        public Builder id(String messageId) {
            id = messageId;
            return this;
        }

        /** {@code widget} unless said otherwise. */
        public Builder channel(String itsChannel) {
            channel = itsChannel;
            return this;
        }

        public Builder visitor(String said) {
            return said(Speaker.VISITOR, said);
        }

        public Builder bot(String said) {
            return said(Speaker.BOT, said);
        }

        public Builder agent(String said) {
            return said(Speaker.AGENT, said);
        }

        public Builder said(Speaker who, String what) {
            speaker = who;
            text = what;
            return this;
        }

        public Builder at(Instant sentAt) {
            at = sentAt;
            return this;
        }

        public Builder sequence(long number) {
            sequence = number;
            return this;
        }

        public Builder attribute(String key, String value) {
            attributes.put(key, value);
            return this;
        }

        /**
         * What the visitor said about a use of his data, with this message: a tick in a box is a message without text. One
         * message may say it of several purposes; of one purpose a withdrawal stands, whatever else is said.
         */
        public Builder consent(Consent stated) {
            ConsentAttributes.write(stated, attributes);
            return this;
        }

        /**
         * Who the visitor is, for which the host vouches: he is logged in, say, or he followed a link that it sent to the address. By it
         * his conversation comes to the open lead that is known by the same. Never give what somebody typed, nor what a page may
         * have sent of itself: whoever makes it up gets another person's lead.
         *
         * <pre>{@code
         * ChatMessage.from("session-42").id("m-7").visitor("Hello again").at(sentAt)
         *         .verified(IdentityKind.EXTERNAL_ID, user.id())
         *         .verified(IdentityKind.EMAIL, user.confirmedAddress());
         * }</pre>
         *
         * @param kind address, number or external id; of each a message has one
         * @param value a number with its country code, such as {@code +4790000001}; the others as they are
         * @throws InvalidInputException if it is of another kind or can't be stored, or a number has no country code
         */
        public Builder verified(IdentityKind kind, String value) {
            VerifiedAttributes.write(kind, value, attributes);
            return this;
        }

        /** How much is kept of the conversation from this message on, until another one says otherwise. */
        public Builder captureMode(CaptureMode mode) {
            return attribute(CAPTURE_MODE, mode.key());
        }

        /** @throws InvalidInputException if the id or the time is missing, or a part is not taken */
        public ChatMessage build() {
            if (id == null) {
                throw new InvalidInputException("message.id", "the channel's id of the message", "none");
            }
            if (at == null) {
                throw new InvalidInputException("message.at", "the instant at which it was sent", "none");
            }
            return new ChatMessage(id, session, channel, speaker, text, at, sequence, attributes, false);
        }
    }
}
