package dev.leadkit.examples.leaddesk.host;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.event.LeadListener;
import dev.leadkit.examples.leaddesk.host.TenantDefinitions.Current;
import dev.leadkit.examples.leaddesk.security.Directory;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.RolePolicy;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.plan.Plan;
import dev.leadkit.plan.Plans;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.past.MessageIntents;
import dev.leadkit.scoring.tenant.CardRole;
import dev.leadkit.scoring.tenant.ScorecardDesk;
import dev.leadkit.scoring.tenant.ScorecardHistory;
import dev.leadkit.scoring.tenant.TenantScorecards;
import dev.leadkit.store.IdentityHasher;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * LeadKit, set up for this application: one kit over one database, and for each tenant its own capture rules, scorecard and
 * plan. Safe to share; whoever opened the storage closes it.
 */
public final class DeskHost {
    private final Storage storage;
    private final HostTransactions transactions;
    private final Directory directory;
    private final LeadKit kit;
    private final Plans plans = PlanChoice.plans();
    private final TenantDefinitions<CaptureRules> captureRules;
    private final TenantScorecards scorecards;
    private final TenantDefinitions<Plan> planOfTenant;
    private final TenantCaptures captures;
    private final Rescorer rescorer;

    /** @param endpoints what gets events, by name; keep the names, since what was not delivered yet is kept under them */
    public DeskHost(
            Storage storage,
            byte[] identityKey,
            Directory directory,
            Map<String, LeadListener> endpoints,
            Clock clock) {
        this.storage = storage;
        this.transactions = new HostTransactions(storage.dataSource());
        this.directory = directory;
        IdentityHasher hasher = IdentityHasher.of(identityKey);
        captureRules = new TenantDefinitions<>(
                storage.store(),
                hasher,
                clock::instant,
                "desk-capture-rules",
                CaptureRules.standard(),
                CaptureRules::parse);
        scorecards = TenantScorecards.over(storage.store());
        planOfTenant = new TenantDefinitions<>(
                storage.store(), hasher, clock::instant, "desk-plan", PlanChoice.standard(plans), plans::get);
        LeadKit.Builder builder = LeadKit.builder()
                .store(storage.store())
                .identityKey(identityKey)
                .pipeline(Pipeline.fiveStage())
                .scorer(Scorecard.standard())
                .scorers(scorecards)
                .normalizer(new LibPhoneNormalizer())
                .access(new RolePolicy(directory))
                .teams((tenant, user) -> directory
                        .find(tenant, user)
                        .map(who -> Set.of(who.role().key()))
                        .orElse(Set.of()))
                .entitlements(tenant -> planOfTenant.current(tenant).value())
                .clock(clock);
        endpoints.forEach(builder::endpoint);
        kit = builder.build();
        captures = new TenantCaptures(kit, captureRules);
        rescorer = new Rescorer(this::ownDesk, directory::tenants);
    }

    /** The desk of whoever asks: it holds his role and his tenant's plan. */
    public LeadDesk desk(Principal who) {
        return kit.tenant(who.tenant().value()).as(who.actor());
    }

    /** The same within a transaction of the host. */
    public LeadDesk desk(Principal who, Connection connection) {
        return kit.joining(connection).tenant(who.tenant().value()).as(who.actor());
    }

    /** The desk of the host itself, for what follows from nobody's request; no role binds it. */
    public LeadDesk ownDesk(TenantId tenant) {
        return kit.tenant(tenant.value()).as(Actor.system());
    }

    /** The hook for messages. */
    public TenantCapture capture(TenantId tenant) {
        return captures.of(tenant);
    }

    /** The same within a transaction of the host. */
    public TenantCapture capture(TenantId tenant, Connection connection) {
        return captures.engine(tenant).joining(connection).tenant(tenant.value());
    }

    /** The pipeline that the tenant's new leads enter, for everybody who sees a board. */
    public Pipeline pipeline(TenantId tenant) {
        return kit.wiring().pipeline(tenant);
    }

    public TenantDefinitions<CaptureRules> captureRules() {
        return captureRules;
    }

    /** The scorecards of the desk's tenant, in the name of whoever stands at it. */
    public ScorecardDesk scorecards(LeadDesk desk) {
        return scorecards.at(desk);
    }

    /**
     * The card that scores the tenant's leads, for everybody whose plan shows scores, with the version of the history.
     *
     * @throws dev.leadkit.plan.NotEntitledException if the tenant's plan does not show scores
     */
    public Current<Scorecard> scorecard(TenantId tenant) {
        ScorecardDesk cards = scorecards.at(ownDesk(tenant));
        ScorecardHistory history = cards.history();
        return new Current<>(
                history.version(),
                history.card(CardRole.LIVE).flatMap(cards::find).orElseGet(Scorecard::standard));
    }

    /** What scores leads anew; whoever needs it starts it, and closes it before the storage. */
    public Rescorer rescorer() {
        return rescorer;
    }

    /** What a visitor's message wants, as the hook reads it. */
    public MessageIntents intents() {
        return captures.intents();
    }

    /** The plan of each tenant; it is saved by the key of the plan. */
    public TenantDefinitions<Plan> planOfTenant() {
        return planOfTenant;
    }

    /** The plans that there are. */
    public Plans plans() {
        return plans;
    }

    public Directory directory() {
        return directory;
    }

    public LeadKit kit() {
        return kit;
    }

    /** For what must be done together. */
    public HostTransactions transactions() {
        return transactions;
    }

    public Storage storage() {
        return storage;
    }

    public Instant now() {
        return kit.wiring().now();
    }
}
