package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Score;
import dev.leadkit.move.StaleStatus;
import dev.leadkit.pipeline.Pipeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a card of the board or a line of the list.
 *
 * @param company absent when it is not known
 * @param contact an address or a number; absent when there is none, and when the name says it already
 * @param moreTags how many tags are left out of {@code tags}
 * @param score absent when the lead has none
 * @param staleSince when it became stale; absent while it is not
 * @param changeset what brought it here; empty unless it was moved just now
 */
record CardView(
        String id,
        long version,
        String stage,
        String rank,
        String name,
        @Nullable String company,
        @Nullable String contact,
        String source,
        List<String> tags,
        int moreTags,
        @Nullable Integer score,
        @Nullable String band,
        @Nullable String amount,
        @Nullable String assignee,
        boolean closed,
        Instant createdAt,
        Instant lastActivityAt,
        @Nullable Instant staleSince,
        String changeset) {
    private static final int TAGS = 3;

    static CardView of(Lead lead, Pipeline pipeline, Instant now) {
        List<String> tags = List.copyOf(lead.tags());
        Score score = lead.score();
        return new CardView(
                lead.id().toString(),
                lead.version(),
                lead.stage(),
                lead.rank(),
                lead.displayName(),
                value(lead.contact().company()),
                contact(lead),
                Words.ofKey(lead.source().key()),
                tags.subList(0, Math.min(TAGS, tags.size())),
                Math.max(0, tags.size() - TAGS),
                score == null ? null : score.value(),
                score == null ? null : score.band(),
                lead.expectedAmount() == null
                        ? null
                        : Words.money(lead.expectedAmount().value()),
                lead.assignee(),
                lead.closed(),
                lead.createdAt(),
                lead.lastActivityAt(),
                StaleStatus.of(lead, pipeline, now).since(),
                "");
    }

    CardView withChangeset(String its) {
        return new CardView(
                id,
                version,
                stage,
                rank,
                name,
                company,
                contact,
                source,
                tags,
                moreTags,
                score,
                band,
                amount,
                assignee,
                closed,
                createdAt,
                lastActivityAt,
                staleSince,
                its);
    }

    /** The band as a word, such as {@code Hot}. */
    @Nullable
    public String bandWord() {
        return band == null ? null : Words.ofKey(band);
    }

    private static @Nullable String contact(Lead lead) {
        String name = lead.displayName();
        String email = lead.contact().emails().isEmpty()
                ? null
                : lead.contact().emails().get(0).value();
        String phone = lead.contact().phones().isEmpty()
                ? null
                : lead.contact().phones().get(0).value().value();
        return email != null && !email.equals(name) ? email : phone != null && !phone.equals(name) ? phone : null;
    }

    private static @Nullable String value(@Nullable Attributed<String> attributed) {
        return attributed == null ? null : attributed.value();
    }
}
