package dev.leadkit.store;

/** What endpoints have not got yet: of each changeset that names endpoints, an entry for each of them and each lead. */
public interface Outbox {}
