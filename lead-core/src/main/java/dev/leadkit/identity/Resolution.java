package dev.leadkit.identity;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To which lead a visitor belongs who is about to become one, and why.
 *
 * <p>Only what the channel or the host vouches for leads to a lead that is there already. An address or a number that was
 * typed may be anybody's: it never attaches a visitor to a lead, but makes a suggestion that somebody may follow.
 */
public sealed interface Resolution {
    /** Why, for people and programs. */
    Reason because();

    /** Other leads that may be the same person, oldest first, for somebody to look at. Nothing is done about them. */
    Set<LeadId> suggestions();

    /** He is the person of an open lead. */
    record Attach(Lead lead, Reason because, Set<LeadId> suggestions) implements Resolution {
        public Attach {
            suggestions = Set.copyOf(suggestions);
        }
    }

    /**
     * He becomes a lead of his own.
     *
     * @param previous the closed lead of the same person that it follows; absent when there is none
     */
    record Begin(@Nullable LeadId previous, Reason because, Set<LeadId> suggestions) implements Resolution {
        public Begin {
            suggestions = Set.copyOf(suggestions);
        }
    }

    /** A lead that is known by one of the visitor's identities. */
    record Match(Identity identity, Lead lead) {}

    /**
     * Decides by what is known. The matches' order does not matter. Of several open leads the one is taken that is known by the
     * better assured identity; then that by the earlier kind (an external id before a channel's user); then the older one. The
     * others are suggestions: two leads are never merged by what a message brings.
     *
     * @param matches the leads known by the visitor's identities, of one pipeline; withdrawn ones don't count
     */
    static Resolution of(Collection<Match> matches) {
        List<Match> counting = matches.stream()
                .filter(match -> !match.lead().withdrawn())
                .sorted(STRONGEST_FIRST)
                .toList();
        Optional<Match> open = counting.stream()
                .filter(match -> match.identity().isExclusive() && !match.lead().closed())
                .findFirst();
        if (open.isPresent()) {
            Match match = open.get();
            Reason because = Reason.of("known-" + name(match), "an open lead is known by the same " + words(match));
            return new Attach(
                    match.lead(), because, others(counting, match.lead().id()));
        }
        Optional<Match> closed = counting.stream()
                .filter(match -> match.identity().isExclusive())
                .max(Comparator.comparing((Match match) -> match.lead().stageEnteredAt())
                        .thenComparing(match -> match.lead().id()));
        if (closed.isPresent()) {
            Match match = closed.get();
            Reason because = Reason.of("follows-closed", "the lead known by the same " + words(match) + " is closed");
            return new Begin(
                    match.lead().id(), because, others(counting, match.lead().id()));
        }
        Reason because = counting.isEmpty()
                ? Reason.of("unknown", "no lead is known by any of the visitor's identities")
                : Reason.of("only-claimed", "a lead has the same address or number, which anybody could have typed");
        return new Begin(null, because, others(counting, null));
    }

    /** @hidden */
    Comparator<Match> STRONGEST_FIRST = Comparator.comparing(
                    (Match match) -> match.identity().assurance(), Comparator.reverseOrder())
            .thenComparing(match -> match.identity().kind(), Comparator.reverseOrder())
            .thenComparing(match -> match.lead().createdAt())
            .thenComparing(match -> match.lead().id());

    private static Set<LeadId> others(List<Match> matches, @Nullable LeadId chosen) {
        Set<LeadId> others = new LinkedHashSet<>();
        matches.stream()
                .map(match -> match.lead().id())
                .filter(id -> !id.equals(chosen))
                .forEach(others::add);
        return others;
    }

    private static String name(Match match) {
        return words(match).replace(' ', '-');
    }

    private static String words(Match match) {
        IdentityKind kind = match.identity().kind();
        String verified = match.identity().assurance() == Assurance.VERIFIED ? "verified " : "";
        return switch (kind) {
            case SESSION -> "session";
            case EMAIL -> verified + "address";
            case PHONE -> verified + "number";
            case CHANNEL_USER -> "channel user";
            case EXTERNAL_ID -> "external id";
        };
    }
}
