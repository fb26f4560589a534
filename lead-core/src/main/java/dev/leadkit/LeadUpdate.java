package dev.leadkit;

import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.Money;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values that somebody sets on a lead. A field that is not named stays as it is; what is set is pinned, so that no later
 * capture replaces it.
 *
 * <p>Each method returns a copy; a value is checked when it is given.
 *
 * @param fields custom fields to set, by their keys; whether they are taken is for the kit's definition to say
 * @param cleared custom fields to remove the values of
 * @param region the ISO 3166 region for a phone without a country code; absent when unknown
 */
public record LeadUpdate(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String region,
        @Nullable String company,
        @Nullable String location,
        @Nullable Money expectedAmount,
        Map<String, FieldValue> fields,
        Set<String> cleared) {

    /** @throws InvalidInputException naming the first part that is not taken */
    public LeadUpdate {
        name = name == null ? null : Input.name("name", name);
        email = email == null ? null : Input.email(email);
        phone = phone == null ? null : Input.name("phone", phone);
        company = company == null ? null : Input.name("company", company);
        location = location == null ? null : Input.name("location", location);
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        cleared = Collections.unmodifiableSet(new TreeSet<>(cleared));
    }

    /** Sets nothing yet. */
    public static LeadUpdate begin() {
        return new LeadUpdate(null, null, null, null, null, null, null, Map.of(), Set.of());
    }

    public LeadUpdate name(String newName) {
        return new LeadUpdate(newName, email, phone, region, company, location, expectedAmount, fields, cleared);
    }

    /** Puts an address before the others. */
    public LeadUpdate email(String newEmail) {
        return new LeadUpdate(name, newEmail, phone, region, company, location, expectedAmount, fields, cleared);
    }

    /** Puts a number before the others. */
    public LeadUpdate phone(String newPhone, @Nullable String itsRegion) {
        return new LeadUpdate(name, email, newPhone, itsRegion, company, location, expectedAmount, fields, cleared);
    }

    public LeadUpdate company(String newCompany) {
        return new LeadUpdate(name, email, phone, region, newCompany, location, expectedAmount, fields, cleared);
    }

    public LeadUpdate location(String newLocation) {
        return new LeadUpdate(name, email, phone, region, company, newLocation, expectedAmount, fields, cleared);
    }

    public LeadUpdate expecting(Money amount) {
        return new LeadUpdate(name, email, phone, region, company, location, amount, fields, cleared);
    }

    /** Sets a custom field. */
    public LeadUpdate field(String key, FieldValue value) {
        Map<String, FieldValue> more = new TreeMap<>(fields);
        more.put(key, value);
        return with(more, without(cleared, key));
    }

    /** Sets a custom field to what a text says, such as one of a form: it is read by the type of the field. */
    public LeadUpdate field(String key, String text) {
        return field(key, FieldValue.of(text));
    }

    /** Removes the value of a custom field. */
    public LeadUpdate clear(String key) {
        Set<String> more = new TreeSet<>(cleared);
        more.add(key);
        Map<String, FieldValue> fewer = new TreeMap<>(fields);
        fewer.remove(key);
        return with(fewer, more);
    }

    /** The same with other values of custom fields. */
    LeadUpdate with(Map<String, FieldValue> newFields, Set<String> newCleared) {
        return new LeadUpdate(name, email, phone, region, company, location, expectedAmount, newFields, newCleared);
    }

    private static Set<String> without(Set<String> keys, String key) {
        Set<String> fewer = new TreeSet<>(keys);
        fewer.remove(key);
        return fewer;
    }

    /** The same without some fields, by their names in {@link LeadField}. */
    LeadUpdate without(Set<String> names) {
        Map<String, FieldValue> fewer = new TreeMap<>(fields);
        fewer.keySet().removeIf(key -> names.contains(LeadField.custom(key)));
        Set<String> fewerCleared = new TreeSet<>(cleared);
        fewerCleared.removeIf(key -> names.contains(LeadField.custom(key)));
        return new LeadUpdate(
                names.contains(LeadField.NAME) ? null : name,
                names.contains(LeadField.EMAIL) ? null : email,
                names.contains(LeadField.PHONE) ? null : phone,
                region,
                names.contains(LeadField.COMPANY) ? null : company,
                names.contains(LeadField.LOCATION) ? null : location,
                names.contains(LeadField.AMOUNT) ? null : expectedAmount,
                fewer,
                fewerCleared);
    }
}
