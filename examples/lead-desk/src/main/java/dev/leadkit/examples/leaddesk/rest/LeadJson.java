package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Score;
import dev.leadkit.store.Page;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A lead, by the names that the command line has too. What is not known, or hidden from whoever asks, is left out; a list
 * is always there.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeadJson(
        String id,
        long version,
        String displayName,
        String pipeline,
        String stage,
        boolean closed,
        String stageEnteredAt,
        String source,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Boolean phoneValid,
        @Nullable String company,
        @Nullable String location,
        @Nullable String avatar,
        @Nullable Amount expectedAmount,
        @Nullable Double probability,
        @Nullable String needSummary,
        @Nullable Integer score,
        @Nullable String band,
        @Nullable List<Points> breakdown,
        Collection<String> tags,
        List<String> emails,
        List<String> phones,
        @Nullable String assignee,
        @Nullable String lostReason,
        Map<String, String> fields,
        String createdAt,
        String lastActivityAt,
        @Nullable String snoozedUntil) {

    /** An amount of one currency. */
    record Amount(BigDecimal amount, String currency) {
        static Amount of(Money money) {
            return new Amount(money.amount(), money.currency());
        }

        static List<Amount> of(List<Money> sums) {
            return sums.stream().map(Amount::of).toList();
        }
    }

    /** What one factor gave to the score. */
    record Points(String factor, String label, int points, String because) {
        static List<Points> of(Score score) {
            return score.contributions().stream()
                    .map(part -> new Points(part.factor(), part.label(), part.points(), part.because()))
                    .toList();
        }
    }

    /** A part of a list. @param next the cursor of the next page; null on the last one */
    record Items<T>(List<T> items, @Nullable String next) {}

    static LeadJson of(Lead lead) {
        return of(lead, true);
    }

    static Items<LeadJson> page(Page<Lead> page) {
        return new Items<>(page.items().stream().map(LeadJson::of).toList(), page.next());
    }

    /** As a card: without the breakdown of its score. */
    static LeadJson card(Lead lead) {
        return of(lead, false);
    }

    private static LeadJson of(Lead lead, boolean whole) {
        Contact contact = lead.contact();
        PhoneNumber phone =
                contact.phones().isEmpty() ? null : contact.phones().get(0).value();
        Score score = lead.score();
        Money amount = value(lead.expectedAmount());
        Map<String, String> fields = new TreeMap<>();
        lead.fields().forEach((key, field) -> fields.put(key, field.value().text()));
        return new LeadJson(
                lead.id().toString(),
                lead.version(),
                lead.displayName(),
                lead.pipeline(),
                lead.stage(),
                lead.closed(),
                lead.stageEnteredAt().toString(),
                lead.source().key(),
                value(contact.name()),
                contact.emails().isEmpty() ? null : contact.emails().get(0).value(),
                phone == null ? null : phone.value(),
                phone == null ? null : phone.valid(),
                value(contact.company()),
                value(contact.location()),
                value(contact.avatar()),
                amount == null ? null : Amount.of(amount),
                lead.probability(),
                lead.need() == null ? null : lead.need().text(),
                score == null ? null : score.value(),
                score == null ? null : score.band(),
                score == null || !whole ? null : Points.of(score),
                lead.tags(),
                contact.emails().stream().map(Attributed::value).toList(),
                contact.phones().stream().map(number -> number.value().value()).toList(),
                lead.assignee(),
                lead.lostReason(),
                fields,
                lead.createdAt().toString(),
                lead.lastActivityAt().toString(),
                lead.snoozedUntil() == null ? null : lead.snoozedUntil().toString());
    }

    private static <T> @Nullable T value(@Nullable Attributed<T> attributed) {
        return attributed == null ? null : attributed.value();
    }
}
