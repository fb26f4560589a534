package dev.leadkit.testkit;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Makes changesets of a tenant over few leads, sessions, keys and times, so that they meet, clash and repeat each other. The same seeds
 * on top of the same state make the same changesets, so that two stores can be compared; {@link RandomQuestions} asks them. Not safe to
 * share.
 */
public final class RandomChangesets {
    static final List<String> PIPELINES = List.of("sales", "service");
    static final List<String> STAGES = List.of("new", "contacted", "lost");
    static final List<String> TAGS = List.of("vip", "VIP", "vip ", "josé", "jose");
    static final List<String> WORDS =
            List.of("José Müller", "jose mueller", "Ana-Lena 44 12345", "\uFA0E\uD842\uDFB7 x", "straße", "anna");
    /** They are {@link Leads#id} of 0 to this, which is left out. */
    public static final int LEADS = 6;
    /** They are {@link #session} of 0 to this, which is left out. */
    public static final int SESSIONS = 3;

    static final int KEYS = 4;
    private static final Provenance FROM =
            new Provenance(Provenance.Origin.HOST, "test", Assurance.CLAIMED, 0.5, null, Leads.NOW);

    private final TenantId tenant;
    private final List<ChangesetId> used = new ArrayList<>();

    public RandomChangesets(TenantId tenant) {
        this.tenant = tenant;
    }

    /** What came of a commit, in a form that two stores can be compared by. */
    public static Object outcome(LeadStore store, Changeset changeset) {
        return told(CommitOutcome.of(() -> store.commit(changeset)));
    }

    /** The same of one of several that were committed in one call. */
    public static Object told(CommitOutcome outcome) {
        return outcome instanceof CommitOutcome.Conflicted conflicted
                ? conflicted.conflict().toString()
                : outcome.orThrow();
    }

    static IdentityKey key(int number) {
        return Leads.HASHER.key(identity(number, Assurance.CLAIMED));
    }

    private static Identity identity(int number, Assurance assurance) {
        return new Identity(IdentityKind.EXTERNAL_ID, "key-" + number, assurance);
    }

    public static String session(int number) {
        return List.of("s", "s ", "S").get(number);
    }

    /** The changeset of a seed, on top of what a store holds; now and then it expects a wrong version or repeats an id. */
    public Changeset next(long seed, LeadStore store) {
        var random = new Random(seed);
        boolean repeats = !used.isEmpty() && random.nextInt(10) == 0;
        var id = repeats
                ? used.get(random.nextInt(used.size()))
                : new ChangesetId(new UUID(random.nextLong(), random.nextLong()));
        used.add(id);
        List<LeadWrite> leads = new ArrayList<>();
        List<Activity> activities = new ArrayList<>();
        for (int number : numbers(random, LEADS, random.nextInt(3))) {
            LeadWrite write = leadWrite(random, number, store);
            leads.add(write);
            for (int i = 0; i < random.nextInt(3); i++) {
                activities.add(new Activity(
                        write.lead().id(),
                        write.lead().version(),
                        i,
                        at(random),
                        Actor.user("ann"),
                        id,
                        null,
                        new Change.Noted(pick(random, WORDS))));
            }
        }
        List<ConversationWrite> conversations = new ArrayList<>();
        List<ChatMessage> messages = new ArrayList<>();
        for (int number : numbers(random, SESSIONS, random.nextInt(2))) {
            long expected = version(
                    random,
                    store.transcript(tenant, session(number))
                            .map(Transcript::conversation)
                            .map(Conversation::version)
                            .orElse(0L));
            conversations.add(new ConversationWrite(
                    new Conversation(tenant, session(number), "widget", expected + 1, List.of(), List.of()), expected));
            for (int i = 0; i < random.nextInt(4); i++) {
                messages.add(message(random, session(number)));
            }
        }
        return new Changeset(
                id,
                tenant,
                Leads.NOW,
                Actor.user("ann"),
                leads,
                conversations,
                messages,
                activities,
                List.of(),
                Set.of());
    }

    private LeadWrite leadWrite(Random random, int number, LeadStore store) {
        LeadId id = Leads.id(number);
        Lead stored = store.find(tenant, id).orElse(null);
        long expected = version(random, stored == null ? 0 : stored.version());
        LeadState before = expected == 0
                ? null
                : state(
                        stored == null
                                ? lead(random, id, number, expected)
                                : stored.toBuilder().version(expected).build());
        return new LeadWrite(before, state(lead(random, id, number, expected + 1)));
    }

    private static LeadState state(Lead lead) {
        Set<IdentityKey> identities = new LinkedHashSet<>();
        Set<IdentityKey> claims = new LinkedHashSet<>();
        for (Identity identity : lead.identities()) {
            identities.add(Leads.HASHER.key(identity));
            if (identity.isExclusive() && !lead.closed() && !lead.withdrawn()) {
                claims.add(Leads.HASHER.key(identity));
            }
        }
        return new LeadState(lead, identities, claims);
    }

    private Lead lead(Random random, LeadId id, int number, long version) {
        String stage = pick(random, STAGES);
        Instant at = at(random);
        var contact = Contact.UNKNOWN;
        if (random.nextBoolean()) {
            contact = contact.withName(new Attributed<>(pick(random, WORDS), FROM));
        }
        if (random.nextInt(3) == 0) {
            contact = contact.withPhones(
                    List.of(new Attributed<>(PhoneNumber.digitsOf("+49 123" + random.nextInt(1000)), FROM)));
        }
        List<Identity> identities = numbers(random, KEYS, random.nextInt(3)).stream()
                .map(key -> identity(key, random.nextInt(3) == 0 ? Assurance.VERIFIED : Assurance.CLAIMED))
                .toList();
        Set<String> tags = new LinkedHashSet<>();
        numbers(random, TAGS.size(), random.nextInt(3)).forEach(tag -> tags.add(TAGS.get(tag)));
        return Lead.builder(id, tenant, random.nextBoolean() ? LeadSource.API : LeadSource.WIDGET, at)
                .version(version)
                .stage(PIPELINES.get(number % 2), 1, stage, stage.equals("lost"), at)
                .rank(pick(random, List.of("a", "B", "b", "")))
                .contact(contact)
                .identities(identities)
                .tags(tags)
                .expectedAmount(
                        random.nextBoolean()
                                ? null
                                : new Attributed<>(
                                        Money.of("" + random.nextInt(99) / 4.0, pick(random, List.of("EUR", "USD"))),
                                        FROM))
                .assignee(pick(random, List.of("ann", "bob", "")).isEmpty() ? null : "ann")
                .score(random.nextInt(3) == 0 ? null : Leads.score(random.nextInt(4) * 33))
                .withdrawn(random.nextInt(8) == 0)
                .lastActivityAt(at(random))
                .probability(random.nextBoolean() ? null : random.nextDouble())
                .snoozedUntil(random.nextInt(3) == 0 ? at(random).plusSeconds(1) : null)
                .build();
    }

    private static ChatMessage message(Random random, String session) {
        return ChatMessage.from(session)
                .id(pick(random, List.of("m", "M", "m ", "n")))
                .visitor(pick(random, WORDS))
                .at(at(random))
                .sequence(random.nextInt(2))
                .build();
    }

    /** The stored version, and now and then another. */
    private static long version(Random random, long stored) {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> stored + 1;
            default -> stored;
        };
    }

    static Instant at(Random random) {
        return Leads.NOW.plusSeconds(random.nextInt(3)).plusNanos(random.nextInt(2) * 1000L);
    }

    static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Set<Integer> numbers(Random random, int below, int count) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            numbers.add(random.nextInt(below));
        }
        return numbers;
    }
}
