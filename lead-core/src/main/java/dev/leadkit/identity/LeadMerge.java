package dev.leadkit.identity;

import dev.leadkit.identity.FieldMerge.Rule;
import dev.leadkit.identity.FieldMerge.Value;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several leads of one person as one. The result is a function of the survivor and of the set of the others, so that it does not
 * matter in which order they were merged, or which of the others were merged among themselves before.
 */
final class LeadMerge {
    private final Lead survivor;
    private final List<Lead> all = new ArrayList<>();
    private final Map<String, LeadId> chosen;
    private final List<FieldMerge> fields = new ArrayList<>();

    /**
     * @param survivor by itself
     * @param others each by itself
     * @param chosen the lead whose value a person chose, by field
     */
    LeadMerge(Lead survivor, Collection<Lead> others, Map<String, LeadId> chosen) {
        this.survivor = survivor;
        this.chosen = chosen;
        all.add(survivor);
        others.stream()
                .sorted(Comparator.comparing(Lead::createdAt).thenComparing(Lead::id))
                .forEach(all::add);
    }

    /** The one lead, without a score; its engagement is that of all messages together. */
    Lead merged(Engagement engagement) {
        fields.clear();
        Contact contact = new Contact(
                best(LeadField.NAME, lead -> lead.contact().name(), Function.identity()),
                every(LeadField.EMAIL, lead -> lead.contact().emails(), Function.identity()),
                every(LeadField.PHONE, lead -> lead.contact().phones(), PhoneNumber::value),
                best(LeadField.COMPANY, lead -> lead.contact().company(), Function.identity()),
                best(LeadField.LOCATION, lead -> lead.contact().location(), Function.identity()),
                best(LeadField.AVATAR, lead -> lead.contact().avatar(), Function.identity()));
        Lead touched = all.stream()
                .max(Comparator.comparing(Lead::lastActivityAt).thenComparing(Lead::id))
                .orElseThrow();
        return survivor.toBuilder()
                .contact(contact)
                .expectedAmount(best(LeadField.AMOUNT, Lead::expectedAmount, Money::toString))
                .fields(customFields())
                .assignee(assignee())
                .tags(tags())
                .pinned(pinned(contact)) // after the fields, of which some are chosen
                .identities(identities())
                .sessions(sessions())
                .consents(consents())
                .engagement(engagement)
                .need(firstOf(Lead::need))
                .capturedBecause(Objects.requireNonNullElse(
                        firstOf(lead -> lead.capturedBecause().isEmpty() ? null : lead.capturedBecause()), List.of()))
                .previous(previous())
                .createdAt(all.stream()
                        .map(Lead::createdAt)
                        .min(Instant::compareTo)
                        .orElseThrow())
                .rank(survivor.rank())
                .lastActivityAt(touched.lastActivityAt())
                .lastTouch(touched.lastTouch())
                .withdrawn(false)
                .build();
    }

    /** What became of each field that any of the leads has, after {@link #merged}. */
    List<FieldMerge> fields() {
        return List.copyOf(fields);
    }

    private <T> @Nullable Attributed<T> best(
            String field, Function<Lead, @Nullable Attributed<T>> of, Function<T, String> text) {
        Map<LeadId, Attributed<T>> values = new LinkedHashMap<>();
        for (Lead lead : all) {
            Attributed<T> value = of.apply(lead);
            if (value != null) {
                values.put(lead.id(), value);
            }
        }
        if (values.isEmpty()) {
            return null;
        }
        Comparator<Attributed<T>> better = better(text);
        Attributed<T> strongest = values.values().stream().max(better).orElseThrow();
        Attributed<T> own = values.get(survivor.id());
        LeadId choice = chosen.get(field);
        Attributed<T> wanted = choice == null ? null : values.get(choice);
        Attributed<T> taken = wanted != null ? wanted : own != null && own.isPersonal() ? own : strongest;
        Rule rule;
        if (wanted != null) {
            rule = Rule.CHOSEN;
        } else if (values.size() == 1) {
            rule = Rule.ONLY;
        } else if (values.values().stream()
                        .map(each -> text.apply(each.value()))
                        .distinct()
                        .count()
                == 1) {
            rule = Rule.SAME;
        } else {
            rule = decidedBy(taken, values.values());
        }
        List<Value> texts = new ArrayList<>();
        values.forEach((lead, value) -> texts.add(new Value(lead, text.apply(value.value()))));
        fields.add(new FieldMerge(field, texts, text.apply(taken.value()), rule));
        return taken;
    }

    private SortedMap<String, Attributed<FieldValue>> customFields() {
        Set<String> keys = new TreeSet<>();
        all.forEach(lead -> keys.addAll(lead.fields().keySet()));
        SortedMap<String, Attributed<FieldValue>> best = new TreeMap<>();
        for (String key : keys) {
            best.put(
                    key,
                    Objects.requireNonNull(
                            best(LeadField.custom(key), lead -> lead.fields().get(key), FieldValue::text)));
        }
        return best;
    }

    /** A total order of values, so that the best of some does not depend on which were compared first. */
    private static <T> Comparator<Attributed<T>> better(Function<T, String> text) {
        return Comparator.comparing((Attributed<T> value) -> value.isPersonal())
                .thenComparing(value -> value.provenance().assurance())
                .thenComparing(value -> value.provenance().at())
                .thenComparing(value -> text.apply(value.value()));
    }

    private static <T> Rule decidedBy(Attributed<T> taken, Collection<Attributed<T>> values) {
        if (taken.isPersonal()) {
            return Rule.SET_BY_PERSON;
        }
        boolean equallyAssured = values.stream()
                .allMatch(value ->
                        value.provenance().assurance() == taken.provenance().assurance());
        return equallyAssured ? Rule.LATEST : Rule.BETTER_ASSURED;
    }

    /** The survivor's in front; of values that several leads have the best known one. */
    private <T> List<Attributed<T>> every(
            String field, Function<Lead, List<Attributed<T>>> of, Function<T, String> text) {
        Map<String, Attributed<T>> values = new LinkedHashMap<>();
        List<Value> texts = new ArrayList<>();
        for (Lead lead : all) {
            for (Attributed<T> value : of.apply(lead)) {
                String key = text.apply(value.value());
                texts.add(new Value(lead.id(), key));
                values.merge(key, value, (one, other) -> better(text).compare(one, other) >= 0 ? one : other);
            }
        }
        if (!values.isEmpty()) {
            fields.add(new FieldMerge(field, texts, String.join(", ", values.keySet()), Rule.ALL));
        }
        return List.copyOf(values.values());
    }

    /** That nobody looks after a lead may have been a person's decision, which then stands. */
    private @Nullable String assignee() {
        List<Value> values = new ArrayList<>();
        for (Lead lead : all) {
            if (lead.assignee() != null) {
                values.add(new Value(lead.id(), lead.assignee()));
            }
        }
        if (values.isEmpty()) {
            return null;
        }
        LeadId choice = chosen.get(LeadField.ASSIGNEE);
        Optional<Value> wanted =
                values.stream().filter(value -> value.lead().equals(choice)).findFirst();
        boolean survivors = survivor.assignee() != null || survivor.pinned().contains(LeadField.ASSIGNEE);
        String taken = wanted.map(Value::text)
                .orElseGet(() -> survivors ? survivor.assignee() : values.get(0).text());
        Rule rule = wanted.isPresent() ? Rule.CHOSEN : survivors ? Rule.SURVIVOR : Rule.OLDEST_LEAD;
        fields.add(new FieldMerge(LeadField.ASSIGNEE, values, taken, rule));
        return taken;
    }

    private Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        List<Value> values = new ArrayList<>();
        for (Lead lead : all) {
            tags.addAll(lead.tags());
            lead.tags().forEach(tag -> values.add(new Value(lead.id(), tag)));
        }
        if (!tags.isEmpty()) {
            fields.add(new FieldMerge(LeadField.TAGS, values, String.join(", ", tags), Rule.ALL));
        }
        return tags;
    }

    /** Of each purpose what was stated last. */
    private List<Attributed<Consent>> consents() {
        List<Attributed<Consent>> standing = Consent.latest(
                all.stream().flatMap(lead -> lead.consents().stream()).toList());
        for (Attributed<Consent> each : standing) {
            String purpose = each.value().purpose();
            List<Value> values = new ArrayList<>();
            for (Lead lead : all) {
                lead.consents().stream()
                        .filter(stated -> stated.value().purpose().equals(purpose))
                        .forEach(stated -> values.add(new Value(lead.id(), said(stated.value()))));
            }
            fields.add(new FieldMerge(LeadField.consent(purpose), values, said(each.value()), Rule.STATED_LAST));
        }
        return standing;
    }

    private static String said(Consent consent) {
        String version = consent.textVersion() == null ? "" : ", text " + consent.textVersion();
        return (consent.given() ? "given" : "withdrawn") + version;
    }

    /**
     * What a person set on any of them or chose stays set; the stage and why it is lost are the survivor's alone. An address or
     * number that was taken away from one of them is no longer, where another has it.
     */
    private Set<String> pinned(Contact contact) {
        Set<String> pinned = new TreeSet<>();
        fields.stream()
                .filter(field -> field.rule() == Rule.CHOSEN)
                .map(FieldMerge::field)
                .forEach(pinned::add);
        for (Lead lead : all) {
            pinned.addAll(lead.pinned());
        }
        for (String alone : List.of(LeadField.STAGE, LeadField.LOST_REASON)) {
            if (!survivor.pinned().contains(alone)) {
                pinned.remove(alone);
            }
        }
        pinned.removeAll(cleared(contact));
        return pinned;
    }

    /** The pins that would tell that an address or number of the contact was taken away. */
    static Set<String> cleared(Contact contact) {
        Set<String> cleared = new TreeSet<>();
        contact.emails().forEach(email -> cleared.add(LeadField.cleared(LeadField.EMAIL, email.value())));
        contact.phones()
                .forEach(phone -> cleared.add(
                        LeadField.cleared(LeadField.PHONE, phone.value().value())));
        return cleared;
    }

    private Set<Identity> identities() {
        Set<Identity> identities = new TreeSet<>();
        all.forEach(lead -> identities.addAll(lead.identities()));
        return identities;
    }

    private List<String> sessions() {
        Set<String> sessions = new LinkedHashSet<>();
        all.forEach(lead -> sessions.addAll(lead.sessions()));
        return List.copyOf(sessions);
    }

    /** The lead that they follow, which is none of them. */
    private @Nullable LeadId previous() {
        Set<LeadId> ids = new TreeSet<>();
        all.forEach(lead -> ids.add(lead.id()));
        return firstOf(lead -> lead.previous() == null || ids.contains(lead.previous()) ? null : lead.previous());
    }

    private <T> @Nullable T firstOf(Function<Lead, @Nullable T> of) {
        for (Lead lead : all) {
            T value = of.apply(lead);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
