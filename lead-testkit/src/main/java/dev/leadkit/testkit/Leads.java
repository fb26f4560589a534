package dev.leadkit.testkit;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.EngagementDay;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.MergedLeads;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.lead.Touch;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrderBuilder;
import dev.leadkit.store.IdentityHasher;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Ready values for tests, to be imported statically: what a test does not name has a sensible default.
 *
 * <pre>{@code
 * Lead lead = aLead().named("Jane").inStage("contacted").scored(72).build();
 * Changeset unit = aChangeset().messages(List.of(aMessage("s-1", "m-1").visitor("Hi").build())) …
 * }</pre>
 *
 * <p>Times and keys are fixed; ids are new with each call unless {@link #id(int)} gives them.
 */
public final class Leads {
    /** The tenant of all values that name no other. */
    public static final TenantId ACME = TenantId.of("acme");

    /** Another tenant, which must see nothing of {@link #ACME}. */
    public static final TenantId GLOBEX = TenantId.of("globex");

    /** A Monday morning; not a whole second, so that a store that cuts more than it may is seen. */
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");

    /** Stands at {@link #NOW}. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** The person who acts where nobody else is named. */
    public static final Actor ANN = Actor.user("ann");

    /** The secret under which {@link #HASHER} makes keys; for tests alone. */
    public static final String SECRET = "a secret for tests alone";

    /** Makes the identity keys of {@link #aChangeset()}. */
    public static final IdentityHasher HASHER = IdentityHasher.of(SECRET.getBytes(StandardCharsets.UTF_8));

    private Leads() {}

    /** Begins a lead of {@link #ACME} of which nothing is known, in the first stage of the five-stage pipeline. */
    public static LeadFixture aLead() {
        return new LeadFixture();
    }

    /** Begins a lead that has a value in every field, for tests of whatever stores, sends or shows leads. */
    public static LeadFixture aFullLead() {
        Evidence evidence = new Evidence("s-1", "m-1", 3, 17);
        List<Evidence> both = List.of(new Evidence("s-1", "m-2", 0, 5), evidence);
        Provenance said = Provenance.said("email-scanner", 0.97, evidence, NOW.minusSeconds(60));
        Provenance set = Provenance.by(ANN, NOW);
        Provenance channel =
                new Provenance(Provenance.Origin.HOST, "whatsapp", Assurance.CHANNEL, 1.0, null, NOW.minusSeconds(90));
        Contact contact = new Contact(
                new Attributed<>("Jane Doe", set),
                List.of(new Attributed<>("jane@acme.example", said), new Attributed<>("j.doe@acme.example", set)),
                List.of(
                        new Attributed<>(new PhoneNumber("+4915123456789", "0151 234 567 89", true), channel),
                        new Attributed<>(PhoneNumber.digitsOf("12-34-56"), said)),
                new Attributed<>("Acme Ltd", said),
                new Attributed<>("Oslo, Norway", said),
                new Attributed<>("https://cdn.example/jane.png", channel));
        return aLead().knownBy(
                        Identity.session("s-1"),
                        Identity.claimed(IdentityKind.EMAIL, "jane@acme.example"),
                        Identity.verified(IdentityKind.PHONE, "+4915123456789"),
                        new Identity(IdentityKind.CHANNEL_USER, "wa-77", Assurance.CHANNEL),
                        Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1"))
                .from(LeadSource.WHATSAPP)
                .inStage("qualified")
                .tagged("vip", "norway")
                .worth("1200.50", "EUR")
                .assignedTo("ann")
                .but(lead -> lead.contact(contact)
                        .need(new NeedSummary("Wants 40 chairs shipped to Oslo", "extractive", both))
                        .lostReason("price")
                        .engagement(engagement().withDays(days()))
                        .score(score(72))
                        .capturedBecause(List.of(
                                new Reason("contact-given", "an e-mail address was given", both),
                                Reason.of("marked-qualified", "somebody marked the conversation")))
                        .pinned(Set.of("stage", "tag:vip"))
                        .sessions(List.of("s-1", "s-0"))
                        .previous(id(9_999))
                        .merged(new MergedLeads(
                                aLead().named("Jane").inStage("new").build(),
                                List.of(id(9_998)),
                                Map.of("name", id(9_998)),
                                Map.of(id(9_998), Set.of("company", "cleared:email:jane@home.example"))))
                        .consents(consents())
                        .fields(fields())
                        .rank("7ff9c3d2a1b0e4f5m")
                        .stage("five-stage", 3, "qualified", false, NOW.plusSeconds(5))
                        .probability(0.35)
                        .snoozedUntil(NOW.plusSeconds(86_400))
                        .touched(Touch.NOTED, NOW.plusSeconds(6)));
    }

    /** A value of every type of custom field. */
    static SortedMap<String, Attributed<FieldValue>> fields() {
        SortedMap<String, Attributed<FieldValue>> fields = new TreeMap<>();
        Provenance set = Provenance.by(ANN, NOW);
        for (FieldValue value : List.of(
                FieldValue.of("two lines\nof \"text\" ü"),
                FieldValue.of(new BigDecimal("-12.345678")),
                FieldValue.of(Money.of("1200.5", "EUR")),
                FieldValue.of(LocalDate.of(2026, 3, 2)),
                FieldValue.choice("pro"),
                FieldValue.of(false),
                FieldValue.ref("Ref/7 "))) {
            fields.put("a-" + value.type().key(), new Attributed<>(value, set));
        }
        return fields;
    }

    /** One that a message gave, and one that was taken back at the desk. */
    static List<Attributed<Consent>> consents() {
        var message = new Evidence("s-1", "m-1", 0, 0);
        var said = new Provenance(Provenance.Origin.MESSAGE, "consent", Assurance.CHANNEL, 1.0, message, NOW);
        return List.of(
                new Attributed<>(Consent.to("contact").text("2026-03 ü"), said),
                new Attributed<>(
                        Consent.withdrawnFrom("newsletter").basis("legitimate-interests"), Provenance.by(ANN, NOW)));
    }

    /** A visitor who wrote five different messages within four minutes, over two channels. */
    public static Engagement engagement() {
        return new Engagement(
                5,
                2,
                Duration.ofMinutes(4),
                Set.of("widget", "whatsapp"),
                0.8125,
                0.3,
                true,
                NOW.minusSeconds(300),
                NOW.minusSeconds(60),
                List.of(new EngagementDay(LocalDate.ofInstant(NOW, ZoneOffset.UTC), 5, 2)));
    }

    /** The five messages of {@link #engagement()}, had they been written on two days. */
    private static List<EngagementDay> days() {
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        return List.of(new EngagementDay(today.minusDays(3), 2, 0), new EngagementDay(today, 3, 2));
    }

    /** A score of one factor, in the band where the default card puts it: hot from 70, warm from 40, else cold. */
    public static Score score(int value) {
        String band = value >= 70 ? "hot" : value >= 40 ? "warm" : "cold";
        var fit = new Contribution("fit", "Fit", value + 5, "company known");
        var idle = new Contribution("idle", "Idle", -5, "no message for 3 days", -15, -2);
        return new Score(value, band, List.of(fit, idle), "default@1", NOW, NOW.plus(Duration.ofDays(1)));
    }

    /** Begins a visitor's message at {@link #NOW} that says hello. */
    public static ChatMessage.Builder aMessage(String session, String id) {
        return ChatMessage.from(session).id(id).visitor("Hello").at(NOW);
    }

    /** Begins an empty unit of work of {@link #ANN} for {@link #ACME}, with an id of its own. */
    public static ChangesetBuilder aChangeset() {
        return aChangeset(ACME);
    }

    /** Begins an empty unit of work of {@link #ANN} for a tenant, with an id of its own. */
    public static ChangesetBuilder aChangeset(TenantId tenant) {
        return aChangeset(tenant, new ChangesetId(UUID.randomUUID()));
    }

    /** Begins a unit of work with a given id, to commit the same one twice. */
    public static ChangesetBuilder aChangeset(TenantId tenant, ChangesetId id) {
        return new ChangesetBuilder(id, tenant, NOW, ANN, HASHER);
    }

    /** Begins an order of {@link #ANN} to erase a person of a tenant, with an id of its own. */
    public static ErasureOrderBuilder anErasure(TenantId tenant) {
        return new ErasureOrderBuilder(new ErasureId(UUID.randomUUID()), tenant, NOW, ANN, HASHER);
    }

    /** An id that no other call gives. */
    public static LeadId anId() {
        return new LeadId(UUID.randomUUID());
    }

    /** The same id for the same number, always; they sort by number. */
    public static LeadId id(int number) {
        return new LeadId(new UUID(0x0195_571A_0000_7000L, 0x8000_0000_0000_0000L | number));
    }
}
