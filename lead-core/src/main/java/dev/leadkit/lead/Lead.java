package dev.leadkit.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A person or firm that may become a customer, at one version.
 *
 * <p>{@link #toString()} tells the name, addresses and numbers, for tests and debuggers: log {@link #id()}.
 *
 * <p>Immutable and safe to share. A lead changes by a new value of the next version, made with {@link #toBuilder()} and
 * committed through a store. The stage is set by {@link Builder#stage} alone, which only a
 * pipeline's decision calls.
 *
 * @param version 1 when created, one higher with each change
 * @param identities by what the lead is known, sorted, without repeats
 * @param pipeline the name of the pipeline it moves in, with the version it was last decided by
 * @param stage the key of its stage
 * @param closed whether the stage is won or lost
 * @param rank its place within a column of the board, ascending; equal ranks go by id
 * @param need what the visitor wants; absent until something useful was said
 * @param expectedAmount what the deal may bring; absent when nobody said
 * @param probability how likely it is won, 0.0 to 1.0, as somebody said in the place of what its stage says; absent when nobody
 *     did. A closed lead keeps it for the day that it is open again, see {@link #winProbability}
 * @param assignee the host's id of the person who looks after it; absent when nobody does
 * @param lostReason why it was lost, in the words of who moved it
 * @param engagement what the visitor did, for scoring
 * @param score absent when the kit has no scorer
 * @param capturedBecause why capture took it in; empty when a person made it
 * @param pinned the fields that were set at the desk, which no capture changes, such as {@code stage} or {@code tag:vip}
 * @param sessions the linked conversations, in the order in which they were linked
 * @param previous the closed lead of the same visitor that this one follows; absent for a first contact
 * @param merged what was merged into it; absent when nothing was, or it was all taken apart again
 * @param mergedInto the lead that stands for it since a merge; it is withdrawn as long as it has one, and nobody works on it
 * @param consents what the person agreed to or no longer does: the latest of each purpose, sorted by it
 * @param fields the custom fields that have a value, by their keys
 * @param withdrawn whether later facts took back the capture; such a lead is in no list and on no board
 * @param createdAt when it became a lead: the time of the message that made it one, or of the person's act
 * @param lastActivityAt when somebody last did something about it, see {@link Touch}; from then on it goes stale
 * @param lastTouch what that was
 * @param snoozedUntil until when it is not stale, whatever happened last; absent when nobody said, or its visitor wrote since.
 *     A closed lead has none
 */
public record Lead(
        LeadId id,
        TenantId tenant,
        long version,
        Contact contact,
        List<Identity> identities,
        LeadSource source,
        String pipeline,
        int pipelineVersion,
        String stage,
        boolean closed,
        Instant stageEnteredAt,
        String rank,
        Set<String> tags,
        @Nullable NeedSummary need,
        @Nullable Attributed<Money> expectedAmount,
        @Nullable Double probability,
        @Nullable String assignee,
        @Nullable String lostReason,
        Engagement engagement,
        @Nullable Score score,
        List<Reason> capturedBecause,
        Set<String> pinned,
        List<String> sessions,
        @Nullable LeadId previous,
        @Nullable MergedLeads merged,
        @Nullable LeadId mergedInto,
        List<Attributed<Consent>> consents,
        SortedMap<String, Attributed<FieldValue>> fields,
        boolean withdrawn,
        Instant createdAt,
        Instant lastActivityAt,
        Touch lastTouch,
        @Nullable Instant snoozedUntil) {

    public Lead {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more, was " + version);
        }
        if (expectedAmount != null) {
            expectedAmount.value().asAmountOfALead();
        }
        probability = probability == null ? null : Input.probability(LeadField.PROBABILITY, probability);
        if (mergedInto != null && !withdrawn) {
            throw new IllegalArgumentException("a lead that was merged into another must be withdrawn");
        }
        identities = List.copyOf(new TreeSet<>(identities));
        stageEnteredAt = Input.instant("lead.stageEnteredAt", stageEnteredAt);
        tags = sorted(tags);
        capturedBecause = List.copyOf(capturedBecause);
        pinned = sorted(pinned);
        sessions = List.copyOf(sessions);
        consents = Consent.latest(consents);
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        createdAt = Input.instant("lead.createdAt", createdAt);
        lastActivityAt = Input.instant("lead.lastActivityAt", lastActivityAt);
        snoozedUntil = snoozedUntil == null || closed ? null : Input.instant("lead.snoozedUntil", snoozedUntil);
    }

    /** A new lead of version 1 in the first stage of a pipeline, with nothing known of it. */
    public static Builder builder(LeadId id, TenantId tenant, LeadSource source, Instant createdAt) {
        return new Builder(id, tenant, source, createdAt);
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    /** What to call it in English, see {@link #displayName(UnaryOperator)}. */
    public String displayName() {
        return displayName(code -> "Visitor " + code);
    }

    /**
     * What to call it: the name, else the first address or number, else what the host calls a visitor of whom nothing is
     * known.
     *
     * <pre>{@code
     * lead.displayName(code -> "Besucher " + code); // Besucher 7kq3d
     * }</pre>
     *
     * @param visitor makes a name of the visitor's code: five letters and digits, the same for as long as the lead lives,
     *     and of few among thousands the same by chance
     */
    public String displayName(UnaryOperator<String> visitor) {
        if (contact.name() != null) {
            return contact.name().value();
        }
        if (!contact.emails().isEmpty()) {
            return contact.emails().get(0).value();
        }
        if (!contact.phones().isEmpty()) {
            return contact.phones().get(0).value().value();
        }
        return visitor.apply(VisitorCode.of(id));
    }

    /** The matters for which it is held, whatever retention says, sorted; none when it is not. */
    public Set<String> holds() {
        Set<String> matters = new TreeSet<>();
        for (String pin : pinned) {
            String matter = LeadField.matterOfHold(pin);
            if (matter != null) {
                matters.add(matter);
            }
        }
        return matters;
    }

    /** Whether the person agreed to a purpose, and has not taken it back. */
    public boolean consentsTo(String purpose) {
        return consent(purpose).map(stated -> stated.value().given()).orElse(false);
    }

    /** What the person last said of a purpose; empty when he said nothing. */
    public Optional<Attributed<Consent>> consent(String purpose) {
        return consents.stream()
                .filter(stated -> stated.value().purpose().equals(purpose))
                .findFirst();
    }

    /** The leads that were merged into it, in that order; empty when none was. */
    public List<LeadId> mergedLeads() {
        return merged == null ? List.of() : merged.leads();
    }

    /**
     * When time alone next changes the score, so that it must be computed anew; absent when it never does. A lead that is
     * closed or withdrawn keeps the score that it has, until somebody works on it again.
     */
    public @Nullable Instant scoreDueAt() {
        return score == null || closed || withdrawn ? null : score.nextChangeAt();
    }

    /**
     * How likely it is won: its own probability, or else that of its stage; absent when neither says.
     *
     * @param ofStage what the stage says; absent when nothing
     */
    public @Nullable Double winProbability(@Nullable Double ofStage) {
        return probability == null ? ofStage : probability;
    }

    /**
     * When it becomes stale if nobody touches it: untouched for as long as its stage lets it be, and not snoozed.
     *
     * @param threshold that of its stage
     */
    public Instant staleFrom(Duration threshold) {
        Instant untouched = lastActivityAt.plus(threshold);
        return snoozedUntil != null && snoozedUntil.isAfter(untouched) ? snoozedUntil : untouched;
    }

    /** Whether it is snoozed at an instant, and so not stale whatever happened last. */
    public boolean isSnoozed(Instant at) {
        return snoozedUntil != null && snoozedUntil.isAfter(at);
    }

    /**
     * The moment of what happens to it now: the present, or its last activity where the clock of its channel is ahead of ours. Nothing
     * comes before what it is decided on.
     *
     * @param clock the present
     */
    public Instant momentOf(Instant clock) {
        return clock.isAfter(lastActivityAt) ? clock : lastActivityAt;
    }

    /**
     * Whether another value of it differs in the snooze at most, and in its version. That is no touch: whoever puts a lead off till
     * tomorrow wants it back tomorrow, and not a whole threshold later.
     */
    public boolean isButForSnooze(Lead other) {
        return other.toBuilder()
                .snoozedUntil(snoozedUntil)
                .version(version)
                .build()
                .equals(this);
    }

    private static Set<String> sorted(Collection<String> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /** Makes the next value of a lead. Not safe to share. */
    public static final class Builder {
        private final LeadId id;
        private final TenantId tenant;
        private LeadSource source;
        private long version = 1;
        private Contact contact = Contact.UNKNOWN;
        private Collection<Identity> identities = List.of();
        private String pipeline = "";
        private int pipelineVersion;
        private String stage = "";
        private boolean closed;
        private Instant stageEnteredAt;
        private String rank;
        private Set<String> tags = Set.of();
        private @Nullable NeedSummary need;
        private @Nullable Attributed<Money> expectedAmount;
        private @Nullable Double probability;
        private @Nullable String assignee;
        private @Nullable String lostReason;
        private Engagement engagement = Engagement.NONE;
        private @Nullable Score score;
        private List<Reason> capturedBecause = List.of();
        private Set<String> pinned = Set.of();
        private List<String> sessions = List.of();
        private @Nullable LeadId previous;
        private @Nullable MergedLeads merged;
        private @Nullable LeadId mergedInto;
        private List<Attributed<Consent>> consents = List.of();
        private SortedMap<String, Attributed<FieldValue>> fields = Collections.emptySortedMap();
        private boolean withdrawn;
        private Instant createdAt;
        private Instant lastActivityAt;
        private Touch lastTouch = Touch.CREATED;
        private @Nullable Instant snoozedUntil;

        private Builder(LeadId id, TenantId tenant, LeadSource source, Instant createdAt) {
            this.id = id;
            this.tenant = tenant;
            this.source = source;
            this.createdAt = createdAt;
            this.stageEnteredAt = createdAt;
            this.lastActivityAt = createdAt;
            this.rank = Rank.newestFirst(createdAt);
        }

        private Builder(Lead lead) {
            id = lead.id;
            tenant = lead.tenant;
            source = lead.source;
            version = lead.version;
            contact = lead.contact;
            identities = lead.identities;
            pipeline = lead.pipeline;
            pipelineVersion = lead.pipelineVersion;
            stage = lead.stage;
            closed = lead.closed;
            stageEnteredAt = lead.stageEnteredAt;
            rank = lead.rank;
            tags = lead.tags;
            need = lead.need;
            expectedAmount = lead.expectedAmount;
            probability = lead.probability;
            assignee = lead.assignee;
            lostReason = lead.lostReason;
            engagement = lead.engagement;
            score = lead.score;
            capturedBecause = lead.capturedBecause;
            pinned = lead.pinned;
            sessions = lead.sessions;
            previous = lead.previous;
            merged = lead.merged;
            mergedInto = lead.mergedInto;
            consents = lead.consents;
            fields = lead.fields;
            withdrawn = lead.withdrawn;
            createdAt = lead.createdAt;
            lastActivityAt = lead.lastActivityAt;
            lastTouch = lead.lastTouch;
            snoozedUntil = lead.snoozedUntil;
        }

        public Builder source(LeadSource newSource) {
            source = newSource;
            return this;
        }

        public Builder version(long newVersion) {
            version = newVersion;
            return this;
        }

        public Builder contact(Contact newContact) {
            contact = newContact;
            return this;
        }

        public Builder identities(Collection<Identity> newIdentities) {
            identities = newIdentities;
            return this;
        }

        /**
         * Puts the lead into a stage. For pipelines and for stores that read one back; everybody else goes through
         * {@code Pipeline.decide}.
         */
        public Builder stage(String pipelineName, int newPipelineVersion, String key, boolean isClosed, Instant at) {
            pipeline = pipelineName;
            pipelineVersion = newPipelineVersion;
            stage = key;
            closed = isClosed;
            stageEnteredAt = at;
            return this;
        }

        public Builder rank(String newRank) {
            rank = newRank;
            return this;
        }

        public Builder tags(Set<String> newTags) {
            tags = newTags;
            return this;
        }

        public Builder need(@Nullable NeedSummary newNeed) {
            need = newNeed;
            return this;
        }

        public Builder expectedAmount(@Nullable Attributed<Money> newAmount) {
            expectedAmount = newAmount;
            return this;
        }

        /** @param newProbability 0.0 to 1.0; absent for what the stage says */
        public Builder probability(@Nullable Double newProbability) {
            probability = newProbability;
            return this;
        }

        public Builder assignee(@Nullable String newAssignee) {
            assignee = newAssignee;
            return this;
        }

        public Builder lostReason(@Nullable String newReason) {
            lostReason = newReason;
            return this;
        }

        public Builder engagement(Engagement newEngagement) {
            engagement = newEngagement;
            return this;
        }

        public Builder score(@Nullable Score newScore) {
            score = newScore;
            return this;
        }

        public Builder capturedBecause(List<Reason> reasons) {
            capturedBecause = reasons;
            return this;
        }

        public Builder pinned(Set<String> fields) {
            pinned = fields;
            return this;
        }

        /** Keeps a field, by its name in {@link LeadField}, from later captures. */
        public Builder pin(String field) {
            var fields = new TreeSet<>(pinned);
            fields.add(field);
            pinned = fields;
            return this;
        }

        /** Leaves it to captures again. */
        public Builder unpin(String field) {
            var fields = new TreeSet<>(pinned);
            fields.remove(field);
            pinned = fields;
            return this;
        }

        public Builder sessions(List<String> newSessions) {
            sessions = newSessions;
            return this;
        }

        public Builder previous(@Nullable LeadId lead) {
            previous = lead;
            return this;
        }

        public Builder merged(@Nullable MergedLeads newMerged) {
            merged = newMerged;
            return this;
        }

        /**
         * Changes the lead by itself, which stays when all that was merged into it is taken out again; nothing where nothing
         * was merged into it.
         */
        public Builder own(UnaryOperator<Lead> change) {
            merged = merged == null ? null : merged.withOwn(change.apply(merged.own()));
            return this;
        }

        /** Also withdraws the lead, or brings it back when there is none any more. */
        public Builder mergedInto(@Nullable LeadId survivor) {
            mergedInto = survivor;
            withdrawn = survivor != null;
            return this;
        }

        /** @param stated in any order; of each purpose the latest stands */
        public Builder consents(List<Attributed<Consent>> stated) {
            consents = stated;
            return this;
        }

        /** @param newFields all custom fields that have a value, by their keys */
        public Builder fields(SortedMap<String, Attributed<FieldValue>> newFields) {
            fields = newFields;
            return this;
        }

        public Builder withdrawn(boolean isWithdrawn) {
            withdrawn = isWithdrawn;
            return this;
        }

        /** Also ranks the lead anew by this time. */
        public Builder createdAt(Instant at) {
            createdAt = at;
            rank = Rank.newestFirst(at);
            return this;
        }

        public Builder lastActivityAt(Instant at) {
            lastActivityAt = at;
            return this;
        }

        public Builder lastTouch(Touch newTouch) {
            lastTouch = newTouch;
            return this;
        }

        /** @param until absent for no snooze; a closed lead gets none */
        public Builder snoozedUntil(@Nullable Instant until) {
            snoozedUntil = until;
            return this;
        }

        /** Sets the last touch; should a channel's clock be ahead of ours, it is at the instant of the one before. */
        public Builder touched(Touch touch, Instant at) {
            lastActivityAt = at.isAfter(lastActivityAt) ? at : lastActivityAt;
            lastTouch = touch;
            return this;
        }

        public Lead build() {
            return new Lead(
                    id,
                    tenant,
                    version,
                    contact,
                    identities instanceof List<Identity> list ? list : List.copyOf(identities),
                    source,
                    pipeline,
                    pipelineVersion,
                    stage,
                    closed,
                    stageEnteredAt,
                    rank,
                    tags,
                    need,
                    expectedAmount,
                    probability,
                    assignee,
                    lostReason,
                    engagement,
                    score,
                    capturedBecause,
                    pinned,
                    sessions,
                    previous,
                    merged,
                    mergedInto,
                    consents,
                    fields,
                    withdrawn,
                    createdAt,
                    lastActivityAt,
                    lastTouch,
                    snoozedUntil);
        }
    }
}
