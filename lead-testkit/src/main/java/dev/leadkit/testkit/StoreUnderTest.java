package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The store that a rule looks at, with what most rules do to it in a line. */
final class StoreUnderTest {
    private static final int MOST_PAGES = 2_000;

    private final LeadStore spi;

    StoreUnderTest(LeadStore spi) {
        this.spi = spi;
    }

    /** The store itself. */
    LeadStore spi() {
        return spi;
    }

    CommitResult commit(ChangesetBuilder unit) {
        return spi.commit(unit.build());
    }

    /** Commits a new lead and gives it as it must now be stored. */
    Lead create(LeadFixture lead) {
        return create(lead.build());
    }

    Lead create(Lead lead) {
        ChangesetBuilder unit = aChangeset(lead.tenant());
        Lead stored = unit.create(lead, lead.createdAt(), null);
        commit(unit);
        return stored;
    }

    /** Commits many new leads, fifty to a changeset, and gives them as they must now be stored. */
    List<Lead> createAll(List<Lead> leads) {
        List<Lead> stored = new ArrayList<>();
        for (int from = 0; from < leads.size(); from += 50) {
            List<Lead> some = leads.subList(from, Math.min(leads.size(), from + 50));
            ChangesetBuilder unit = aChangeset(some.get(0).tenant());
            some.forEach(lead -> stored.add(unit.create(lead, lead.createdAt(), null)));
            commit(unit);
        }
        return stored;
    }

    /** Commits a lead's next value over the one given and gives it as it must now be stored. */
    Lead update(Lead before, UnaryOperator<Lead.Builder> edit) {
        ChangesetBuilder unit = aChangeset(before.tenant());
        Lead stored = unit.update(before, edit.apply(before.toBuilder()).build(), NOW, null);
        commit(unit);
        return stored;
    }

    /** Closes a lead, as a person would. */
    Lead close(Lead before) {
        return update(before, lead -> lead.stage(before.pipeline(), 1, "lost", true, NOW));
    }

    /** Opens a closed lead again. */
    Lead reopen(Lead before) {
        return update(before, lead -> lead.stage(before.pipeline(), 1, "new", false, NOW));
    }

    /** The lead as it is stored. */
    Optional<Lead> find(Lead lead) {
        return spi.find(lead.tenant(), lead.id());
    }

    Optional<Lead> findBy(Identity identity) {
        return spi.findByIdentity(ACME, "five-stage", Leads.HASHER.key(identity));
    }

    /** Commits messages of a session on top of what it has. */
    CommitResult say(String session, ChatMessage... messages) {
        return commit(said(aChangeset(), session, messages));
    }

    /** Adds messages of a session, on top of what it has, to a unit of work. */
    ChangesetBuilder said(ChangesetBuilder unit, String session, ChatMessage... messages) {
        Optional<Conversation> before = spi.transcript(ACME, session).map(Transcript::conversation);
        unit.conversation(
                before.orElseGet(() -> Conversation.begin(ACME, session, "widget")),
                before.map(Conversation::version).orElse(0L));
        return unit.messages(List.of(messages));
    }

    /** The messages of a session; none when there is no such session. */
    List<ChatMessage> messages(String session) {
        return spi.transcript(ACME, session).map(Transcript::messages).orElse(List.of());
    }

    /** Every item of a query, page after page. */
    List<Lead> all(TenantId tenant, LeadQuery query) {
        return pages(query, (LeadQuery next) -> spi.list(tenant, next), query::after, page -> {});
    }

    List<Lead> all(LeadQuery query) {
        return all(ACME, query);
    }

    /** Every item of a query, with something done after each page. */
    List<Lead> all(LeadQuery query, Consumer<Page<Lead>> afterEachPage) {
        return pages(query, (LeadQuery next) -> spi.list(ACME, next), query::after, afterEachPage);
    }

    /** The whole timeline of a lead, page after page. */
    List<Activity> timeline(Lead lead) {
        return timeline(lead, PageRequest.first(100), page -> {});
    }

    List<Activity> timeline(Lead lead, PageRequest first, Consumer<Page<Activity>> afterEachPage) {
        return pages(first, next -> spi.timeline(lead.tenant(), lead.id(), next), first::after, afterEachPage);
    }

    /** A cursor that must be there. */
    static String cursor(@Nullable String next) {
        if (next == null) {
            throw new AssertionError("there is more, but no cursor for it");
        }
        return next;
    }

    private static <Q, T> List<T> pages(
            Q first, Function<Q, Page<T>> read, Function<String, Q> after, Consumer<Page<T>> afterEachPage) {
        List<T> items = new ArrayList<>();
        Page<T> page = read.apply(first);
        for (int pages = 1; ; pages++) {
            items.addAll(page.items());
            afterEachPage.accept(page);
            String next = page.next();
            if (next == null) {
                return items;
            }
            assertThat(pages).as("pages of a list that must end").isLessThan(MOST_PAGES);
            page = read.apply(after.apply(next));
        }
    }
}
