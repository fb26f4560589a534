package dev.leadkit.identity;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.PhoneNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a merged lead, given back to its survivor: what persons did, and what was said in its own conversations.
 * What was said in those of the others is in {@link LaterWords}. Pure.
 */
final class LaterWork {
    private final Lead own;
    private final Lead then;
    private final Lead now;
    private final Set<String> sessions;
    private final Set<KeptWork> kept = new LinkedHashSet<>();

    /** The fields that are as the later work left them. */
    private final Set<String> asLeft = new TreeSet<>();

    /** Pins of the later work that are about what the other leads had, and nothing of the survivor's. */
    private final Set<String> others = new TreeSet<>();

    private final Set<String> takenAway = new TreeSet<>();

    /**
     * @param own the survivor by itself, before the merge
     * @param then what the merge made of it
     * @param now what it has become since
     */
    LaterWork(Lead own, Lead then, Lead now) {
        this.own = own;
        this.then = then;
        this.now = now;
        this.sessions = new LinkedHashSet<>(own.sessions());
        added(then.sessions(), now.sessions()).forEach(session -> {
            sessions.add(session);
            kept.add(new KeptWork(KeptWork.CONVERSATION, session));
        });
    }

    /** The survivor by itself, with what was done to it since the merge. */
    Lead survivor() {
        Contact before = own.contact();
        Contact after = now.contact();
        Contact merged = then.contact();
        Contact contact = new Contact(
                value(LeadField.NAME, before.name(), merged.name(), after.name(), Function.identity()),
                values(LeadField.EMAIL, before.emails(), merged.emails(), after.emails(), Function.identity()),
                values(LeadField.PHONE, before.phones(), merged.phones(), after.phones(), PhoneNumber::value),
                value(LeadField.COMPANY, before.company(), merged.company(), after.company(), Function.identity()),
                value(LeadField.LOCATION, before.location(), merged.location(), after.location(), Function.identity()),
                value(LeadField.AVATAR, before.avatar(), merged.avatar(), after.avatar(), Function.identity()));
        Lead touched = now.lastActivityAt().equals(then.lastActivityAt()) ? own : now;
        // The stage, its reason and the place on the board are the survivor's own all along.
        return now.toBuilder()
                .version(own.version())
                .source(own.source())
                .contact(contact)
                .identities(identities(own, contact, added(then.identities(), now.identities())))
                .tags(tags())
                .need(need(own, then, now, sessions))
                .expectedAmount(value(
                        LeadField.AMOUNT,
                        own.expectedAmount(),
                        then.expectedAmount(),
                        now.expectedAmount(),
                        Money::toString))
                .fields(customFields())
                .assignee(assignee())
                .consents(with(own.consents(), added(then.consents(), now.consents()), this::isOwn))
                .engagement(own.engagement())
                .score(own.score())
                .capturedBecause(own.capturedBecause())
                .pinned(pinned(contact)) // after all that may be as the later work left it
                .sessions(List.copyOf(sessions))
                .previous(own.previous())
                .merged(null)
                .mergedInto(null)
                .createdAt(own.createdAt())
                .rank(now.rank())
                .lastActivityAt(touched.lastActivityAt())
                .lastTouch(touched.lastTouch())
                .build();
    }

    /** What of it could not be told from what the merge did, so that it stays with the survivor. */
    List<KeptWork> kept() {
        return List.copyOf(kept);
    }

    /** What persons took away, by the name under which that is pinned, after {@link #survivor}. */
    Set<String> takenAway() {
        return Set.copyOf(takenAway);
    }

    private <T> @Nullable Attributed<T> value(
            String field,
            @Nullable Attributed<T> before,
            @Nullable Attributed<T> merged,
            @Nullable Attributed<T> after,
            Function<T, String> text) {
        boolean isLaterWork =
                after == null ? merged != null && isClearedByHand(field) : isLaterWork(before, merged, after);
        if (!isLaterWork) {
            return before;
        }
        asLeft.add(field);
        if (after == null) {
            takenAway.add(field);
        }
        if (!Objects.equals(before, merged)) {
            kept.add(new KeptWork(field, after == null ? null : text.apply(after.value())));
        }
        return after;
    }

    private boolean isLaterWork(@Nullable Attributed<?> before, @Nullable Attributed<?> merged, Attributed<?> after) {
        boolean wouldReplaceWork = before != null && before.isPersonal() && !after.isPersonal();
        return !after.equals(merged) && isOwn(after) && !wouldReplaceWork;
    }

    /** Of one that has no value any more; capture takes away what the messages no longer say, but no custom field. */
    private boolean isClearedByHand(String field) {
        return now.pinned().contains(field) || LeadField.keyOfCustom(field) != null;
    }

    private SortedMap<String, Attributed<FieldValue>> customFields() {
        Set<String> keys = new TreeSet<>(own.fields().keySet());
        keys.addAll(then.fields().keySet());
        keys.addAll(now.fields().keySet());
        SortedMap<String, Attributed<FieldValue>> fields = new TreeMap<>();
        for (String key : keys) {
            Attributed<FieldValue> before = own.fields().get(key);
            Attributed<FieldValue> merged = then.fields().get(key);
            Attributed<FieldValue> after = now.fields().get(key);
            Attributed<FieldValue> its = value(LeadField.custom(key), before, merged, after, FieldValue::text);
            if (its != null) {
                fields.put(key, its);
            }
        }
        return fields;
    }

    private <T> List<Attributed<T>> values(
            String field,
            List<Attributed<T>> before,
            List<Attributed<T>> merged,
            List<Attributed<T>> after,
            Function<T, String> key) {
        List<Attributed<T>> values = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        List<Attributed<T>> added = added(merged, after);
        Predicate<Attributed<T>> isCleared = value -> isCleared(field, key.apply(value.value()));
        append(values, known, added, Attributed::isPersonal, key); // whatever a person adds goes first
        append(values, known, before, isCleared.negate(), key);
        append(values, known, added, this::isOwn, key);
        if (added.stream().anyMatch(value -> value.provenance().isSetAtDesk())) {
            asLeft.add(field);
        }
        List<String> cleared = keys(merged.stream().filter(isCleared).toList(), key);
        if (!cleared.isEmpty()) {
            asLeft.add(field);
            cleared.forEach(value -> takenAway.add(LeadField.cleared(field, value)));
            added(keys(before, key), cleared).forEach(value -> others.add(LeadField.cleared(field, value)));
            if (!before.equals(merged)) {
                kept.add(new KeptWork(field, values.isEmpty() ? null : String.join(", ", known)));
            }
        }
        return values;
    }

    private static <T> List<String> keys(List<Attributed<T>> values, Function<T, String> key) {
        return values.stream().map(value -> key.apply(value.value())).toList();
    }

    /** Whether a person took away one of several values since the merge. */
    private boolean isCleared(String field, String value) {
        String pin = LeadField.cleared(field, value);
        return now.pinned().contains(pin) && !then.pinned().contains(pin);
    }

    /** Appends those that are wanted and whose key is not known yet. */
    static <T> void append(
            List<Attributed<T>> values,
            Set<String> known,
            List<Attributed<T>> more,
            Predicate<Attributed<T>> isWanted,
            Function<T, String> key) {
        for (Attributed<T> value : more) {
            if (isWanted.test(value) && known.add(key.apply(value.value()))) {
                values.add(value);
            }
        }
    }

    private boolean isOwn(Attributed<?> value) {
        return value.provenance().evidence() == null || isSaidIn(value, sessions);
    }

    private @Nullable String assignee() {
        if (Objects.equals(now.assignee(), then.assignee())) {
            return own.assignee();
        }
        asLeft.add(LeadField.ASSIGNEE);
        if (!Objects.equals(own.assignee(), then.assignee())) {
            kept.add(new KeptWork(LeadField.ASSIGNEE, now.assignee()));
        }
        return now.assignee();
    }

    private Set<String> tags() {
        Set<String> tags = new TreeSet<>(own.tags());
        changedByHand(then.tags(), now.tags()).forEach(tags::add);
        changedByHand(now.tags(), then.tags()).forEach(tag -> {
            tags.remove(tag);
            takenAway.add(LeadField.tag(tag));
        });
        return tags;
    }

    /** The tags that came, or went when asked the other way round, and are pinned. */
    private List<String> changedByHand(Set<String> before, Set<String> after) {
        List<String> tags = added(before, after).stream()
                .filter(tag -> now.pinned().contains(LeadField.tag(tag)))
                .toList();
        tags.forEach(tag -> asLeft.add(LeadField.tag(tag)));
        return tags;
    }

    /** Its own, and the later ones; of those that the merge brought the ones of what was worked on later. */
    private Set<String> pinned(Contact contact) {
        Set<String> pinned = withHolds(own.pinned(), then, now);
        added(now.holds(), own.holds()).forEach(lifted -> pinned.remove(LeadField.hold(lifted)));
        now.pinned().stream()
                .filter(field -> !then.pinned().contains(field) || asLeft.contains(field))
                .filter(field -> !others.contains(field))
                .forEach(pinned::add);
        pinned.removeAll(LeadMerge.cleared(contact));
        return pinned;
    }

    /**
     * The pins of one of the leads with the holds that were set since the merge. One that was lifted is the survivor's alone: what
     * the others are held for may have been set on them themselves, merged as they are.
     */
    static Set<String> withHolds(Set<String> pinned, Lead then, Lead now) {
        Set<String> held = new TreeSet<>(pinned);
        added(then.holds(), now.holds()).forEach(matter -> held.add(LeadField.hold(matter)));
        return held;
    }

    /** Those that it has, and claims on what its contact got; none on what it lost. */
    static Set<Identity> identities(Lead lead, Contact contact, Collection<Identity> added) {
        Set<Identity> identities = new TreeSet<>(lead.identities());
        identities.addAll(added);
        identities.removeAll(added(contact.claims(), lead.contact().claims()));
        identities.addAll(added(lead.contact().claims(), contact.claims()));
        return identities;
    }

    /** Whether a message of one of some sessions gave a value. */
    static boolean isSaidIn(Attributed<?> value, Collection<String> sessions) {
        Evidence evidence = value.provenance().evidence();
        return evidence != null && sessions.contains(evidence.session());
    }

    static List<Attributed<Consent>> with(
            List<Attributed<Consent>> before, List<Attributed<Consent>> added, Predicate<Attributed<Consent>> isIts) {
        List<Attributed<Consent>> stated = new ArrayList<>(before);
        added.stream().filter(isIts).forEach(stated::add);
        return stated;
    }

    /** What somebody has withdrawn at the desk is in force again for none of them. */
    static boolean isWithdrawnFor(Lead member, Attributed<Consent> stated) {
        Consent consent = stated.value();
        return stated.provenance().isSetAtDesk() && !consent.given() && member.consentsTo(consent.purpose());
    }

    static @Nullable NeedSummary need(Lead lead, Lead then, Lead now, Set<String> sessions) {
        NeedSummary need = now.need();
        boolean its = need != null
                && !need.equals(then.need())
                && !need.evidence().isEmpty()
                && need.evidence().stream().map(Evidence::session).allMatch(sessions::contains);
        return its ? need : lead.need();
    }

    static <T> List<T> added(Collection<T> before, Collection<T> after) {
        Set<T> known = Set.copyOf(before); // a lead may be hundreds
        return after.stream().filter(each -> !known.contains(each)).toList();
    }
}
