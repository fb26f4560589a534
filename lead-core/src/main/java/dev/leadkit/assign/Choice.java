package dev.leadkit.assign;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One choice among members for one lead. Used once. */
final class Choice {
    private final Strategy strategy;
    private final Lead lead;
    private final Rotation rotation;
    private final Map<String, Long> open;
    private final List<Standing> standings = new ArrayList<>();

    /** @param against why the member can't take the lead; empty when he can */
    private record Standing(Member member, List<Reason> against) {}

    Choice(Assignment assignment, Lead lead, Rotation rotation, Map<String, Long> open) {
        this.strategy = assignment.strategy();
        this.lead = lead;
        this.rotation = rotation.of(assignment.users());
        this.open = open;
        SortedSet<String> needed = strategy.skillsFor(lead);
        assignment.members().forEach(member -> standings.add(new Standing(member, against(member, needed))));
    }

    private List<Reason> against(Member member, SortedSet<String> needed) {
        List<Reason> reasons = new ArrayList<>();
        if (member.away()) {
            reasons.add(Reason.of("away", "is away"));
        }
        long its = openOf(member);
        if (member.room(its) == 0) {
            String text = "has %d open leads and takes at most %d";
            reasons.add(Reason.of("at-capacity", text.formatted(its, member.capacity())));
        }
        if (!member.skills().containsAll(needed)) {
            SortedSet<String> lacking = new TreeSet<>(needed);
            lacking.removeAll(member.skills());
            reasons.add(Reason.of("lacks-skill", "lacks " + String.join(", ", lacking)));
        }
        return reasons;
    }

    AssignmentDecision decide(@Nullable String previous) {
        List<Member> able = standings.stream()
                .filter(standing -> standing.against().isEmpty())
                .map(Standing::member)
                .toList();
        if (able.isEmpty()) {
            return decision(null, Reason.of("nobody-can", "no member can take it"), rotation);
        }
        if (strategy.sticky()) {
            for (Member member : able) {
                if (member.user().equals(previous)) {
                    return decision(member, Reason.of("previous", "had the visitor's previous lead"), rotation);
                }
            }
        }
        Rotation.Turn turn = switch (strategy.order()) {
            case ROUND_ROBIN -> rotation.take(able, member -> 1);
            case WEIGHTED -> rotation.take(able, Member::weight);
            case CAPACITY -> rotation.take(withMostRoom(able), member -> 1);
        };
        return decision(turn.chosen(), inOrder(turn.chosen()), turn.next());
    }

    private List<Member> withMostRoom(List<Member> able) {
        long most = able.stream()
                .mapToLong(member -> member.room(openOf(member)))
                .max()
                .orElse(0);
        return able.stream()
                .filter(member -> member.room(openOf(member)) == most)
                .toList();
    }

    private Reason inOrder(Member chosen) {
        String text = switch (strategy.order()) {
            case ROUND_ROBIN -> "is next in turn";
            case WEIGHTED -> "is due the most by the weights";
            case CAPACITY -> "can take %d more, the most of all".formatted(chosen.room(openOf(chosen)));
        };
        return Reason.of(strategy.order().key(), text);
    }

    private AssignmentDecision decision(@Nullable Member chosen, Reason why, Rotation next) {
        List<Candidate> candidates = new ArrayList<>();
        for (Standing standing : standings) {
            List<Reason> reasons = standing.against();
            if (standing.member().equals(chosen)) {
                reasons = List.of(Reason.of("chosen", why.text()));
            } else if (reasons.isEmpty()) {
                reasons = List.of(Reason.of("not-next", "could take it, and another comes first"));
            }
            candidates.add(new Candidate(standing.member().user(), reasons));
        }
        return new AssignmentDecision(lead.id(), chosen == null ? null : chosen.user(), why, candidates, next);
    }

    private long openOf(Member member) {
        return open.getOrDefault(member.user(), 0L);
    }
}
