package dev.leadkit.lead;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the person behind a lead. Each value says where it came from; an absent value is not known.
 *
 * @param emails canonical addresses without repeats, the one to use first
 * @param phones numbers without repeats, the one to use first
 */
public record Contact(
        @Nullable Attributed<String> name,
        List<Attributed<String>> emails,
        List<Attributed<PhoneNumber>> phones,
        @Nullable Attributed<String> company,
        @Nullable Attributed<String> location,
        @Nullable Attributed<String> avatar) {

    /** Nothing is known yet: an anonymous visitor. */
    public static final Contact UNKNOWN = new Contact(null, List.of(), List.of(), null, null, null);

    public Contact {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }

    public Contact withName(@Nullable Attributed<String> newName) {
        return new Contact(newName, emails, phones, company, location, avatar);
    }

    public Contact withEmails(List<Attributed<String>> newEmails) {
        return new Contact(name, newEmails, phones, company, location, avatar);
    }

    public Contact withPhones(List<Attributed<PhoneNumber>> newPhones) {
        return new Contact(name, emails, newPhones, company, location, avatar);
    }

    public Contact withCompany(@Nullable Attributed<String> newCompany) {
        return new Contact(name, emails, phones, newCompany, location, avatar);
    }

    public Contact withLocation(@Nullable Attributed<String> newLocation) {
        return new Contact(name, emails, phones, company, newLocation, avatar);
    }

    public Contact withAvatar(@Nullable Attributed<String> newAvatar) {
        return new Contact(name, emails, phones, company, location, newAvatar);
    }

    /** Its addresses and valid numbers as identities; anybody could have typed them. */
    public Set<Identity> claims() {
        Set<Identity> claims = new TreeSet<>();
        emails.forEach(email -> claims.add(Identity.claimed(IdentityKind.EMAIL, email.value())));
        phones.stream()
                .map(Attributed::value)
                .filter(PhoneNumber::valid)
                .forEach(phone -> claims.add(Identity.claimed(IdentityKind.PHONE, phone.value())));
        return claims;
    }
}
