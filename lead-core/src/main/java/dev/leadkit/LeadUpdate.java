package dev.leadkit;

import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values that somebody sets on a lead. A field that is not named stays as it is; what is set is pinned, so that no later
 * capture replaces it.
 *
 * <p>Each method returns a copy; a value is checked when it is given.
 *
 * @param probability how likely it is won, 0.0 to 1.0, in the place of what its stage says
 * @param snoozedUntil until when it is not stale; must be to come when it is set
 * @param fields custom fields to set, by their keys; whether they are taken is for the kit's definition to say
 * @param cleared what to take away, by its name in {@link LeadField}, see {@link #clear}, {@link #withoutEmail} and
 *     {@link #withoutPhone}
 * @param region the ISO 3166 region for a phone without a country code; absent when unknown
 */
public record LeadUpdate(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String region,
        @Nullable String company,
        @Nullable String location,
        @Nullable String avatar,
        @Nullable Money expectedAmount,
        @Nullable Double probability,
        @Nullable Instant snoozedUntil,
        Map<String, FieldValue> fields,
        Set<String> cleared) {

    /** What can be taken away, beside custom fields. */
    public static final List<String> CLEARABLE = List.of(
            LeadField.NAME,
            LeadField.EMAIL,
            LeadField.PHONE,
            LeadField.COMPANY,
            LeadField.LOCATION,
            LeadField.AVATAR,
            LeadField.AMOUNT,
            LeadField.PROBABILITY,
            LeadField.SNOOZED_UNTIL);

    /** @throws InvalidInputException naming the first part that is not taken */
    public LeadUpdate {
        name = name == null ? null : Input.name("name", name);
        email = email == null ? null : Input.email(email);
        phone = phone == null ? null : Input.name("phone", phone);
        company = company == null ? null : Input.name("company", company);
        location = location == null ? null : Input.name("location", location);
        avatar = avatar == null ? null : Input.avatar(avatar);
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        cleared = Collections.unmodifiableSet(new TreeSet<>(cleared));
        probability = probability == null ? null : Input.probability(LeadField.PROBABILITY, probability);
        snoozedUntil = snoozedUntil == null ? null : Input.instant(LeadField.SNOOZED_UNTIL, snoozedUntil);
        for (String field : cleared) {
            if (!CLEARABLE.contains(field)
                    && LeadField.keyOfCustom(field) == null
                    && LeadField.fieldOfCleared(field) == null) {
                throw new InvalidInputException(
                        "cleared",
                        "any of %s, or field:KEY for a custom field".formatted(String.join(", ", CLEARABLE)),
                        "another name");
            }
        }
    }

    /** Sets nothing yet. */
    public static LeadUpdate begin() {
        return new Draft().update();
    }

    public LeadUpdate name(String newName) {
        return set(LeadField.NAME, draft -> draft.name = newName);
    }

    /** Puts an address before the others; as in {@link dev.leadkit.lead.NewLead#email NewLead} whether it looks like one is not asked. */
    public LeadUpdate email(String newEmail) {
        return set(LeadField.EMAIL, draft -> draft.email = newEmail);
    }

    /** Puts a number before the others. */
    public LeadUpdate phone(String newPhone, @Nullable String itsRegion) {
        return set(LeadField.PHONE, draft -> {
            draft.phone = newPhone;
            draft.region = itsRegion;
        });
    }

    public LeadUpdate company(String newCompany) {
        return set(LeadField.COMPANY, draft -> draft.company = newCompany);
    }

    public LeadUpdate location(String newLocation) {
        return set(LeadField.LOCATION, draft -> draft.location = newLocation);
    }

    /** Says by what a picture of the person is shown, such as its URL, see {@link Input#avatar}. */
    public LeadUpdate avatar(String picture) {
        return set(LeadField.AVATAR, draft -> draft.avatar = picture);
    }

    public LeadUpdate expecting(Money amount) {
        return set(LeadField.AMOUNT, draft -> draft.expectedAmount = amount);
    }

    /**
     * Says how likely the lead is won, in the place of what its stage says, until {@link #stageProbability} is.
     *
     * @param chance 0.0 to 1.0
     */
    public LeadUpdate probability(double chance) {
        return set(LeadField.PROBABILITY, draft -> draft.probability = chance);
    }

    /** Takes the lead's own probability away, so that its stage's holds again. */
    public LeadUpdate stageProbability() {
        return clear(LeadField.PROBABILITY);
    }

    /**
     * Leaves the lead alone until an instant: it is not stale till then. This is no touch, so that what was stale before is stale
     * again after it. A closed lead stays as it is.
     *
     * @param until must be to come, by the kit's clock, when the update is done
     */
    public LeadUpdate snooze(Instant until) {
        return set(LeadField.SNOOZED_UNTIL, draft -> draft.snoozedUntil = until);
    }

    /** Ends a snooze now. */
    public LeadUpdate wake() {
        return clear(LeadField.SNOOZED_UNTIL);
    }

    /** Sets a custom field. */
    public LeadUpdate field(String key, FieldValue value) {
        return set(LeadField.custom(key), draft -> draft.fields.put(key, value));
    }

    /** Sets a custom field to what a text says, such as one of a form: it is read by the type of the field. */
    public LeadUpdate field(String key, String text) {
        return field(key, FieldType.TEXT.read(LeadField.custom(key), text));
    }

    /**
     * Takes away what the lead has of a field, and what this update would set. Clearing addresses or numbers takes all of them,
     * and the lead is then no longer known by those that were only typed. No message brings them back, even one that says them
     * again; another address or number that is said later is taken.
     *
     * @param field one of {@link #CLEARABLE}, or a custom field as {@link LeadField#custom} names it, such as {@code field:seats}
     * @throws InvalidInputException if it is none of these
     */
    public LeadUpdate clear(String field) {
        return without(Set.of(field)).with(draft -> draft.cleared.add(field));
    }

    /**
     * Takes one address away, as {@link #clear} does with all of them; nothing, when the lead does not have it. Together with
     * {@link #email} it replaces one.
     *
     * @param oldEmail as the lead shows it
     */
    public LeadUpdate withoutEmail(String oldEmail) {
        return clear(LeadField.cleared(LeadField.EMAIL, oldEmail));
    }

    /**
     * Takes one number away, as {@link #clear} does with all of them; nothing, when the lead does not have it.
     *
     * @param oldPhone as the lead shows it
     */
    public LeadUpdate withoutPhone(String oldPhone) {
        return clear(LeadField.cleared(LeadField.PHONE, oldPhone));
    }

    private LeadUpdate set(String field, Consumer<Draft> change) {
        return with(draft -> {
            draft.cleared.remove(field);
            change.accept(draft);
        });
    }

    /** The names in {@link LeadField} of all that it sets or takes away. */
    Set<String> names() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(LeadField.NAME, name);
        values.put(LeadField.EMAIL, email);
        values.put(LeadField.PHONE, phone);
        values.put(LeadField.COMPANY, company);
        values.put(LeadField.LOCATION, location);
        values.put(LeadField.AVATAR, avatar);
        values.put(LeadField.AMOUNT, expectedAmount);
        values.put(LeadField.PROBABILITY, probability);
        values.put(LeadField.SNOOZED_UNTIL, snoozedUntil);
        fields.forEach((key, value) -> values.put(LeadField.custom(key), value));
        values.values().removeIf(Objects::isNull);
        Set<String> names = new TreeSet<>(values.keySet());
        for (String field : cleared) {
            String ofSeveral = LeadField.fieldOfCleared(field);
            names.add(ofSeveral == null ? field : ofSeveral);
        }
        return names;
    }

    boolean clears(String field) {
        return cleared.contains(field);
    }

    /** Whether it takes one of several values away, or all of them. */
    boolean clears(String field, String value) {
        return clears(field) || clears(LeadField.cleared(field, value));
    }

    /** The same with other values of custom fields. */
    LeadUpdate with(Map<String, FieldValue> newFields) {
        return with(draft -> draft.fields = new TreeMap<>(newFields));
    }

    /** The same without some fields, by their names in {@link LeadField}. */
    LeadUpdate without(Set<String> names) {
        return with(draft -> {
            draft.name = names.contains(LeadField.NAME) ? null : name;
            draft.email = names.contains(LeadField.EMAIL) ? null : email;
            draft.phone = names.contains(LeadField.PHONE) ? null : phone;
            draft.company = names.contains(LeadField.COMPANY) ? null : company;
            draft.location = names.contains(LeadField.LOCATION) ? null : location;
            draft.avatar = names.contains(LeadField.AVATAR) ? null : avatar;
            draft.expectedAmount = names.contains(LeadField.AMOUNT) ? null : expectedAmount;
            draft.probability = names.contains(LeadField.PROBABILITY) ? null : probability;
            draft.snoozedUntil = names.contains(LeadField.SNOOZED_UNTIL) ? null : snoozedUntil;
            draft.fields.keySet().removeIf(key -> names.contains(LeadField.custom(key)));
            draft.cleared.removeAll(names);
        });
    }

    private LeadUpdate with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.update();
    }

    /** An update that is being changed, so that each method above names the one part that it is about. */
    private static final class Draft {
        private @Nullable String name;
        private @Nullable String email;
        private @Nullable String phone;
        private @Nullable String region;
        private @Nullable String company;
        private @Nullable String location;
        private @Nullable String avatar;
        private @Nullable Money expectedAmount;
        private @Nullable Double probability;
        private @Nullable Instant snoozedUntil;
        private Map<String, FieldValue> fields = new TreeMap<>();
        private final Set<String> cleared = new TreeSet<>();

        Draft() {}

        Draft(LeadUpdate from) {
            name = from.name;
            email = from.email;
            phone = from.phone;
            region = from.region;
            company = from.company;
            location = from.location;
            avatar = from.avatar;
            expectedAmount = from.expectedAmount;
            probability = from.probability;
            snoozedUntil = from.snoozedUntil;
            fields.putAll(from.fields);
            cleared.addAll(from.cleared);
        }

        LeadUpdate update() {
            return new LeadUpdate(
                    name,
                    email,
                    phone,
                    region,
                    company,
                    location,
                    avatar,
                    expectedAmount,
                    probability,
                    snoozedUntil,
                    fields,
                    cleared);
        }
    }
}
