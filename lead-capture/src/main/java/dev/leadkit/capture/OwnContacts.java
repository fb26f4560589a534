package dev.leadkit.capture;

import dev.leadkit.capture.text.TellingDigits;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.PhoneNumber;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Addresses, domains and numbers that are a tenant's own. Whoever repeats one in a chat asks about it or has copied it, and did not
 * give his own: it is refused as {@code own-contact}. Immutable and safe to share.
 *
 * <pre>{@code
 * OwnContacts.of("northwind.example", "northwind.shop@mail.example", "+1 212 555 0100");
 * }</pre>
 *
 * <p>A domain stands for all addresses at it and at the domains below it, such as {@code jo@mail.northwind.example}; so name none at which
 * visitors have theirs. A number is the same if its last seven digits are, whatever the prefix.
 */
public final class OwnContacts {
    /** There are none, or none that one needs to name. */
    public static final OwnContacts NONE = new OwnContacts(List.of());

    private final Set<String> emails = new HashSet<>();
    private final Set<String> domains = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    private OwnContacts(Collection<String> contacts) {
        for (String contact : contacts) {
            String given = ContactNormalizer.plainDigits().email(Input.name("ownContacts", contact));
            if (given.indexOf('@') > 0) {
                emails.add(given);
            } else if (given.indexOf('.') > 0 && given.chars().anyMatch(Character::isLetter)) {
                domains.add(given);
            } else {
                numbers.add(tellingDigits(given));
            }
        }
    }

    /** @throws InvalidInputException if one is no address, no domain such as {@code northwind.example} and has less than seven digits */
    public static OwnContacts of(String... contacts) {
        return of(List.of(contacts));
    }

    /** The same. */
    public static OwnContacts of(Collection<String> contacts) {
        return contacts.isEmpty() ? NONE : new OwnContacts(contacts);
    }

    private static String tellingDigits(String given) {
        String digits = TellingDigits.of(given);
        if (digits.length() < TellingDigits.COUNT) {
            throw new InvalidInputException(
                    "ownContacts",
                    "an address, a domain or a number of seven digits or more",
                    digits.length() + " digits");
        }
        return digits;
    }

    boolean isEmpty() {
        return emails.isEmpty() && domains.isEmpty() && numbers.isEmpty();
    }

    /** @param email in the form in which it is compared */
    boolean hasEmail(String email) {
        if (emails.contains(email)) {
            return true;
        }
        int from = email.lastIndexOf('@');
        while (from >= 0 && !domains.isEmpty()) {
            if (domains.contains(email.substring(from + 1))) {
                return true;
            }
            from = email.indexOf('.', from + 1);
        }
        return false;
    }

    boolean hasPhone(PhoneNumber phone) {
        return numbers.contains(TellingDigits.of(phone.value()));
    }
}
