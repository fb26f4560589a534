package dev.leadkit.board;

import dev.leadkit.lead.LeadId;

/** Where a card is put in its column. Cards that a filter hides count as well. */
public sealed interface Place {
    /** Above all others. Cards that are new afterwards come above it. */
    static Place first() {
        return new First();
    }

    /** Right below another card of the same column. */
    static Place after(LeadId card) {
        return new After(card);
    }

    /** Below all others. */
    static Place last() {
        return new Last();
    }

    /** Above all others. */
    record First() implements Place {}

    /** Right below another card. */
    record After(LeadId card) implements Place {}

    /** Below all others. */
    record Last() implements Place {}
}
