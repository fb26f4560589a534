package dev.leadkit;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns what somebody asks for at the desk into a lead's next value: pure, and the same for a person, an import and the
 * host's code. What is set here is pinned, so that no capture takes it back.
 */
final class LeadEdits {
    private final ContactNormalizer normalizer;
    private final Actor actor;
    private final Instant at;

    LeadEdits(ContactNormalizer normalizer, Actor actor, Instant at) {
        this.normalizer = normalizer;
        this.actor = actor;
        this.at = at;
    }

    Lead fill(Lead empty, NewLead wanted) {
        Lead lead = empty;
        var update = new LeadUpdate(
                wanted.name(),
                null,
                null,
                wanted.region(),
                wanted.company(),
                wanted.location(),
                wanted.avatar(),
                wanted.expectedAmount(),
                wanted.probability(),
                wanted.snoozedUntil(),
                wanted.fields(),
                Set.of());
        lead = update(lead, update);
        // From the last to the first, because each goes before the others.
        for (int i = wanted.emails().size() - 1; i >= 0; i--) {
            lead = update(lead, LeadUpdate.begin().email(wanted.emails().get(i)));
        }
        for (int i = wanted.phones().size() - 1; i >= 0; i--) {
            lead = update(lead, LeadUpdate.begin().phone(wanted.phones().get(i), wanted.region()));
        }
        for (String tag : wanted.tags()) {
            lead = tag(lead, tag);
        }
        if (wanted.assignee() != null) {
            lead = assign(lead, wanted.assignee());
        }
        if (wanted.externalId() != null) {
            lead = verify(lead, IdentityKind.EXTERNAL_ID, wanted.externalId());
        }
        return lead;
    }

    Lead update(Lead lead, LeadUpdate wanted) {
        Lead.Builder next = lead.toBuilder();
        Contact contact = lead.contact();
        if (wanted.name() != null
                || wanted.clears(LeadField.NAME) && lead.contact().name() != null) {
            contact = contact.withName(mineOrNone(wanted.name()));
            next.pin(LeadField.NAME);
        }
        if (wanted.company() != null
                || wanted.clears(LeadField.COMPANY) && lead.contact().company() != null) {
            contact = contact.withCompany(mineOrNone(wanted.company()));
            next.pin(LeadField.COMPANY);
        }
        if (wanted.location() != null
                || wanted.clears(LeadField.LOCATION) && lead.contact().location() != null) {
            contact = contact.withLocation(mineOrNone(wanted.location()));
            next.pin(LeadField.LOCATION);
        }
        if (wanted.avatar() != null
                || wanted.clears(LeadField.AVATAR) && lead.contact().avatar() != null) {
            contact = contact.withAvatar(mineOrNone(wanted.avatar()));
            next.pin(LeadField.AVATAR);
        }
        if (wanted.expectedAmount() != null || wanted.clears(LeadField.AMOUNT) && lead.expectedAmount() != null) {
            next.expectedAmount(mineOrNone(wanted.expectedAmount()));
            next.pin(LeadField.AMOUNT);
        }
        if (wanted.probability() != null || wanted.clears(LeadField.PROBABILITY)) {
            next.probability(wanted.probability());
        }
        if (wanted.snoozedUntil() != null || wanted.clears(LeadField.SNOOZED_UNTIL)) {
            next.snoozedUntil(toCome(wanted.snoozedUntil()));
        }
        Set<Identity> identities = new TreeSet<>(lead.identities());
        List<Attributed<String>> emails = new ArrayList<>(contact.emails());
        for (Attributed<String> email : contact.emails()) {
            if (wanted.clears(LeadField.EMAIL, email.value())) {
                unclaim(identities, IdentityKind.EMAIL, email.value());
                next.pin(LeadField.cleared(LeadField.EMAIL, email.value())).pin(LeadField.EMAIL);
                emails.remove(email);
            }
        }
        List<Attributed<PhoneNumber>> phones = new ArrayList<>(contact.phones());
        for (Attributed<PhoneNumber> phone : contact.phones()) {
            String number = phone.value().value();
            if (wanted.clears(LeadField.PHONE, number)) {
                unclaim(identities, IdentityKind.PHONE, number);
                next.pin(LeadField.cleared(LeadField.PHONE, number)).pin(LeadField.PHONE);
                phones.remove(phone);
            }
        }
        contact = contact.withEmails(emails).withPhones(phones);
        if (wanted.email() != null) {
            String email = normalizer.email(wanted.email());
            contact = contact.withEmails(first(mine(email), contact.emails(), Function.identity()));
            identities.add(Identity.claimed(IdentityKind.EMAIL, email));
            next.pin(LeadField.EMAIL).unpin(LeadField.cleared(LeadField.EMAIL, email));
        }
        if (wanted.phone() != null) {
            PhoneNumber phone = normalizer.phone(wanted.phone(), wanted.region());
            contact = contact.withPhones(first(mine(phone), contact.phones(), PhoneNumber::value));
            if (phone.valid()) {
                identities.add(Identity.claimed(IdentityKind.PHONE, phone.value()));
            }
            next.pin(LeadField.PHONE).unpin(LeadField.cleared(LeadField.PHONE, phone.value()));
        }
        if (!wanted.fields().isEmpty() || !wanted.cleared().isEmpty()) {
            customFields(lead, wanted, next);
        }
        return next.contact(contact).identities(identities).build();
    }

    /** Whoever is known by a value for certain, from a channel say, stays so. */
    private static void unclaim(Set<Identity> identities, IdentityKind kind, String value) {
        identities.remove(Identity.claimed(kind, value));
    }

    private @Nullable Instant toCome(@Nullable Instant until) {
        if (until != null && !until.isAfter(at)) {
            throw new InvalidInputException(LeadField.SNOOZED_UNTIL, "an instant to come", until + ", which is past");
        }
        return until;
    }

    private void customFields(Lead lead, LeadUpdate wanted, Lead.Builder next) {
        SortedMap<String, Attributed<FieldValue>> fields = new TreeMap<>(lead.fields());
        wanted.fields().forEach((key, value) -> {
            fields.put(key, mine(value));
            next.pin(LeadField.custom(key));
        });
        for (String field : wanted.cleared()) {
            String key = LeadField.keyOfCustom(field);
            if (key != null && fields.remove(key) != null) {
                next.pin(field);
            }
        }
        next.fields(fields);
    }

    Lead tag(Lead lead, String tag) {
        boolean isRepeated = lead.tags().contains(tag);
        return isRepeated ? repeated(tagged(lead, tag), own -> tagged(own, tag)) : tagged(lead, tag);
    }

    private static Lead tagged(Lead lead, String tag) {
        Set<String> tags = new TreeSet<>(lead.tags());
        tags.add(tag);
        return lead.toBuilder().tags(tags).pin(LeadField.tag(tag)).build();
    }

    Lead untag(Lead lead, String tag) {
        Set<String> tags = new TreeSet<>(lead.tags());
        tags.remove(tag);
        return lead.toBuilder().tags(tags).pin(LeadField.tag(tag)).build();
    }

    Lead assign(Lead lead, @Nullable String user) {
        boolean isRepeated = Objects.equals(lead.assignee(), user);
        return isRepeated ? repeated(assigned(lead, user), own -> assigned(own, user)) : assigned(lead, user);
    }

    private static Lead assigned(Lead lead, @Nullable String user) {
        return lead.toBuilder().assignee(user).pin(LeadField.ASSIGNEE).build();
    }

    /** What is said already stays as it was said first. */
    Lead consent(Lead lead, Consent stated) {
        return isStanding(lead, stated) ? repeated(lead, own -> stated(own, stated)) : stated(lead, stated);
    }

    private static boolean isStanding(Lead lead, Consent stated) {
        return lead.consent(stated.purpose())
                .map(standing -> standing.value().equals(stated))
                .orElse(false);
    }

    /** Never before what it replaces: a channel's clock may be ahead of ours. */
    private Lead stated(Lead lead, Consent stated) {
        if (isStanding(lead, stated)) {
            return lead;
        }
        Instant when = lead.consent(stated.purpose())
                .map(standing -> standing.provenance().at().plus(1, ChronoUnit.MICROS))
                .filter(at::isBefore)
                .orElse(at);
        List<Attributed<Consent>> consents = new ArrayList<>(lead.consents());
        consents.add(new Attributed<>(stated, Provenance.by(actor, when)));
        return lead.toBuilder().consents(consents).build();
    }

    /** What it is known by already stays as it was recorded first. */
    Lead verify(Lead lead, IdentityKind kind, String value) {
        return switch (kind) {
            case EMAIL -> verifyEmail(lead, normalizer.email(Input.email(value)));
            case PHONE -> verifyPhone(lead, normalizer.phone(Input.name("phone", value), null));
            case EXTERNAL_ID -> identified(lead, Identity.verified(kind, Input.id("externalId", value)));
            case SESSION, CHANNEL_USER ->
                throw new InvalidInputException("kind", "EMAIL, PHONE or EXTERNAL_ID", kind.name());
        };
    }

    private Lead verifyEmail(Lead lead, String email) {
        Identity identity = Identity.verified(IdentityKind.EMAIL, email);
        if (lead.identities().contains(identity)) {
            return lead;
        }
        Lead next = identified(update(lead, LeadUpdate.begin().email(email)), identity);
        Contact contact = next.contact();
        return next.toBuilder()
                .contact(contact.withEmails(firstVerified(contact.emails())))
                .build();
    }

    private Lead verifyPhone(Lead lead, PhoneNumber phone) {
        if (!phone.valid()) {
            throw new InvalidInputException(
                    "phone", "a number with its country code, which the kit's normalizer knows", "another text");
        }
        Identity identity = Identity.verified(IdentityKind.PHONE, phone.value());
        if (lead.identities().contains(identity)) {
            return lead;
        }
        Lead next = identified(update(lead, LeadUpdate.begin().phone(phone.value(), null)), identity);
        Contact contact = next.contact();
        return next.toBuilder()
                .contact(contact.withPhones(firstVerified(contact.phones())))
                .build();
    }

    private <T> List<Attributed<T>> firstVerified(List<Attributed<T>> values) {
        List<Attributed<T>> verified = new ArrayList<>(values);
        verified.set(0, new Attributed<>(values.get(0).value(), Provenance.verifiedBy(actor, at)));
        return verified;
    }

    /** There is a note on it; leads that were merged into it may have had notes before. */
    static Lead noted(Lead lead) {
        return repeated(
                lead.toBuilder().pin(LeadField.NOTES).build(),
                own -> own.toBuilder().pin(LeadField.NOTES).build());
    }

    /** What leads that were merged into it had brought already is its own too from now on, and stays when they are taken out. */
    private static Lead repeated(Lead lead, UnaryOperator<Lead> ofItsOwn) {
        return lead.toBuilder().own(ofItsOwn).build();
    }

    private static Lead identified(Lead lead, Identity identity) {
        Set<Identity> identities = new TreeSet<>(lead.identities());
        identities.add(identity);
        return lead.toBuilder().identities(identities).build();
    }

    private <T> @Nullable Attributed<T> mineOrNone(@Nullable T value) {
        return value == null ? null : mine(value);
    }

    private <T> Attributed<T> mine(T value) {
        return new Attributed<>(value, Provenance.by(actor, at));
    }

    private static <T> List<Attributed<T>> first(
            Attributed<T> value, List<Attributed<T>> others, Function<T, String> key) {
        List<Attributed<T>> values = new ArrayList<>();
        values.add(value);
        String its = key.apply(value.value());
        others.stream().filter(other -> !key.apply(other.value()).equals(its)).forEach(values::add);
        return values;
    }
}
