package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.EngagementDay;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.MergedLeads;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Touch;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.PipelineBuilder;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Arbitrary values for jqwik properties. Each value is one that LeadKit takes, except for {@link #hostileText()}; each
 * shrinks towards an empty or early one.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Lead> leads() {
 *     return LeadArbitraries.leads();
 * }
 * }</pre>
 */
public final class LeadArbitraries {
    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private LeadArbitraries() {}

    /**
     * Whatever a visitor may send, NUL, lone surrogates, control characters and text directions included; not all of it
     * is taken, and some of it only cleaned.
     */
    public static Arbitrary<String> hostileText() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> broken = Arbitraries.strings()
                .withChars('\u0000', '\uD83D', '\uDE42', '\n', '\u202E', '\u200D', '\u0301', 'a', ' ', '\'', '\\', '%')
                .ofMaxLength(20);
        return Arbitraries.oneOf(anything, broken, Arbitraries.of(Texts.HOSTILE), Arbitraries.of("", " ", "\t\n"));
    }

    /** Texts as stores get them: cleaned. */
    public static Arbitrary<String> texts() {
        return hostileText().map(Input::clean);
    }

    /** Names, tags and other short texts: cleaned, not blank, without blanks around them. */
    public static Arbitrary<String> names() {
        return texts().map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Ids as hosts and channels give them, see {@link Input#id}. */
    public static Arbitrary<String> ids() {
        Arbitrary<String> plain = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-_.:/@ ")
                .ofMinLength(1)
                .ofMaxLength(30);
        Arbitrary<String> any = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(20);
        return Arbitraries.frequencyOf(Tuple.of(4, plain), Tuple.of(1, any)).filter(LeadArbitraries::isId);
    }

    private static boolean isId(String text) {
        return !text.isBlank()
                && text.chars().noneMatch(Character::isISOControl)
                && Input.clean(text).equals(text);
    }

    /** Instants of the years 1 to 9999, in microseconds; most of them near {@link Leads#NOW}. */
    public static Arbitrary<Instant> instants() {
        Arbitrary<Long> near = Arbitraries.longs().between(NOW.getEpochSecond() - 100, NOW.getEpochSecond() + 100);
        Arbitrary<Long> any = Arbitraries.longs().between(FIRST_SECOND, LAST_SECOND);
        Arbitrary<Long> seconds = Arbitraries.frequencyOf(Tuple.of(4, near), Tuple.of(1, any));
        Arbitrary<Integer> micros = Arbitraries.integers().between(0, 999_999);
        return Combinators.combine(seconds, micros)
                .as((second, micro) -> Instant.ofEpochSecond(second, micro * 1_000L));
    }

    /** Amounts that every store keeps exactly, in any of a few currencies. */
    public static Arbitrary<Money> amounts() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("999999999999999.9999"))
                .ofScale(4);
        return Combinators.combine(amounts, Arbitraries.of("EUR", "USD", "JPY", "KWD"))
                .as(Money::new);
    }

    /** Leads of {@link Leads#ACME} in any state of the five-stage pipeline, with any of their fields filled or not. */
    public static Arbitrary<Lead> leads() {
        Arbitrary<Lead> single = unmergedLeads();
        Arbitrary<Lead> merged = Combinators.combine(
                        single,
                        single,
                        uuids().map(LeadId::new).list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.maps(names(), uuids().map(LeadId::new)).ofMaxSize(2),
                        names().set().ofMaxSize(2))
                .as((lead, own, leads, chosen, takenAway) -> lead.toBuilder()
                        .merged(new MergedLeads(own, leads, chosen).without(takenAway))
                        .build());
        Arbitrary<Lead> gone = Combinators.combine(single, uuids())
                .as((lead, survivor) ->
                        lead.toBuilder().mergedInto(new LeadId(survivor)).build());
        return Arbitraries.frequencyOf(Tuple.of(8, single), Tuple.of(1, merged), Tuple.of(1, gone));
    }

    private static Arbitrary<Lead> unmergedLeads() {
        Arbitrary<String> stages = Arbitraries.of("new", "contacted", "qualified", "converted", "lost");
        Pipeline pipeline = Pipeline.fiveStage();
        return Builders.withBuilder(Leads::aLead)
                .use(uuids())
                .in((lead, id) -> lead.id(new LeadId(id)))
                .use(Arbitraries.oneOf(Arbitraries.of(LeadSource.API, LeadSource.WIDGET), ids().map(LeadSource::of)))
                .in(LeadFixture::from)
                .use(instants())
                .in(LeadFixture::createdAt)
                .use(contacts())
                .in((lead, contact) -> lead.but(it -> it.contact(contact)))
                .use(identities().list().ofMaxSize(4))
                .in((lead, identities) -> lead.but(it -> it.identities(identities)))
                .use(stages)
                .in((lead, stage) -> lead.in(pipeline, stage))
                .use(names().set().ofMaxSize(4))
                .in((lead, tags) -> lead.but(it -> it.tags(tags)))
                .use(attributed(amounts()).injectNull(0.4))
                .in((lead, amount) -> lead.but(it -> it.expectedAmount(amount)))
                .use(Arbitraries.doubles().between(0, 1).injectNull(0.7))
                .in((lead, probability) -> lead.but(it -> it.probability(probability)))
                .use(ids().injectNull(0.4))
                .in((lead, assignee) -> lead.but(it -> it.assignee(assignee)))
                .use(names().injectNull(0.6))
                .in((lead, reason) -> lead.but(it -> it.lostReason(reason)))
                .use(Arbitraries.integers().between(0, 100).injectNull(0.3))
                .in((lead, score) -> lead.but(it -> it.score(score(score))))
                .use(engagements())
                .in((lead, engagement) -> lead.but(it -> it.engagement(engagement)))
                .use(needs().injectNull(0.5))
                .in((lead, need) -> lead.but(it -> it.need(need)))
                .use(reasons().list().ofMaxSize(2))
                .in((lead, reasons) -> lead.but(it -> it.capturedBecause(reasons)))
                .use(ids().list().ofMaxSize(3))
                .in((lead, sessions) -> lead.but(it -> it.sessions(sessions)))
                .use(names().set().ofMaxSize(3))
                .in((lead, pinned) -> lead.but(it -> it.pinned(pinned)))
                .use(uuids().injectNull(0.7))
                .in((lead, previous) -> lead.but(it -> it.previous(previous == null ? null : new LeadId(previous))))
                .use(statedConsents().list().ofMaxSize(3))
                .in((lead, stated) -> lead.but(it -> it.consents(stated)))
                .use(customFields())
                .in((lead, fields) -> lead.but(it -> it.fields(fields)))
                .use(instants())
                .in(LeadFixture::lastActivityAt)
                .use(instants().injectNull(0.7))
                .in((lead, until) -> lead.but(it -> it.snoozedUntil(until)))
                .use(Arbitraries.of(Touch.class))
                .in((lead, touch) -> lead.but(it -> it.lastTouch(touch)))
                .use(Arbitraries.of(false, false, false, true))
                .in((lead, withdrawn) -> lead.but(it -> it.withdrawn(withdrawn)))
                .build(LeadFixture::build);
    }

    /** Both presets, and pipelines of one to five open stages with free or listed moves, one stage won and one lost. */
    public static Arbitrary<Pipeline> pipelines() {
        Arbitrary<List<String>> keys = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(key -> !key.equals("won") && !key.equals("lost"))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5);
        Arbitrary<Pipeline> any =
                Combinators.combine(keys, Arbitraries.of(true, false)).as(LeadArbitraries::pipeline);
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(Pipeline.fiveStage(), Pipeline.sixStage())), Tuple.of(3, any));
    }

    private static Pipeline pipeline(List<String> keys, boolean free) {
        PipelineBuilder pipeline = Pipeline.named("any").startingAt(keys.get(0));
        keys.forEach(key -> pipeline.open(key, key));
        pipeline.won("won", "Won").lost("lost", "Lost");
        if (free) {
            return pipeline.free().build();
        }
        for (int i = 1; i < keys.size(); i++) {
            pipeline.allow(keys.get(i - 1), keys.get(i));
        }
        return pipeline.allow(keys.get(keys.size() - 1), "won")
                .allowFromAnyOpenStage("lost")
                .build();
    }

    private static @Nullable Score score(@Nullable Integer value) {
        return value == null ? null : Leads.score(value);
    }

    /** What is known of a person, from nothing to everything. */
    public static Arbitrary<Contact> contacts() {
        Arbitrary<@Nullable Attributed<String>> name = attributed(names()).injectNull(0.4);
        Arbitrary<PhoneNumber> phones = Arbitraries.strings()
                .numeric()
                .ofMinLength(4)
                .ofMaxLength(15)
                .map(digits -> new PhoneNumber("+" + digits, digits, digits.length() % 2 == 0));
        return Combinators.combine(
                        name,
                        attributed(emails()).list().ofMaxSize(3),
                        attributed(phones).list().ofMaxSize(3),
                        attributed(names()).injectNull(0.6),
                        attributed(names()).injectNull(0.6),
                        attributed(names()).injectNull(0.8))
                .as(Contact::new);
    }

    /** Given and withdrawn ones, of purposes that meet now and then. */
    public static Arbitrary<Consent> consents() {
        return Combinators.combine(
                        Arbitraries.of("contact", "newsletter", "Profiling_2"),
                        Arbitraries.of(true, false),
                        Arbitraries.oneOf(Arbitraries.just(Consent.CONSENT), ids()),
                        ids().injectNull(0.4))
                .as(Consent::new);
    }

    /** The same, with who recorded them, when and from which message. */
    public static Arbitrary<Attributed<Consent>> statedConsents() {
        return attributed(consents());
    }

    /** Values of all types, with who set them, under keys that meet now and then. */
    private static Arbitrary<SortedMap<String, Attributed<FieldValue>>> customFields() {
        Arbitrary<String> keys = Arbitraries.of("plan", "seats", "since", "Ref_1");
        return Arbitraries.maps(keys, attributed(fieldValues())).ofMaxSize(3).map(TreeMap::new);
    }

    /** Values of custom fields, of all types. */
    public static Arbitrary<FieldValue> fieldValues() {
        return Arbitraries.oneOf(
                names().map(FieldValue::of),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                        .ofScale(6)
                        .map(FieldValue::of),
                amounts().map(FieldValue::of),
                Arbitraries.longs().between(-500_000, 500_000).map(day -> FieldValue.of(LocalDate.ofEpochDay(day))),
                ids().map(FieldValue::choice),
                Arbitraries.of(true, false).map(FieldValue::of),
                ids().map(FieldValue::ref));
    }

    private static Arbitrary<String> emails() {
        Arbitrary<String> part = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("0_-")
                .ofMinLength(1)
                .ofMaxLength(8);
        return Combinators.combine(part, part).as((local, host) -> local + "@" + host + ".example");
    }

    private static <T> Arbitrary<Attributed<T>> attributed(Arbitrary<T> values) {
        Arbitrary<Provenance> provenances = Combinators.combine(
                        Arbitraries.of(Provenance.Origin.class),
                        ids(),
                        Arbitraries.of(Assurance.class),
                        Arbitraries.doubles().between(0, 1),
                        evidence().injectNull(0.5),
                        instants())
                .as(Provenance::new);
        return Combinators.combine(values, provenances).as(Attributed::new);
    }

    /** Exclusive ones and such as may be shared. */
    public static Arbitrary<Identity> identities() {
        return Combinators.combine(Arbitraries.of(IdentityKind.class), ids(), Arbitraries.of(Assurance.class))
                .as(Identity::new);
    }

    private static Arbitrary<Evidence> evidence() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 1_000);
        return Combinators.combine(ids(), ids(), places, places)
                .as((session, message, start, length) -> new Evidence(session, message, start, start + length));
    }

    private static Arbitrary<Reason> reasons() {
        return Combinators.combine(ids(), names(), evidence().list().ofMaxSize(2))
                .as(Reason::new);
    }

    private static Arbitrary<NeedSummary> needs() {
        Arbitrary<String> texts = names().filter(text -> text.length() <= NeedSummary.MAX_LENGTH);
        return Combinators.combine(texts, ids(), evidence().list().ofMaxSize(2)).as(NeedSummary::new);
    }

    /** The facts of a conversation, {@link Engagement#NONE} among them. */
    public static Arbitrary<Engagement> engagements() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, 200);
        Arbitrary<Double> probabilities = Arbitraries.doubles().between(0, 1);
        Arbitrary<Engagement> some = Combinators.combine(
                        counts,
                        counts,
                        Arbitraries.longs().between(0, 240).map(Duration::ofMinutes),
                        ids().set().ofMaxSize(2),
                        probabilities,
                        probabilities,
                        Arbitraries.of(true, false),
                        instants().injectNull(0.2))
                .as((one, other, time, channels, purchase, qualified, marked, at) -> new Engagement(
                        Math.max(one, other),
                        Math.min(one, other),
                        time,
                        channels,
                        purchase,
                        qualified,
                        marked,
                        at,
                        at,
                        days(at, Math.max(one, other), Math.min(one, other))));
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(Engagement.NONE)), Tuple.of(4, some));
    }

    private static List<EngagementDay> days(@Nullable Instant at, int messages, int questions) {
        if (at == null) {
            return List.of();
        }
        LocalDate last = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return List.of(new EngagementDay(last.minusDays(1), 1, 0), new EngagementDay(last, messages, questions));
    }

    /** Messages of a session, near each other in time and with ids that meet now and then. */
    public static Arbitrary<ChatMessage> messages(String session) {
        Arbitrary<String> ids = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 20).map(number -> "m-" + number)), Tuple.of(1, ids()));
        return Combinators.combine(
                        ids,
                        Arbitraries.of("widget", "whatsapp"),
                        Arbitraries.of(Speaker.class),
                        hostileText(),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(-2, 2),
                        Arbitraries.maps(ids(), texts()).ofMaxSize(2))
                .as((id, channel, speaker, text, seconds, sequence, attributes) -> new ChatMessage(
                        id, session, channel, speaker, text, NOW.plusSeconds(seconds), sequence, attributes, false));
    }

    /** Units of work of {@link Leads#ACME} that begin a conversation with some messages and may create a lead. */
    public static Arbitrary<Changeset> changesets() {
        return ids().flatMap(
                        session -> Combinators.combine(messages(session).list().ofMaxSize(5), leads().injectNull(0.3))
                                .as((messages, lead) -> changeset(session, messages, lead)));
    }

    private static Changeset changeset(String session, List<ChatMessage> messages, @Nullable Lead lead) {
        ChangesetBuilder unit = Leads.aChangeset();
        unit.conversation(Conversation.begin(ACME, session, "widget"), 0);
        unit.messages(messages);
        if (lead != null) {
            unit.create(lead, lead.createdAt(), null);
        }
        return unit.build();
    }

    private static Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }
}
