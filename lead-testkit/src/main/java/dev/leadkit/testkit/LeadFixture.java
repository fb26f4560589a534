package dev.leadkit.testkit;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Makes a lead for a test, see {@link Leads#aLead()}. What is not named is as in a lead of which nothing is known. Not
 * safe to share; {@link #build()} may be called more than once and gives equal leads.
 */
public final class LeadFixture {
    /** Read once, since a thousand leads are soon made. */
    private static final Pipeline FIVE_STAGE = Pipeline.fiveStage();

    private LeadId id = Leads.anId();
    private TenantId tenant = Leads.ACME;
    private LeadSource source = LeadSource.WIDGET;
    private Instant createdAt = Leads.NOW;
    private final List<Consumer<Lead.Builder>> edits = new ArrayList<>();

    LeadFixture() {
        inStage("new");
    }

    public LeadFixture id(LeadId itsId) {
        id = itsId;
        return this;
    }

    /** {@link Leads#ACME} unless said otherwise. */
    public LeadFixture of(TenantId itsTenant) {
        tenant = itsTenant;
        return this;
    }

    /** {@link LeadSource#WIDGET} unless said otherwise. */
    public LeadFixture from(LeadSource itsSource) {
        source = itsSource;
        return this;
    }

    /** When it became a lead, which also ranks it; {@link Leads#NOW} unless said otherwise. */
    public LeadFixture createdAt(Instant at) {
        createdAt = at;
        return this;
    }

    /** A name that the visitor typed. */
    public LeadFixture named(String name) {
        return edit(lead -> lead.contact(lead.build().contact().withName(said(name))));
    }

    /** Another typed address, which the lead is then also known by. */
    public LeadFixture email(String address) {
        edit(lead -> {
            var contact = lead.build().contact();
            lead.contact(contact.withEmails(and(contact.emails(), said(address))));
        });
        return knownBy(Identity.claimed(IdentityKind.EMAIL, address));
    }

    /** Another typed number of a known numbering plan, which the lead is then also known by. */
    public LeadFixture phone(String e164) {
        edit(lead -> {
            var contact = lead.build().contact();
            lead.contact(contact.withPhones(and(contact.phones(), said(new PhoneNumber(e164, e164, true)))));
        });
        return knownBy(Identity.claimed(IdentityKind.PHONE, e164));
    }

    public LeadFixture company(String company) {
        return edit(lead -> lead.contact(lead.build().contact().withCompany(said(company))));
    }

    public LeadFixture location(String place) {
        return edit(lead -> lead.contact(lead.build().contact().withLocation(said(place))));
    }

    /** Links a conversation, whose session the lead is then also known by. */
    public LeadFixture session(String session) {
        edit(lead -> lead.sessions(and(lead.build().sessions(), session)));
        return knownBy(Identity.session(session));
    }

    /** More identities, beside those it has. */
    public LeadFixture knownBy(Identity... more) {
        return edit(lead -> {
            Set<Identity> identities = new TreeSet<>(lead.build().identities());
            identities.addAll(List.of(more));
            lead.identities(identities);
        });
    }

    /** A stage of the five-stage pipeline, entered when the lead was created. */
    public LeadFixture inStage(String key) {
        return in(FIVE_STAGE, key);
    }

    /** A stage, closed if the pipeline says so; one that the pipeline does not have counts as open. */
    public LeadFixture in(Pipeline pipeline, String stage) {
        boolean closed = pipeline.findStage(stage)
                .map(Stage::category)
                .map(category -> category.isClosed())
                .orElse(false);
        return edit(lead -> lead.stage(pipeline.name(), pipeline.version(), stage, closed, createdAt));
    }

    /** These tags and no others. */
    public LeadFixture tagged(String... tags) {
        return edit(lead -> lead.tags(Set.of(tags)));
    }

    public LeadFixture assignedTo(String user) {
        return edit(lead -> lead.assignee(user));
    }

    /** As {@link Leads#score} makes it. */
    public LeadFixture scored(int value) {
        return edit(lead -> lead.score(Leads.score(value)));
    }

    /** @param currency the ISO 4217 code */
    public LeadFixture worth(String amount, String currency) {
        return edit(lead -> lead.expectedAmount(said(Money.of(amount, currency))));
    }

    public LeadFixture lastActivityAt(Instant at) {
        return edit(lead -> lead.lastActivityAt(at));
    }

    public LeadFixture withdrawn() {
        return edit(lead -> lead.withdrawn(true));
    }

    /** Anything for which there is no method here. */
    public LeadFixture but(Consumer<Lead.Builder> change) {
        return edit(change);
    }

    public Lead build() {
        Lead.Builder lead = Lead.builder(id, tenant, source, createdAt);
        edits.forEach(edit -> edit.accept(lead));
        return lead.build();
    }

    private LeadFixture edit(Consumer<Lead.Builder> change) {
        edits.add(change);
        return this;
    }

    private static <T> Attributed<T> said(T value) {
        var evidence = new Evidence("s-1", "m-1", 0, 4);
        return new Attributed<>(
                value,
                new Provenance(Provenance.Origin.MESSAGE, "fixture", Assurance.CLAIMED, 0.9, evidence, Leads.NOW));
    }

    private static <T> List<T> and(List<T> values, T value) {
        List<T> more = new ArrayList<>(values);
        more.add(value);
        return more;
    }
}
