package dev.leadkit.lead;

/** How far a value or identity is trusted, weakest first: {@code CLAIMED < CHANNEL < VERIFIED}. */
public enum Assurance {
    /** Typed by somebody in a chat or a form. It may be anybody's. */
    CLAIMED,
    /** Given by the channel that carried the message, such as the number of a WhatsApp user. */
    CHANNEL,
    /** The host vouches for it. */
    VERIFIED
}
