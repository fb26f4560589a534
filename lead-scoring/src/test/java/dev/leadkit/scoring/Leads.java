package dev.leadkit.scoring;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Leads to be scored. Each begins with nothing known but a source and, if it was asked for, a conversation. */
final class Leads {
    static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");

    private static final Provenance SAID =
            new Provenance(Provenance.Origin.MESSAGE, "test", Assurance.CLAIMED, 1, null, NOW);

    private Leads() {}

    /** A lead that a person typed in: no conversation, no contact details. */
    static Lead.Builder aLead() {
        return Lead.builder(new LeadId(new UUID(7, 1)), TenantId.of("acme"), LeadSource.WIDGET, NOW);
    }

    static Lead aLeadWith(Engagement engagement) {
        return aLead().engagement(engagement).build();
    }

    static Lead aLeadWith(Contact contact) {
        return aLead().contact(contact).build();
    }

    static Engagement chat(int messages, int questions, int minutes) {
        return chat(messages, questions, minutes, 0, 0);
    }

    static Engagement chat(int messages, int questions, int minutes, double purchase, double qualified) {
        Duration active = Duration.ofMinutes(minutes);
        return new Engagement(
                messages, questions, active, Set.of("web"), purchase, qualified, false, NOW.minus(active), NOW);
    }

    static Contact email() {
        return Contact.UNKNOWN.withEmails(List.of(new Attributed<>("jane@example.com", SAID)));
    }

    static Contact emailAndPhone() {
        return email().withPhones(List.of(new Attributed<>(PhoneNumber.digitsOf("555 0100"), SAID)));
    }

    static Attributed<String> said(String value) {
        return new Attributed<>(value, SAID);
    }

    static Attributed<Money> amount(String amount, String currency) {
        return new Attributed<>(Money.of(amount, currency), SAID);
    }
}
