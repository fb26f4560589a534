package dev.leadkit.identity;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What persons took away from a survivor, left out of what the leads that were merged into it bring to the next merge. Each is
 * told by the name under which it is pinned: {@code company}, {@code tag:vip}, {@code cleared:email:jane@acme.example}. Pure.
 */
final class TakenAway {
    private TakenAway() {}

    /**
     * Those that nobody has given back since.
     *
     * @param then what the last merge made of the survivor
     * @param now what that has become since
     */
    static Set<String> standing(Set<String> takenAway, Lead then, Lead now) {
        Set<String> standing = new TreeSet<>(takenAway);
        standing.removeIf(name -> isHold(name)
                ? now.pinned().contains(name) && !then.pinned().contains(name)
                : then.pinned().contains(name) && !now.pinned().contains(name));
        return standing;
    }

    /** A lead without what was taken away, which is pinned so that no capture brings it back. */
    static Lead from(Lead member, Set<String> takenAway) {
        if (takenAway.isEmpty()) {
            return member;
        }
        Contact its = member.contact();
        Contact contact = new Contact(
                left(LeadField.NAME, its.name(), takenAway),
                left(LeadField.EMAIL, its.emails(), Function.identity(), takenAway),
                left(LeadField.PHONE, its.phones(), PhoneNumber::value, takenAway),
                left(LeadField.COMPANY, its.company(), takenAway),
                left(LeadField.LOCATION, its.location(), takenAway),
                left(LeadField.AVATAR, its.avatar(), takenAway));
        Set<String> tags = new TreeSet<>(member.tags());
        tags.removeIf(tag -> takenAway.contains(LeadField.tag(tag)));
        SortedMap<String, Attributed<FieldValue>> fields = new TreeMap<>(member.fields());
        fields.keySet().removeIf(key -> takenAway.contains(LeadField.custom(key)));
        return member.toBuilder()
                .contact(contact)
                .identities(LaterWork.identities(member, contact, Set.of()))
                .tags(tags)
                .expectedAmount(left(LeadField.AMOUNT, member.expectedAmount(), takenAway))
                .fields(fields)
                .pinned(pinned(member.pinned(), takenAway))
                .build();
    }

    private static <T> @Nullable Attributed<T> left(
            String field, @Nullable Attributed<T> value, Set<String> takenAway) {
        return takenAway.contains(field) ? null : value;
    }

    private static <T> List<Attributed<T>> left(
            String field, List<Attributed<T>> values, Function<T, String> key, Set<String> takenAway) {
        return values.stream()
                .filter(value -> !takenAway.contains(LeadField.cleared(field, key.apply(value.value()))))
                .toList();
    }

    private static Set<String> pinned(Set<String> its, Set<String> takenAway) {
        Set<String> pinned = new TreeSet<>(its);
        for (String name : takenAway) {
            if (isHold(name)) {
                pinned.remove(name);
            } else {
                pinned.add(name);
            }
        }
        return pinned;
    }

    /** Alone of all pins, one of a hold goes with what was taken away. */
    private static boolean isHold(String name) {
        return LeadField.matterOfHold(name) != null;
    }
}
