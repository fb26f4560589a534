package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.IdentityHasher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The leads of the benchmark, the same in each run: lead number {@code i} of so many is a function of both. A few words
 * find the same number of leads however many there are.
 */
final class Population {
    static final TenantId LARGE = TenantId.of("large");
    static final Actor ANN = Actor.user("ann");
    static final String ENDPOINT = "crm";
    static final Pipeline PIPELINE = Pipeline.sixStage();
    static final IdentityHasher HASHER =
            IdentityHasher.of("a secret for benchmarks alone".getBytes(StandardCharsets.UTF_8));

    /** As surnames: how many leads have them. */
    static final String RARE = "Zwijnenburg";

    static final int RARE_LEADS = 20;
    static final String MEDIUM = "Quillfeather";
    static final int MEDIUM_LEADS = 1_000;
    static final String COMMON = "Papadopoulos";
    static final int COMMON_LEADS = 20_000;

    /** In the address of two leads of five. */
    static final String BROAD = "postbox";

    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final String[] STAGES = {"new", "qualified", "assigned", "contacted", "converted", "lost"};
    private static final int[] STAGE_PERCENT = {30, 20, 15, 15, 10, 10};
    private static final String[] FIRST =
            ("Anna Ben Carla David Elif Farid Greta Hugo Ines Jonas Kira Liam Mara Nils Olga Pablo Rosa Samir Tara Uwe"
                            + " Vera Wanda Xenia Yusuf Zoe Amara Boris Chloe Dmitri Esra")
                    .split(" ");
    private static final String[] LAST =
            ("Adler Bauer Costa Dupont Eriksen Fischer Garcia Haddad Ivanov Jensen Keller Lopez Moreau Novak Okafor"
                            + " Petrov Quist Rossi Silva Tanaka Ueda Vogel Weber Xu Yilmaz Zeller Andersson Brandt"
                            + " Castillo Demir Engel Ferrari Gruber Hansen Iversen Jansen Kowalski Lindgren Meyer Nowak")
                    .split(" ");
    private static final String[] HOSTS = {"postbox", "postbox", "letters", "firm", "office"};
    private static final String[] ASSIGNEES = {"ann", "bob", "cem"};
    private static final String[] TAGS = {"vip", "trade", "private", "export", "newsletter", "fair", "partner", "call"};
    private static final String[] CURRENCIES = {"EUR", "USD", "GBP"};
    private static final LeadSource[] SOURCES = {
        LeadSource.WIDGET, LeadSource.WHATSAPP, LeadSource.MESSENGER, LeadSource.API, LeadSource.MANUAL
    };

    private final TenantId tenant;
    private final int size;

    Population(TenantId tenant, int size) {
        this.tenant = tenant;
        this.size = size;
    }

    int size() {
        return size;
    }

    /** What creates lead number {@code i}, from 0, the oldest first. */
    Changeset creation(int i) {
        var random = new SplittableRandom(i);
        NewLead wanted = wanted(i, random);
        Instant at = BEGIN.plusMillis(20_000L * i);
        Provenance set = Provenance.by(ANN, at);
        Contact contact = new Contact(
                new Attributed<>(java.util.Objects.requireNonNull(wanted.name()), set),
                List.of(new Attributed<>(wanted.emails().get(0), set)),
                List.of(new Attributed<>(PhoneNumber.digitsOf(wanted.phones().get(0)), set)),
                wanted.company() == null ? null : new Attributed<>(wanted.company(), set),
                null,
                null);
        String stage = stage(random);
        Lead lead = Lead.builder(new LeadId(id(at, random)), tenant, wanted.source(), at)
                .contact(contact)
                .identities(List.of(
                        new Identity(IdentityKind.EMAIL, wanted.emails().get(0), Assurance.CLAIMED),
                        Identity.verified(
                                IdentityKind.EXTERNAL_ID, java.util.Objects.requireNonNull(wanted.externalId()))))
                .stage(
                        PIPELINE.name(),
                        PIPELINE.version(),
                        stage,
                        stage.equals("converted") || stage.equals("lost"),
                        at)
                .tags(wanted.tags())
                .expectedAmount(wanted.expectedAmount() == null ? null : new Attributed<>(wanted.expectedAmount(), set))
                .assignee(wanted.assignee())
                .pinned(Set.of("name", "email", "phone", "assignee"))
                .lastActivityAt(at.plusSeconds(random.nextInt(1_000_000)))
                .build();
        var unit = new ChangesetBuilder(new ChangesetId(id(at, random)), tenant, at, ANN, HASHER);
        unit.endpoints(Set.of(ENDPOINT));
        unit.create(lead, at, null);
        return unit.build();
    }

    /** What a person would ask for at the desk. */
    NewLead wanted(int i) {
        return wanted(i, new SplittableRandom(i));
    }

    private NewLead wanted(int i, SplittableRandom random) {
        String first = FIRST[random.nextInt(FIRST.length)];
        String last = surname(i, random);
        NewLead wanted = NewLead.named(first + " " + last)
                .email("%s.%s%d@%s.example"
                        .formatted(first, last, i, HOSTS[random.nextInt(HOSTS.length)])
                        .toLowerCase(Locale.ROOT))
                .phone("+49 30 %07d".formatted(random.nextInt(10_000_000)))
                .source(SOURCES[random.nextInt(SOURCES.length)])
                .tag(TAGS[random.nextInt(4)])
                .tag(TAGS[4 + random.nextInt(4)])
                .assignee(ASSIGNEES[random.nextInt(ASSIGNEES.length)])
                .externalId("crm-" + i);
        if (random.nextInt(3) > 0) {
            wanted = wanted.company(last + " & Co");
        }
        if (random.nextInt(5) > 0) {
            String currency = CURRENCIES[random.nextInt(CURRENCIES.length)];
            wanted = wanted.expecting(Money.of(Integer.toString(100 + random.nextInt(20_000)), currency));
        }
        return wanted;
    }

    private String surname(int i, SplittableRandom random) {
        String usual = LAST[random.nextInt(LAST.length)];
        if (isOneOf(RARE_LEADS, i)) {
            return RARE;
        }
        if (isOneOf(MEDIUM_LEADS, i)) {
            return MEDIUM;
        }
        return isOneOf(COMMON_LEADS, i) ? COMMON : usual;
    }

    /** Whether lead {@code i} is among so many, spread evenly; among none where that would be more than a tenth of all. */
    private boolean isOneOf(int many, int i) {
        return many <= size / 10 && (long) i * many / size != (i + 1L) * many / size;
    }

    private static String stage(SplittableRandom random) {
        int percent = random.nextInt(100);
        int stage = 0;
        while (percent >= STAGE_PERCENT[stage]) {
            percent -= STAGE_PERCENT[stage++];
        }
        return STAGES[stage];
    }

    private static UUID id(Instant at, SplittableRandom random) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000L | random.nextInt(0x1000), random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
