package dev.leadkit.examples.leaddesk.load;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.IdentityHasher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The leads of two years, the n-th the same in each run but for its times, which count back from now. More are recent than
 * old; the older one is, the likelier it is closed, but one of five old ones was forgotten where it lay. Half of all came
 * from a chat, which is stored with them.
 */
final class ManyLeads {
    static final TenantId TENANT = TenantId.of("acme");

    /** Surnames that a search finds few leads by. */
    static final int SURNAMES = 6_000;

    static final List<String> FIRST_NAMES = List.of(
            "Ada", "Ben", "Carla", "Dina", "Emil", "Fatima", "Goran", "Hana", "Igor", "Jana", "Karim", "Lena", "Marta",
            "Nils", "Olga", "Pavel", "Rosa", "Sami", "Tara", "Uwe", "Vera", "Wim", "Yara", "Zoe");

    static final List<String> TAGS = List.of(
            "follow-up",
            "demo",
            "newsletter",
            "partner",
            "vip",
            "urgent",
            "reseller",
            "spring-fair",
            "webinar",
            "support",
            "returning",
            "press",
            "student",
            "enterprise",
            "trial",
            "invoice");

    private static final List<LeadSource> SOURCES = List.of(
            LeadSource.WIDGET,
            LeadSource.WIDGET,
            LeadSource.WIDGET,
            LeadSource.WHATSAPP,
            LeadSource.WHATSAPP,
            LeadSource.MESSENGER,
            LeadSource.API,
            LeadSource.API,
            LeadSource.MANUAL,
            LeadSource.API);

    private static final List<String> SYLLABLES = List.of(
            "ba", "der", "fel", "gro", "hin", "jos", "kan", "lor", "mey", "nau", "pel", "qui", "ros", "sel", "tur",
            "vog", "wen", "zim");

    private static final long YEARS_SECONDS = Duration.ofDays(730).toSeconds();
    private static final int LEAST_OPEN_DAYS = 7;
    private static final int FEW_OPEN_DAYS = 60;

    private final Pipeline pipeline = Pipeline.fiveStage();
    private final List<String> assignees;
    private final IdentityHasher hasher;
    private final Instant now;

    /** @param assignees who look after them */
    ManyLeads(List<String> assignees, IdentityHasher hasher, Instant now) {
        this.assignees = assignees;
        this.hasher = hasher;
        this.now = now;
    }

    /** A surname, by its number below {@link #SURNAMES}. */
    static String surname(int number) {
        int many = SYLLABLES.size();
        String name = SYLLABLES.get(number % many)
                + SYLLABLES.get(number / many % many)
                + SYLLABLES.get((number / many / many + number) % many);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The unit of work that the n-th began with. */
    Changeset changeset(int number) {
        var random = new Random(number * 7_919L);
        random.nextInt(); // the first of neighbouring seeds are alike
        double age = Math.pow(random.nextDouble(), 1.5);
        Instant created = now.minusSeconds((long) (age * YEARS_SECONDS));
        var id = new LeadId(new UUID(
                created.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | Long.MIN_VALUE));
        LeadSource source = SOURCES.get(random.nextInt(SOURCES.size()));
        String session = isChat(source) ? "session-" + number : null;
        var unit = new ChangesetBuilder(
                new ChangesetId(new UUID(0x4000 | number, number)), TENANT, created, Actor.system(), hasher);
        var lead = Lead.builder(id, TENANT, source, created);
        describe(lead, session, created, number, random);
        work(lead, created, random);
        if (session != null) {
            unit.conversation(
                    Conversation.begin(TENANT, session, source.key()).withSegment(new Conversation.Segment(id, null)),
                    0);
            unit.messages(messages(session, created));
        }
        unit.create(lead.build(), created, null);
        return unit.build();
    }

    private static boolean isChat(LeadSource source) {
        return !source.equals(LeadSource.API) && !source.equals(LeadSource.MANUAL);
    }

    private static void describe(Lead.Builder lead, @Nullable String session, Instant at, int number, Random random) {
        Provenance because = session == null
                ? Provenance.by(Actor.system(), at)
                : Provenance.said("load", 0.9, new Evidence(session, "m-2", 0, 20), at);
        String first = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
        String last = surname(random.nextInt(SURNAMES));
        String host = random.nextBoolean() ? "gmail.com" : "firm" + random.nextInt(5_000) + ".example";
        String address = (first + "." + last + number + "@" + host).toLowerCase(Locale.ROOT);
        String phone = "+49151" + (10_000_000 + number);
        boolean hasPhone = random.nextInt(10) < 6;
        Contact contact = new Contact(
                random.nextInt(10) < 9 ? new Attributed<>(first + " " + last, because) : null,
                List.of(new Attributed<>(address, because)),
                hasPhone ? List.of(new Attributed<>(new PhoneNumber(phone, phone, true), because)) : List.of(),
                random.nextBoolean() ? new Attributed<>(surname(random.nextInt(900)) + " Ltd", because) : null,
                random.nextInt(3) == 0 ? new Attributed<>("Leipzig", because) : null,
                null);
        Set<Identity> identities = new TreeSet<>(contact.claims());
        if (session != null) {
            lead.sessions(List.of(session));
            identities.add(Identity.session(session));
            lead.need(new NeedSummary(
                    "Wants an offer for %d machines with delivery".formatted(1 + random.nextInt(40)),
                    "extractive",
                    List.of(new Evidence(session, "m-2", 0, 20))));
        }
        lead.contact(contact).identities(identities);
        if (random.nextInt(10) < 4) {
            String currency = random.nextInt(10) < 7 ? "EUR" : random.nextBoolean() ? "USD" : "GBP";
            lead.expectedAmount(new Attributed<>(Money.of((5 + random.nextInt(995)) + "0", currency), because));
        }
    }

    /** Where people and time have brought it. */
    private void work(Lead.Builder lead, Instant created, Random random) {
        long days = Duration.between(created, now).toDays();
        int chance = random.nextInt(100);
        String stage = days < LEAST_OPEN_DAYS
                ? among(chance, 60, 85, 95, 96)
                : days < FEW_OPEN_DAYS ? among(chance, 20, 45, 62, 75) : among(chance, 10, 17, 21, 46);
        boolean closed =
                pipeline.findStage(stage).map(Stage::category).orElseThrow().isClosed();
        Instant entered = later(created, random);
        lead.stage(pipeline.name(), pipeline.version(), stage, closed, entered);
        lead.lastActivityAt(later(entered, random));
        boolean isNobodys = random.nextInt(100) < (stage.equals("new") ? 60 : 4);
        lead.assignee(isNobodys ? null : assignees.get(random.nextInt(assignees.size())));
        if (stage.equals("lost")) {
            lead.lostReason("price");
        }
        Set<String> tags = new LinkedHashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            tags.add(TAGS.get((int) (Math.pow(random.nextDouble(), 2) * TAGS.size())));
        }
        lead.tags(tags);
        if (random.nextInt(10) > 0) {
            lead.score(score(Math.max(0, Math.min(100, (int) (45 + 22 * random.nextGaussian()))), created));
        }
    }

    private static String among(int chance, int aNew, int contacted, int qualified, int converted) {
        return chance < aNew
                ? "new"
                : chance < contacted
                        ? "contacted"
                        : chance < qualified ? "qualified" : chance < converted ? "converted" : "lost";
    }

    private Instant later(Instant at, Random random) {
        Instant later = at.plusSeconds(random.nextInt((int) Duration.ofDays(9).toSeconds()));
        return later.isBefore(now) ? later : at;
    }

    private static Score score(int value, Instant at) {
        int contact = value / 3;
        int intent = value / 2;
        return new Score(
                value,
                value >= 70 ? "hot" : value >= 40 ? "warm" : "cold",
                List.of(
                        new Contribution("contact", "Contact data", contact, "e-mail known"),
                        new Contribution("intent", "Intent", intent, "wants an offer"),
                        new Contribution("recent", "Recent activity", 0, "nothing lately"),
                        new Contribution("company", "Company", value - contact - intent, "company known")),
                "standard@1",
                at,
                null);
    }

    private static List<ChatMessage> messages(String session, Instant at) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(ChatMessage.from(session)
                .id("m-1")
                .bot("Hello, what can we do for you?")
                .at(at.minusSeconds(90))
                .build());
        messages.add(ChatMessage.from(session)
                .id("m-2")
                .visitor("I want an offer for some machines with delivery, please write to me")
                .at(at)
                .build());
        messages.add(ChatMessage.from(session)
                .id("m-3")
                .agent("Gladly. When would you need them, and where?")
                .at(at.plusSeconds(60))
                .build());
        return messages;
    }
}
