package dev.leadkit;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.search.SearchHit;
import dev.leadkit.search.SearchIndex;
import dev.leadkit.search.SearchIndex.Found;
import dev.leadkit.search.SearchRanking;
import dev.leadkit.search.SearchResult;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Searches in the store, or in the host's index where there is one. */
final class DeskSearch {
    private final Wiring wiring;
    private final TenantId tenant;

    DeskSearch(Wiring wiring, TenantId tenant) {
        this.wiring = wiring;
        this.tenant = tenant;
    }

    SearchResult run(LeadFilter filter, int limit) {
        PageRequest.first(limit);
        String text = filter.text();
        List<String> terms = filter.terms();
        if (text == null || terms.isEmpty()) {
            throw new InvalidInputException("text", "at least one letter or digit", "none");
        }
        SearchIndex index = wiring.searchIndex();
        return index == null
                ? inStore(filter, terms, limit)
                : ofIndex(index.find(tenant, text, PageRequest.MAX_LIMIT), filter, terms, limit);
    }

    private SearchResult inStore(LeadFilter filter, List<String> terms, int limit) {
        Page<Lead> found = wiring.store().list(tenant, LeadQuery.of(filter).limit(PageRequest.MAX_LIMIT));
        return new SearchResult(SearchRanking.best(found.items(), terms, limit), found.next() == null);
    }

    private SearchResult ofIndex(List<Found> found, LeadFilter filter, List<String> terms, int limit) {
        wiring.requireMayAsk(filter);
        Map<LeadId, Integer> scores = new LinkedHashMap<>();
        found.forEach(each -> scores.putIfAbsent(each.lead(), each.score()));
        Map<LeadId, Lead> leads = wiring.store().findAll(tenant, scores.keySet()).stream()
                .collect(Collectors.toMap(Lead::id, Function.identity()));
        LeadFilter rest = filter.matching("");
        List<SearchHit> hits = new ArrayList<>();
        scores.forEach((id, score) -> {
            Lead lead = leads.get(id);
            if (lead != null && rest.matches(lead) && hits.size() < limit) {
                hits.add(new SearchHit(lead, score, SearchRanking.matches(lead, terms)));
            }
        });
        return new SearchResult(hits, found.size() < PageRequest.MAX_LIMIT);
    }
}
