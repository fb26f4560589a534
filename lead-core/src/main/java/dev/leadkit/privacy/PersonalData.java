package dev.leadkit.privacy;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.privacy.PersonExport.ExportedLead;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureOrderBuilder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.IdentityHasher;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Pages;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What one tenant keeps of persons: to be shown, handed over, or erased. Immutable and safe to share; a desk hands it
 * out.
 *
 * <pre>{@code
 * PersonalData data = desk.personalData();
 * Set<LeadId> his = data.leadsOf(lead);             // look: an address that was only typed may be somebody else's
 * String json = data.export(his).toJson();
 * ErasureReceipt receipt = data.erase(his, new Cause(Cause.SUBJECT_REQUEST, "ticket-4711"));
 * }</pre>
 *
 * <p>A session is one visitor's. So both go with all conversations of the leads, and with every other lead of these.
 *
 * <p>After an erasure nothing of the person is left in the store but hashes of his identities under the host's key. They
 * keep messages that he sent before from bringing him back; what he writes later is a new contact. One thing stays: what
 * the timeline of another person's lead tells of him, since his was merged into it and taken out again. No export hands it
 * out, and {@link #stillTelling}, asked before, says where it is. Beyond reach are backups, replicas and logs of the
 * database, pages that it has freed and not yet overwritten, and what endpoints have got already. A capture engine may hold
 * a recent conversation in memory until its next message or until it needs the room; {@code TenantCapture.forget} drops it
 * at once.
 */
public final class PersonalData {
    private final LeadStore store;
    private final Erasure erasure;
    private final TenantId tenant;
    private final IdentityHasher hasher;
    private final Supplier<ErasureOrderBuilder> orders;

    /**
     * For the desk.
     *
     * @param orders begins an order of the desk's actor, now
     * @throws UnsupportedCapabilityException if the store can't erase
     */
    public PersonalData(LeadStore store, TenantId tenant, IdentityHasher hasher, Supplier<ErasureOrderBuilder> orders) {
        this.store = store;
        this.erasure = store.capabilities().requireErasure();
        this.tenant = tenant;
        this.hasher = hasher;
        this.orders = orders;
    }

    /**
     * The leads that may be the same person: the lead itself, the one it follows, and those that share a session, an
     * address, a number or another identity with it, closed and withdrawn ones too. Not those that share one with these
     * in turn. Have somebody look at them before they are handed over or erased: anybody can type anybody's address.
     *
     * @throws LeadNotFoundException if the tenant has no such lead
     */
    public Set<LeadId> leadsOf(LeadId id) {
        Lead lead = store.find(tenant, id).orElseThrow(() -> new LeadNotFoundException(id));
        Set<IdentityKey> keys = new TreeSet<>();
        lead.identities().forEach(identity -> keys.add(hasher.key(identity)));
        Person.sessionsOf(lead).forEach(session -> keys.add(hasher.key(Identity.session(session))));
        Set<LeadId> ids = new TreeSet<>(erasure.knownBy(tenant, keys));
        ids.add(id);
        LeadId previous = lead.previous();
        if (previous != null && store.find(tenant, previous).isPresent()) {
            ids.add(previous);
        }
        return ids;
    }

    /**
     * All that is kept of some leads and their conversations. Where another person's lead was merged into one and taken out
     * again, the timeline tells what happened meanwhile without values, which may be the other's.
     *
     * @throws LeadNotFoundException if the tenant lacks one of the leads
     */
    public PersonExport export(Set<LeadId> leads) {
        return Optimistic.retry(() -> export(reader().readLeads(leads)));
    }

    /** All that is kept of a session, which need not have led to a lead. */
    public PersonExport exportSession(String session) {
        String its = Input.id("session", session);
        return Optimistic.retry(() -> export(reader().readSession(its)));
    }

    private PersonExport export(Person person) {
        List<ExportedLead> leads = person.leads().stream()
                .map(lead -> new ExportedLead(lead, OwnTimeline.of(timeline(lead.id()))))
                .toList();
        return new PersonExport(tenant, orders.get().at(), leads, person.transcripts());
    }

    private List<Activity> timeline(LeadId lead) {
        return Pages.timeline(store, tenant, lead).toList();
    }

    /**
     * Erases leads and their conversations for good, all of it or nothing, and suppresses their identities. What somebody
     * else writes meanwhile is erased too, or fails.
     *
     * @param cause why, without personal data; it stands in the receipt
     * @return the receipt, which the store keeps
     * @throws LeadNotFoundException if the tenant lacks one of the leads, because they are erased already say
     * @throws dev.leadkit.lead.InvalidInputException if the cause has no id as its code or reference
     */
    public ErasureReceipt erase(Set<LeadId> leads, Cause cause) {
        return erase(reader -> reader.readLeads(leads), cause);
    }

    /**
     * Erases a session, which need not have led to a lead, with all leads that it led to. One of which nothing is stored
     * is suppressed all the same.
     *
     * @param cause why, without personal data; it stands in the receipt
     */
    public ErasureReceipt eraseSession(String session, Cause cause) {
        String its = Input.id("session", session);
        return erase(reader -> reader.readSession(its), cause);
    }

    /**
     * Erases leads and their conversations for good as {@link #erase} does, but only if a condition holds for all leads that
     * go with them, and without suppressing anything but their sessions: for what nobody asked for, such as retention. What
     * the condition was true of is what is erased; whoever writes meanwhile makes it be asked again.
     *
     * @param mayGo of all leads that go together, those of the same conversations and of merges among them
     * @param cause why, without personal data; it stands in the receipt
     * @return empty when the condition does not hold
     * @throws LeadNotFoundException if the tenant lacks one of the leads
     */
    public Optional<ErasureReceipt> eraseIf(Set<LeadId> leads, Predicate<List<Lead>> mayGo, Cause cause) {
        return Optimistic.retry(() -> {
            ErasureOrderBuilder order = orders.get().sessionsOnly();
            Person person = reader().readLeads(leads);
            return mayGo.test(person.leads())
                    ? Optional.of(erasure.erase(order(order, person, cause)))
                    : Optional.empty();
        });
    }

    /**
     * The leads that go when some are erased: those themselves, every other lead of their conversations, and those that
     * they are merged with. Not those that were merged and are not any more, which are other persons': see
     * {@link #stillTelling}.
     *
     * @throws LeadNotFoundException if the tenant lacks one of the leads
     */
    public List<Lead> erasedWith(Set<LeadId> leads) {
        return Optimistic.retry(() -> reader().readLeads(leads).leads());
    }

    /**
     * The leads that stay when some are erased, and in whose timelines values of these are to be found: one of these, or one
     * that was merged into one of these, was merged into them and taken out again. Ask before the erasure, which takes with
     * it what tells of them; where nothing may be left, erase them too.
     *
     * @return in no order; empty in all but such rare cases
     * @throws LeadNotFoundException if the tenant lacks one of the leads
     */
    public List<Lead> stillTelling(Set<LeadId> leads) {
        Set<LeadId> erased = new TreeSet<>();
        erasedWith(leads).forEach(lead -> erased.add(lead.id()));
        Set<LeadId> telling = new TreeSet<>();
        Set<LeadId> next = erased;
        while (!next.isEmpty()) {
            Set<LeadId> survivors = new TreeSet<>();
            next.forEach(lead -> survivors.addAll(survivorsOf(lead)));
            survivors.removeAll(erased);
            survivors.removeAll(telling);
            telling.addAll(survivors);
            next = survivors;
        }
        return store.findAll(tenant, telling);
    }

    /** Those that it was ever merged into. */
    private Set<LeadId> survivorsOf(LeadId lead) {
        Set<LeadId> survivors = new TreeSet<>();
        for (Activity activity : timeline(lead)) {
            if (activity.change() instanceof Change.MergedInto merged) {
                survivors.add(merged.survivor());
            }
        }
        return survivors;
    }

    private ErasureReceipt erase(Function<PersonReader, Person> read, Cause cause) {
        return Optimistic.retry(() -> {
            ErasureOrderBuilder order = orders.get();
            Person person = read.apply(reader());
            return erasure.erase(order(order, person, cause));
        });
    }

    private static ErasureOrder order(ErasureOrderBuilder order, Person person, Cause cause) {
        person.leads().forEach(order::lead);
        person.transcripts().forEach(order::conversation);
        person.sessions().forEach(order::session);
        return order.build(cause);
    }

    /** The receipt of an earlier erasure; empty when the tenant had none of this id. */
    public Optional<ErasureReceipt> receipt(ErasureId id) {
        return erasure.receipt(tenant, id);
    }

    /** The receipts of all erasures, oldest first. */
    public Page<ErasureReceipt> receipts(PageRequest page) {
        return erasure.receipts(tenant, page);
    }

    /** Until when an identity is suppressed, for an import to ask first; empty when nobody with it was erased. */
    public Optional<Instant> suppressedUntil(Identity identity) {
        IdentityKey key = hasher.key(identity);
        return Optional.ofNullable(erasure.suppressed(tenant, Set.of(key)).get(key));
    }

    private PersonReader reader() {
        return new PersonReader(store, tenant, hasher);
    }
}
