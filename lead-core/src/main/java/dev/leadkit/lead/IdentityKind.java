package dev.leadkit.lead;

/** By what a visitor is known. */
public enum IdentityKind {
    SESSION,
    EMAIL,
    PHONE,
    CHANNEL_USER,
    EXTERNAL_ID
}
