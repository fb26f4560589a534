package dev.leadkit.examples.benchmarks.scoring;

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
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Leads that differ in all that rules look at. */
final class Subjects {
    private static final int COUNT = 64;
    private static final Provenance SAID =
            new Provenance(Provenance.Origin.MESSAGE, "chat", Assurance.CLAIMED, 1, null, Contenders.AS_OF);
    private static final List<String> COMPANIES = List.of("Acme", "Globex", "Initech", "Umbrella", "Vandelay");
    private static final List<String> SOURCES = List.of("widget", "api", "whatsapp", "import", "telegram");

    private Subjects() {}

    /** The same each time. */
    static List<Subject> all() {
        var random = new Random(7);
        return IntStream.range(0, COUNT)
                .mapToObj(i -> new Subject(lead(i, random)))
                .toList();
    }

    private static Lead lead(int number, Random random) {
        Contact contact = Contact.UNKNOWN;
        if (random.nextBoolean()) {
            contact = contact.withEmails(List.of(new Attributed<>("jane%d@example.com".formatted(number), SAID)));
        }
        if (random.nextBoolean()) {
            contact = contact.withPhones(List.of(new Attributed<>(PhoneNumber.digitsOf("555 0100"), SAID)));
        }
        if (random.nextInt(4) > 0) {
            contact = contact.withCompany(new Attributed<>(fresh(COMPANIES, random), SAID));
        }
        int messages = random.nextInt(20);
        return Lead.builder(
                        new LeadId(new UUID(0, number)),
                        TenantId.of("acme"),
                        LeadSource.of(fresh(SOURCES, random)),
                        Contenders.AS_OF)
                .contact(contact)
                .engagement(new Engagement(
                        messages,
                        messages == 0 ? 0 : random.nextInt(messages),
                        Duration.ofMinutes(random.nextInt(25)),
                        Set.of("web"),
                        random.nextDouble(),
                        random.nextDouble(),
                        random.nextBoolean(),
                        Contenders.AS_OF,
                        Contenders.AS_OF))
                .expectedAmount(
                        random.nextInt(3) == 0
                                ? null
                                : new Attributed<>(Money.of(String.valueOf(random.nextInt(12_000)), "EUR"), SAID))
                .build();
    }

    /** As a store gives it: a text of its own, whose hash nobody asked for yet. */
    private static String fresh(List<String> names, Random random) {
        return String.valueOf(names.get(random.nextInt(names.size())).toCharArray());
    }
}
