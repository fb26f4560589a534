package dev.leadkit.testkit;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stores that take one part of a filter wrong each, as contracts to be run by {@link WrongStoresTest} alone. */
final class WrongFilters {
    private WrongFilters() {}

    /** Answers another filter than the one it is asked. */
    private abstract static class Misreading extends DelegatingStore {
        abstract LeadFilter misread(LeadFilter filter);

        @Override
        public Page<Lead> list(TenantId tenant, LeadQuery query) {
            return right.list(tenant, new LeadQuery(misread(query.filter()), query.sort(), query.page()));
        }

        @Override
        public Board board(TenantId tenant, BoardQuery query) {
            return right.board(tenant, query.filter(misread(query.filter())));
        }
    }

    /** Has no idea of tags that are not wanted. */
    static class ForgetsUnwantedTags extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Misreading() {
                @Override
                LeadFilter misread(LeadFilter filter) {
                    return filter.taggedNone();
                }
            };
        }
    }

    /** Takes the end of a range for a part of it. */
    static class ClosesRanges extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Misreading() {
                @Override
                LeadFilter misread(LeadFilter filter) {
                    Instant end = filter.created().before();
                    return end == null
                            ? filter
                            : filter.createdIn(new TimeRange(filter.created().from(), end.plusNanos(1_000)));
                }
            };
        }
    }

    /** Counts the columns of a board once and for all. */
    static class RemembersCounts extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            Map<List<Object>, Board> known = new ConcurrentHashMap<>();
            return new DelegatingStore() {
                @Override
                public Board board(TenantId tenant, BoardQuery query) {
                    return known.computeIfAbsent(List.of(tenant, query), asked -> right.board(tenant, query));
                }
            };
        }
    }

    /** Looks in a cursor for the place alone. */
    static class TakesCursorsOfOtherFilters extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Page<Lead> list(TenantId tenant, LeadQuery query) {
                    try {
                        return right.list(tenant, query);
                    } catch (InvalidInputException ofAnotherFilter) {
                        PageRequest first = PageRequest.first(query.page().limit());
                        return right.list(tenant, new LeadQuery(query.filter(), query.sort(), first));
                    }
                }
            };
        }
    }

    /** Does not find text within words, and gives all leads to whoever asks for some. */
    static class PassesOverContainment extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Misreading() {
                @Override
                LeadFilter misread(LeadFilter filter) {
                    return filter.containing("");
                }

                @Override
                public Capabilities capabilities() {
                    return Capabilities.NONE;
                }
            };
        }
    }

    /** Holds everybody to the first of several alternatives. */
    static class TakesTheFirstAlternative extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new Misreading() {
                @Override
                LeadFilter misread(LeadFilter filter) {
                    return filter.anyOf().isEmpty()
                            ? filter
                            : LeadFilter.anyOf(filter.anyOf().subList(0, 1));
                }
            };
        }
    }

    /** Gives what a search finds newest first, whatever was asked for. */
    static class OrdersBySearch extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public Page<Lead> list(TenantId tenant, LeadQuery query) {
                    return query.filter().text() == null
                            ? right.list(tenant, query)
                            : right.list(tenant, query.sortedBy(LeadQuery.Sort.NEWEST));
                }
            };
        }
    }

    /** Finds the first hundred of many leads. */
    static class FindsAHundred extends LeadStoreContract {
        @Override
        protected LeadStore openStore() {
            return new DelegatingStore() {
                @Override
                public List<Lead> findAll(TenantId tenant, Collection<LeadId> ids) {
                    return right.findAll(tenant, ids.stream().limit(100).toList());
                }
            };
        }
    }
}
