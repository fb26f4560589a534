package dev.leadkit;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import org.jspecify.annotations.Nullable;

/**
 * Values that somebody sets on a lead. A field that is not named stays as it is; what is set is pinned, so that no later
 * capture replaces it.
 *
 * <p>Each method returns a copy; a value is checked when it is given.
 *
 * @param region the ISO 3166 region for a phone without a country code; absent when unknown
 */
public record LeadUpdate(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String region,
        @Nullable String company,
        @Nullable String location,
        @Nullable Money expectedAmount) {

    /** @throws InvalidInputException naming the first part that is not taken */
    public LeadUpdate {
        name = name == null ? null : Input.name("name", name);
        email = email == null ? null : Input.name("email", email);
        phone = phone == null ? null : Input.name("phone", phone);
        company = company == null ? null : Input.name("company", company);
        location = location == null ? null : Input.name("location", location);
    }

    /** Sets nothing yet. */
    public static LeadUpdate begin() {
        return new LeadUpdate(null, null, null, null, null, null, null);
    }

    public LeadUpdate name(String newName) {
        return new LeadUpdate(newName, email, phone, region, company, location, expectedAmount);
    }

    /** Puts an address before the others. */
    public LeadUpdate email(String newEmail) {
        return new LeadUpdate(name, newEmail, phone, region, company, location, expectedAmount);
    }

    /** Puts a number before the others. */
    public LeadUpdate phone(String newPhone, @Nullable String itsRegion) {
        return new LeadUpdate(name, email, newPhone, itsRegion, company, location, expectedAmount);
    }

    public LeadUpdate company(String newCompany) {
        return new LeadUpdate(name, email, phone, region, newCompany, location, expectedAmount);
    }

    public LeadUpdate location(String newLocation) {
        return new LeadUpdate(name, email, phone, region, company, newLocation, expectedAmount);
    }

    public LeadUpdate expecting(Money amount) {
        return new LeadUpdate(name, email, phone, region, company, location, amount);
    }
}
