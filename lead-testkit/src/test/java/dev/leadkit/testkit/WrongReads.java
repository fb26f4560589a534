package dev.leadkit.testkit;

import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.AmountTotal;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.Cursors;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Staleness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Stores that read one thing wrong each, as contracts to be run by {@link WrongStoresTest} alone. */
final class WrongReads {
    private WrongReads() {}

    /** Finds a lead by its id whosoever it is. */
    static class LeaksTenants extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            Set<TenantId> tenants = Collections.synchronizedSet(new HashSet<>());
            return new DelegatingStore() {
                @Override
                public CommitResult commit(Changeset changeset) {
                    tenants.add(changeset.tenant());
                    return right.commit(changeset);
                }

                @Override
                public Optional<Lead> find(TenantId tenant, LeadId id) {
                    return right.find(tenant, id)
                            .or(() -> List.copyOf(tenants).stream()
                                    .flatMap(other -> right.find(other, id).stream())
                                    .findFirst());
                }
            };
        }
    }

    /** Has scores that time changes of leads that are closed. */
    static class ForgetsThatScoresOfClosedLeadsStay extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Page<Lead> list(TenantId tenant, LeadQuery query) {
                    if (query.sort() != LeadQuery.Sort.SCORE_DUE) {
                        return right.list(tenant, query);
                    }
                    LeadQuery whole = LeadQuery.of(query.filter()).limit(PageRequest.MAX_LIMIT);
                    List<Lead> found = new ArrayList<>(right.list(tenant, whole).items());
                    found.sort(Comparator.comparing(WrongReads::nextChange).thenComparing(Lead::id));
                    return new Page<>(found, null);
                }
            };
        }
    }

    private static Instant nextChange(Lead lead) {
        Instant next = lead.score() == null ? null : lead.score().nextChangeAt();
        return next == null ? Input.LATEST : next;
    }

    /** Counts the leads that it gave and goes on from that number. */
    static class PagesByOffset extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Page<Lead> list(TenantId tenant, LeadQuery query) {
                    List<Object> question = List.of(tenant, query.filter(), query.sort());
                    String cursor = query.page().cursor();
                    int from = cursor == null
                            ? 0
                            : Integer.parseInt(
                                    Cursors.decode(question, cursor, 1).get(0));
                    LeadQuery whole =
                            LeadQuery.of(query.filter()).sortedBy(query.sort()).limit(PageRequest.MAX_LIMIT);
                    List<Lead> all = right.list(tenant, whole).items();
                    int to = Math.min(all.size(), from + query.page().limit());
                    String next = to == all.size() ? null : Cursors.encode(question, List.of(String.valueOf(to)));
                    return new Page<>(all.subList(Math.min(from, to), to), next);
                }
            };
        }
    }

    /** Begins at the front when it does not know a cursor. */
    static class TakesAnyCursor extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Page<Lead> list(TenantId tenant, LeadQuery query) {
                    try {
                        return right.list(tenant, query);
                    } catch (InvalidInputException unknown) {
                        LeadQuery fromTheFront = new LeadQuery(
                                query.filter(),
                                query.sort(),
                                PageRequest.first(query.page().limit()));
                        return right.list(tenant, fromTheFront);
                    }
                }
            };
        }
    }

    /** Counts the cards that it shows. */
    static class CountsCards extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Board board(TenantId tenant, BoardQuery query) {
                    return new Board(right.board(tenant, query).columns().stream()
                            .map(column -> new Board.Column(
                                    column.stage(),
                                    column.cards().size(),
                                    column.totals(),
                                    column.stale(),
                                    column.cards(),
                                    column.next()))
                            .toList());
                }
            };
        }
    }

    /** Weights with the stage's probability alone. */
    static class ForgetsOwnProbabilities extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Board board(TenantId tenant, BoardQuery query) {
                    return new Board(right.board(tenant, query).columns().stream()
                            .map(column -> new Board.Column(
                                    column.stage(),
                                    column.count(),
                                    column.totals().stream()
                                            .map(AmountTotal::withoutOwn)
                                            .toList(),
                                    column.stale(),
                                    column.cards(),
                                    column.next()))
                            .toList());
                }
            };
        }
    }

    /** Counts the stale ones among the cards that it shows. */
    static class CountsStaleCards extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Board board(TenantId tenant, BoardQuery query) {
                    Staleness staleness = query.stale();
                    return new Board(right.board(tenant, query).columns().stream()
                            .map(column -> new Board.Column(
                                    column.stage(),
                                    column.count(),
                                    column.totals(),
                                    staleness == null
                                            ? 0
                                            : column.cards().stream()
                                                    .filter(staleness::matches)
                                                    .count(),
                                    column.cards(),
                                    column.next()))
                            .toList());
                }
            };
        }
    }

    /** Finds a word in the middle of another. */
    static class SearchesAnywhere extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Page<Lead> list(TenantId tenant, LeadQuery query) {
                    LeadFilter filter = query.filter();
                    if (filter.text() == null) {
                        return right.list(tenant, query);
                    }
                    String text = filter.text().toLowerCase(Locale.ROOT);
                    List<Lead> found = right
                            .list(tenant, LeadQuery.of(filter.matching("")).limit(PageRequest.MAX_LIMIT))
                            .items()
                            .stream()
                            .filter(lead ->
                                    lead.displayName().toLowerCase(Locale.ROOT).contains(text))
                            .toList();
                    return new Page<>(found, null);
                }
            };
        }
    }

    /** Shows a commit once the next has come, as a replica may. */
    static class LagsBehind extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            List<Changeset> waiting = new ArrayList<>();
            return new DelegatingStore() {
                @Override
                public synchronized CommitResult commit(Changeset changeset) {
                    waiting.forEach(right::commit);
                    waiting.clear();
                    waiting.add(changeset);
                    return CommitResult.APPLIED;
                }
            };
        }
    }

    /** Gives what happened last first. */
    static class TurnsTimelines extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Page<Activity> timeline(TenantId tenant, LeadId lead, PageRequest page) {
                    Page<Activity> given = right.timeline(tenant, lead, page);
                    List<Activity> turned = new ArrayList<>(given.items());
                    Collections.reverse(turned);
                    return new Page<>(turned, given.next());
                }
            };
        }
    }

    /** Tells sessions apart as a database does whose collation knows no case. */
    static class IgnoresCase extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Optional<Transcript> transcript(TenantId tenant, String session) {
                    return right.transcript(tenant, session.toLowerCase(Locale.ROOT));
                }
            };
        }
    }

    /** Forgets a withdrawn lead altogether. */
    static class DropsWithdrawn extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Optional<Lead> find(TenantId tenant, LeadId id) {
                    return right.find(tenant, id).filter(lead -> !lead.withdrawn());
                }
            };
        }
    }
}
