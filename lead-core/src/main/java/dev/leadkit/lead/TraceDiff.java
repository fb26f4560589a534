package dev.leadkit.lead;

import dev.leadkit.lead.LeadTrace.Entered;
import dev.leadkit.lead.LeadTrace.Given;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@link LeadDiff} leaves out between two values of a lead: its {@link LeadTrace}. */
final class TraceDiff {
    private final List<Given> values = new ArrayList<>();

    private TraceDiff() {}

    /** @param happenedAt the time of the new lead's activities */
    static LeadTrace ofNew(Lead lead, Instant happenedAt) {
        Lead nothing = Lead.builder(lead.id(), lead.tenant(), lead.source(), happenedAt)
                .stage(lead.pipeline(), lead.pipelineVersion(), lead.stage(), false, happenedAt)
                .build();
        return between(nothing, lead);
    }

    static LeadTrace between(Lead before, Lead after) {
        var diff = new TraceDiff();
        diff.contact(before.contact(), after.contact());
        diff.value(LeadField.AMOUNT, before.expectedAmount(), after.expectedAmount(), Money::toString);
        after.fields().forEach((key, value) -> diff.custom(key, before.fields().get(key), value));
        return new LeadTrace(
                diff.values,
                added(before.pinned(), after.pinned()),
                added(after.pinned(), before.pinned()),
                List.copyOf(added(before.identities(), after.identities())),
                List.copyOf(added(after.identities(), before.identities())),
                Entered.of(before).equals(Entered.of(after)) ? null : Entered.of(after),
                isFollowed(before.sessions(), after.sessions()) ? List.of() : after.sessions(),
                before.source().equals(after.source()) ? null : after.source(),
                before.createdAt().equals(after.createdAt()) ? null : after.createdAt());
    }

    private void contact(Contact before, Contact after) {
        value(LeadField.NAME, before.name(), after.name(), Function.identity());
        values(LeadField.EMAIL, before.emails(), after.emails(), Function.identity(), email -> null);
        values(LeadField.PHONE, before.phones(), after.phones(), PhoneNumber::value, Function.identity());
        value(LeadField.COMPANY, before.company(), after.company(), Function.identity());
        value(LeadField.LOCATION, before.location(), after.location(), Function.identity());
        value(LeadField.AVATAR, before.avatar(), after.avatar(), Function.identity());
    }

    private <T> void value(
            String field, @Nullable Attributed<T> before, @Nullable Attributed<T> after, Function<T, String> text) {
        if (after != null && !after.equals(before)) {
            values.add(new Given(field, text.apply(after.value()), 0, after.provenance(), null, null));
        }
    }

    private void custom(String key, @Nullable Attributed<FieldValue> before, Attributed<FieldValue> after) {
        if (!after.equals(before)) {
            FieldValue value = after.value();
            values.add(new Given(LeadField.custom(key), value.text(), 0, after.provenance(), null, value.type()));
        }
    }

    /** Those that came or are given otherwise, and those that went before others: what is left keeps its order. */
    private <T> void values(
            String field,
            List<Attributed<T>> before,
            List<Attributed<T>> after,
            Function<T, String> text,
            Function<T, @Nullable PhoneNumber> number) {
        List<Given> told = new ArrayList<>();
        int next = before.size();
        // From the end, since what moves usually moves to the front.
        for (int place = after.size() - 1; place >= 0; place--) {
            Attributed<T> value = after.get(place);
            int was = before.indexOf(value);
            if (was >= 0 && was < next) {
                next = was;
            } else {
                told.add(
                        0,
                        new Given(
                                field,
                                text.apply(value.value()),
                                place,
                                value.provenance(),
                                number.apply(value.value()),
                                null));
            }
        }
        values.addAll(told);
    }

    /** Whether the later list is the earlier one without what went, and what came behind it. */
    private static boolean isFollowed(List<String> before, List<String> after) {
        Set<String> expected = new LinkedHashSet<>(before);
        expected.retainAll(after);
        expected.addAll(after);
        return List.copyOf(expected).equals(after);
    }

    private static <T extends Comparable<T>> Set<T> added(Collection<T> before, Collection<T> after) {
        Set<T> added = new TreeSet<>(after);
        before.forEach(added::remove);
        return added;
    }
}
