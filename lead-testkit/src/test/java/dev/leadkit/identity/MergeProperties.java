package dev.leadkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.testkit.LeadArbitraries;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds of merging whatever the leads are: its order does not matter, and it can be taken back. */
class MergeProperties {
    private static final Function<List<Lead>, Engagement> NO_CONVERSATIONS = leads -> Engagement.NONE;

    /** Open ones, each of which may be merged into each, whose values are without repeats, as a lead's are. */
    @Provide
    Arbitrary<Lead> leads() {
        return LeadArbitraries.leads()
                .map(lead -> lead.toBuilder()
                        .contact(lead.contact()
                                .withEmails(distinct(lead.contact().emails()))
                                .withPhones(distinct(lead.contact().phones())))
                        .sessions(lead.sessions().stream().distinct().toList())
                        .merged(null)
                        .mergedInto(null)
                        .engagement(Engagement.NONE)
                        .score(null)
                        .stage("five-stage", 1, "new", false, lead.stageEnteredAt())
                        .build());
    }

    private static <T> List<Attributed<T>> distinct(List<Attributed<T>> values) {
        Map<Object, Attributed<T>> distinct = new LinkedHashMap<>();
        values.forEach(value -> distinct.putIfAbsent(
                value.value() instanceof PhoneNumber phone ? phone.value() : value.value(), value));
        return List.copyOf(distinct.values());
    }

    /** A store of its own, for values. */
    private static final class Desk {
        private final Map<LeadId, Lead> rows = new HashMap<>();

        Desk(Lead... leads) {
            for (Lead lead : leads) {
                Assume.that(rows.put(lead.id(), lead) == null);
            }
        }

        Desk merge(Lead survivor, Lead other) {
            put(MergePlan.merge(family(survivor), family(other), Map.of(), NO_CONVERSATIONS));
            return this;
        }

        Desk undo(Lead merged) {
            Lead row = get(merged);
            put(MergePlan.undo(family(rows.get(row.mergedInto())), row.id(), NO_CONVERSATIONS));
            return this;
        }

        private LeadFamily family(Lead lead) {
            return LeadFamily.of(get(lead), rows);
        }

        private void put(MergePlan plan) {
            rows.put(plan.survivor().id(), plan.survivor());
            rows.put(plan.other().id(), plan.other());
        }

        Lead get(Lead lead) {
            return rows.get(lead.id());
        }

        /** Without which leads were merged in which order. */
        Lead facts(Lead lead) {
            return get(lead).toBuilder().merged(null).build();
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void the_order_of_merging_does_not_matter(
            @ForAll("leads") Lead a, @ForAll("leads") Lead b, @ForAll("leads") Lead c) {
        Lead first = new Desk(a, b, c).merge(a, b).merge(a, c).facts(a);

        assertThat(new Desk(a, b, c).merge(a, c).merge(a, b).facts(a)).isEqualTo(first);
        assertThat(new Desk(a, b, c).merge(b, c).merge(a, b).facts(a)).isEqualTo(first);
        assertThat(new Desk(a, b, c).merge(c, b).merge(a, c).facts(a)).isEqualTo(first);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void taking_apart_undoes_a_merge(@ForAll("leads") Lead a, @ForAll("leads") Lead b) {
        var desk = new Desk(a, b).merge(a, b).undo(b);

        assertThat(desk.get(a)).isEqualTo(a);
        assertThat(desk.get(b)).isEqualTo(b);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void of_three_the_second_can_be_taken_out_as_if_it_had_never_been_in(
            @ForAll("leads") Lead a, @ForAll("leads") Lead b, @ForAll("leads") Lead c) {
        var desk = new Desk(a, b, c).merge(a, b).merge(a, c).undo(b);

        assertThat(desk.get(b)).isEqualTo(b);
        assertThat(desk.get(a)).isEqualTo(new Desk(a, c).merge(a, c).get(a));
        assertThat(desk.undo(c).get(a)).isEqualTo(a);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void nothing_is_lost(@ForAll("leads") Lead a, @ForAll("leads") Lead b) {
        Lead merged = new Desk(a, b).merge(a, b).get(a);

        for (Lead lead : List.of(a, b)) {
            assertThat(merged.tags()).containsAll(lead.tags());
            assertThat(merged.identities()).containsAll(lead.identities());
            assertThat(merged.sessions()).containsAll(lead.sessions());
            assertThat(merged.contact().emails())
                    .extracting(email -> email.value())
                    .containsAll(lead.contact().emails().stream()
                            .map(email -> email.value())
                            .toList());
            assertThat(merged.contact().phones())
                    .extracting(phone -> phone.value().value())
                    .containsAll(lead.contact().phones().stream()
                            .map(phone -> phone.value().value())
                            .toList());
        }
    }

    /** A person's work between a merge and taking it apart, seen from the survivor. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void work_in_between_stays_with_the_survivor_alone(
            @ForAll("leads") Lead a, @ForAll("leads") Lead b, @ForAll("tags") String tag) {
        var desk = new Desk(a, b).merge(a, b);
        Lead merged = desk.get(a);
        desk.rows.put(
                a.id(),
                merged.toBuilder()
                        .tags(Set.of(tag))
                        .pin("tag:" + tag)
                        .assignee("somebody")
                        .pin("assignee")
                        .build());
        desk.undo(b);

        assertThat(desk.get(b)).isEqualTo(b);
        assertThat(desk.get(a).assignee()).isEqualTo("somebody");
        assertThat(desk.get(a).tags()).contains(tag);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void what_a_person_took_away_stays_away_whatever_is_merged_and_taken_out_later(
            @ForAll("leads") Lead a, @ForAll("leads") Lead b, @ForAll("leads") Lead c) {
        var desk = new Desk(a, b, c).merge(a, b);
        Lead left = withoutAll(desk.get(a));
        desk.rows.put(a.id(), left);

        desk.merge(a, c).undo(c);

        assertThat(desk.facts(a)).isEqualTo(left.toBuilder().merged(null).build());
        assertThat(desk.get(c)).isEqualTo(c);
        assertThat(desk.undo(b).get(b)).isEqualTo(b);
    }

    /** As a person leaves it who takes away each value and tag. */
    private static Lead withoutAll(Lead lead) {
        Lead.Builder left = lead.toBuilder()
                .contact(Contact.UNKNOWN)
                .expectedAmount(null)
                .fields(new TreeMap<>())
                .tags(Set.of())
                .pin(LeadField.AMOUNT);
        List.of(
                        LeadField.NAME,
                        LeadField.EMAIL,
                        LeadField.PHONE,
                        LeadField.COMPANY,
                        LeadField.LOCATION,
                        LeadField.AVATAR)
                .forEach(left::pin);
        LeadMerge.cleared(lead.contact()).forEach(left::pin);
        lead.fields().keySet().forEach(key -> left.pin(LeadField.custom(key)));
        lead.tags().forEach(tag -> left.pin(LeadField.tag(tag)));
        Set<Identity> identities = new TreeSet<>(lead.identities());
        identities.removeAll(lead.contact().claims());
        return left.identities(identities).build();
    }

    @Provide
    Arbitrary<String> tags() {
        return Arbitraries.of("called", "vip", "norway");
    }
}
