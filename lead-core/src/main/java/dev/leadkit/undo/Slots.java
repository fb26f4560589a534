package dev.leadkit.undo;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a set of places that can each be taken back by itself: a field, one value of a field that has several, a tag, a
 * pin. Two changes overlap when they are of the same place.
 */
final class Slots {
    private static final String PIN = "pin:";
    private static final String IDENTITY = "identity:";
    private static final String ORDER = "order:";

    /** Whether the lead is withdrawn. */
    static final String WITHDRAWN = KeptChange.LEAD;

    /** Into which lead it is merged. */
    static final String MERGED_INTO = "merged-into";

    /** How a lead stands in its pipeline. */
    record Standing(String pipeline, int version, String stage, boolean closed, Instant enteredAt) {}

    private final Map<String, Object> values = new HashMap<>();

    private Slots() {}

    static Slots of(Lead lead) {
        var slots = new Slots();
        Contact contact = lead.contact();
        slots.put(LeadField.NAME, contact.name());
        slots.put(LeadField.COMPANY, contact.company());
        slots.put(LeadField.LOCATION, contact.location());
        slots.put(LeadField.AVATAR, contact.avatar());
        contact.emails().forEach(email -> slots.put(value(LeadField.EMAIL, email.value()), email));
        contact.phones()
                .forEach(phone -> slots.put(value(LeadField.PHONE, phone.value().value()), phone));
        slots.put(
                order(LeadField.EMAIL),
                contact.emails().stream().map(Attributed::value).toList());
        slots.put(
                order(LeadField.PHONE),
                contact.phones().stream().map(phone -> phone.value().value()).toList());
        slots.put(LeadField.AMOUNT, lead.expectedAmount());
        slots.put(LeadField.ASSIGNEE, lead.assignee());
        slots.put(LeadField.LOST_REASON, lead.lostReason());
        slots.put(LeadField.PROBABILITY, lead.probability());
        slots.put(LeadField.SNOOZED_UNTIL, lead.snoozedUntil());
        slots.put(
                LeadField.STAGE,
                new Standing(
                        lead.pipeline(), lead.pipelineVersion(), lead.stage(), lead.closed(), lead.stageEnteredAt()));
        lead.fields().forEach((key, value) -> slots.put(LeadField.custom(key), value));
        lead.tags().forEach(tag -> slots.put(LeadField.tag(tag), tag));
        for (Attributed<Consent> consent : lead.consents()) {
            slots.put(LeadField.consent(consent.value().purpose()), consent);
        }
        lead.identities().forEach(identity -> slots.put(identity(identity), identity));
        lead.pinned().forEach(field -> slots.put(pin(field), field));
        slots.put(WITHDRAWN, lead.withdrawn());
        slots.put(MERGED_INTO, lead.mergedInto());
        return slots;
    }

    private void put(String slot, @Nullable Object value) {
        if (value != null) {
            values.put(slot, value);
        }
    }

    static String value(String field, String text) {
        return field + ":" + text;
    }

    static String pin(String field) {
        return PIN + field;
    }

    /** In which order the values of a field stand. */
    static String order(String field) {
        return ORDER + field;
    }

    static String identity(Identity identity) {
        return IDENTITY + identity.kind() + ":" + identity.assurance() + ":" + identity.value();
    }

    /** The places in which two values of a lead differ. */
    static Set<String> changed(Lead before, Lead after) {
        Map<String, Object> old = of(before).values;
        Map<String, Object> fresh = of(after).values;
        Set<String> changed = new TreeSet<>();
        old.forEach((slot, value) -> {
            if (!value.equals(fresh.get(slot))) {
                changed.add(slot);
            }
        });
        fresh.keySet().stream().filter(slot -> !old.containsKey(slot)).forEach(changed::add);
        return changed;
    }

    /** Whether two values of a lead have the same in a place. */
    static boolean isSame(String slot, Lead one, Lead other) {
        return Objects.equals(of(one).values.get(slot), of(other).values.get(slot));
    }

    /** Whether it goes with the place of a field and is not told by itself. */
    static boolean isSilent(String slot) {
        return slot.startsWith(PIN) || slot.startsWith(IDENTITY) || slot.startsWith(ORDER);
    }

    /** The name of the field that a place belongs to, which never is a value of the person's. */
    static String field(String slot) {
        if (slot.startsWith(PIN)) {
            String pin = slot.substring(PIN.length());
            String cleared = LeadField.fieldOfCleared(pin);
            return cleared == null ? pin : cleared;
        }
        for (String many : new String[] {LeadField.EMAIL, LeadField.PHONE}) {
            if (slot.startsWith(many + ":")) {
                return many;
            }
        }
        return slot;
    }

    /** The place of the value that an identity is made of; absent when it is made of none. */
    static @Nullable String owner(Identity identity) {
        return switch (identity.kind()) {
            case EMAIL -> value(LeadField.EMAIL, identity.value());
            case PHONE -> value(LeadField.PHONE, identity.value());
            default -> null;
        };
    }
}
