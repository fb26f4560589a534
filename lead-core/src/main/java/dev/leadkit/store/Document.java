package dev.leadkit.store;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Input;
import java.time.Instant;

/**
 * What a tenant keeps beside its leads, at one version: a published pipeline, a saved view, whose turn it is. Holds
 * nothing of a person, since an erasure leaves it as it is.
 *
 * @param version 1 when it was written first, one higher with each writing over it
 * @param text in the format of whoever wrote it, usually JSON
 * @param at when this version was written
 * @param actor who wrote this version
 */
public record Document(DocumentKey key, long version, String text, Instant at, Actor actor) {
    public Document {
        at = Input.instant("document.at", at);
        if (version < 1) {
            throw new IllegalArgumentException("a document's version must be 1 or more, was " + version);
        }
    }
}
