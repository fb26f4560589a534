package dev.leadkit.search;

import dev.leadkit.lead.Lead;
import dev.leadkit.search.TermMatch.Place;
import dev.leadkit.store.SearchTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Says how well leads fit the terms by which they were found, the same for every store. Pure: it reads the lead alone.
 *
 * <p>A term is worth the weight of its place where it is a whole word, and where it is the beginning of one half of it and as much of the
 * other half as it covers of the word; of a phone's digits likewise. A lead's score is the average over the terms of what each is
 * worth where it fits best. It is 100 where each term is a whole word of the name.
 */
public final class SearchRanking {
    private static final Comparator<SearchHit> BEST = Comparator.comparingInt(SearchHit::score)
            .thenComparing((SearchHit hit) -> hit.lead().createdAt())
            .thenComparing((SearchHit hit) -> hit.lead().id())
            .reversed();

    private SearchRanking() {}

    /**
     * The leads that fit best; of two that fit equally well the newer one first.
     *
     * @param found leads that each term finds, see {@link SearchTerms}
     * @param terms folded, see {@link SearchTerms#ofQuery}
     */
    public static List<SearchHit> best(Collection<Lead> found, List<String> terms, int limit) {
        return found.stream()
                .map(lead -> hit(lead, terms))
                .sorted(BEST)
                .limit(limit)
                .toList();
    }

    static SearchHit hit(Lead lead, List<String> terms) {
        List<TermMatch> matches = matches(lead, terms);
        int sum = 0;
        for (String term : terms) {
            sum += matches.stream()
                    .filter(match -> match.term().equals(term))
                    .mapToInt(TermMatch::points)
                    .max()
                    .orElse(0);
        }
        return new SearchHit(lead, rounded(sum, Math.max(1, terms.size())), matches);
    }

    /** Which term is found where, in the order of the terms and places. */
    public static List<TermMatch> matches(Lead lead, List<String> terms) {
        List<TermMatch> matches = new ArrayList<>();
        for (String term : terms) {
            Map<Place, Integer> best = new EnumMap<>(Place.class);
            var name = lead.contact().name();
            if (name != null) {
                words(term, Place.NAME, name.value(), best);
            }
            lead.contact().emails().forEach(email -> {
                int at = email.value().lastIndexOf('@');
                words(term, Place.EMAIL, email.value().substring(0, Math.max(at, 0)), best);
                words(term, Place.DOMAIN, email.value().substring(at + 1), best);
            });
            if (SearchTerms.isDigits(term)) {
                lead.contact()
                        .phones()
                        .forEach(phone ->
                                number(term, SearchTerms.digits(phone.value().value()), best));
            }
            best.forEach((where, points) -> matches.add(new TermMatch(term, where, points)));
        }
        return matches;
    }

    private static void words(String term, Place where, String text, Map<Place, Integer> best) {
        for (String word : SearchTerms.words(text)) {
            if (word.startsWith(term)) {
                best.merge(where, points(where, term, word), Math::max);
            }
        }
    }

    private static void number(String term, String digits, Map<Place, Integer> best) {
        if (digits.contains(term)) {
            best.merge(Place.PHONE, points(Place.PHONE, term, digits), Math::max);
        }
    }

    private static int points(Place where, String term, String within) {
        return rounded(where.weight() * (within.length() + term.length()), 2 * within.length());
    }

    /** Half up. */
    private static int rounded(int sum, int parts) {
        return (2 * sum + parts) / (2 * parts);
    }
}
