package dev.leadkit.capture.adapter;

/**
 * Reads what one channel posts to a webhook.
 *
 * <p>Implementations are pure, may be called from several threads at once, and never throw for any body: what is no
 * message is counted, a post with nothing in it as {@code unknown}. Check the post's {@link PostSignature} first; no adapter
 * does.
 *
 * <pre>{@code
 * for (ChatMessage message : new WhatsAppAdapter().read(body).messages()) {
 *     capture.tenant("acme").onMessage(message);
 * }
 * }</pre>
 */
public interface ChannelAdapter {
    /** The attribute with the channel's id of the visitor, which stays the same in all his conversations. */
    String USER = "channelUser";

    /** The attribute with another id by which the channel knows the same visitor, such as his number beside a newer id. */
    String OTHER_USER = "channelOtherUser";

    /** The attribute with the visitor's name as the channel knows it. */
    String NAME = "channelName";

    /** The attribute with the visitor's number as the channel knows it. */
    String PHONE = "channelPhone";

    /** The attribute with the visitor's address as the channel knows it. */
    String EMAIL = "channelEmail";

    /**
     * The attribute with what brought the visitor here, where Meta's channels tell: the id of an ad or a post, or the reference in a
     * link. A rule asks for it by {@code {"attribute": {"name": "channelReferral"}}}.
     */
    String REFERRAL = "channelReferral";

    /**
     * The attribute of a message that is an order, which has a cart and maybe no words: the id of the catalog, or {@code order}
     * where the post has none. A rule asks for it by {@code {"attribute": {"name": "channelOrder"}}}.
     */
    String ORDER = "channelOrder";

    /** The messages of a post, each once, in the order of the post. */
    InboundPost read(String body);
}
