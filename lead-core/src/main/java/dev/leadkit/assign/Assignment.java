package dev.leadkit.assign;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A team and how leads are shared out among it, at one version. Immutable and safe to share.
 *
 * <pre>{@code
 * Assignment inbound = Assignment.of("inbound", Strategy.weighted().stickyToPrevious().needing(Need.forTag("de", "german")),
 *         Member.of("ann").withWeight(2).withCapacity(20).withSkills("german"),
 *         Member.of("ben").withCapacity(10));
 * }</pre>
 *
 * <p>{@link #decide} is a pure function: the same lead, rotation and counts always give the same decision.
 *
 * @param version 1 or more; higher with each change
 * @param members 1 to {@value #MAX_MEMBERS}, one of each user; of equals the first comes first
 */
public record Assignment(String name, int version, Strategy strategy, List<Member> members) {
    public static final int MAX_MEMBERS = 1_000;

    /** @throws InvalidDefinitionException with all problems, placed as they would be in the JSON document */
    public Assignment {
        members = List.copyOf(members);
        var problems = new Problems();
        new AssignmentCheck(problems).check(name, version, strategy, Placed.all("/members/", members));
        problems.throwIfAny();
    }

    /** The first version of an assignment. */
    public static Assignment of(String name, Strategy strategy, Member... members) {
        return new Assignment(name, 1, strategy, List.of(members));
    }

    /** @throws InvalidDefinitionException with all problems of the document, or if the file can't be read */
    public static Assignment read(Path path) {
        return parse(DefinitionReader.file(path));
    }

    /** @throws InvalidDefinitionException with all problems of the document, which may name no condition of the host */
    public static Assignment parse(String json) {
        return parse(json, Map.of());
    }

    /**
     * @param conditions those of the host, by the names that the document may use, see {@link Need#forCondition}
     * @throws InvalidDefinitionException with all problems of the document
     */
    public static Assignment parse(String json, Map<String, Predicate<Lead>> conditions) {
        return new AssignmentJson(conditions).parse(json);
    }

    /** The document that {@link #parse} reads as an equal assignment, given the same conditions. */
    public String toJson() {
        return AssignmentJson.write(this);
    }

    /**
     * The next version, in which a member is away or back.
     *
     * @throws InvalidInputException if there is no such member
     */
    public Assignment withAway(String user, boolean away) {
        if (!users().contains(user)) {
            throw new InvalidInputException("user", "a member of the assignment", "another user");
        }
        List<Member> next = members.stream()
                .map(member -> member.user().equals(user) ? member.withAway(away) : member)
                .toList();
        return new Assignment(name, version + 1, strategy, next);
    }

    /**
     * Who gets a lead. Changes nothing.
     *
     * @param previous the user who had the visitor's previous lead; absent when there is none, or nobody had it
     * @param rotation as the decision before left it
     * @param open how many open leads each user has; none when he is not in it
     */
    public AssignmentDecision decide(Lead lead, @Nullable String previous, Rotation rotation, Map<String, Long> open) {
        if (lead.mergedInto() != null) {
            return AssignmentDecision.notToAssign(lead.id(), "merged", "it was merged into another lead", rotation);
        } else if (lead.withdrawn()) {
            return AssignmentDecision.notToAssign(lead.id(), "withdrawn", "its capture was taken back", rotation);
        } else if (lead.closed()) {
            return AssignmentDecision.notToAssign(lead.id(), "closed", "it is won or lost", rotation);
        } else if (lead.assignee() != null) {
            return AssignmentDecision.notToAssign(lead.id(), "already-assigned", "somebody has it", rotation);
        }
        return new Choice(this, lead, rotation, open).decide(previous);
    }

    /** Whether anybody is there and can take one more lead, if he has the skills for it. */
    public boolean hasRoom(Map<String, Long> open) {
        return members.stream()
                .anyMatch(member -> !member.away() && member.room(open.getOrDefault(member.user(), 0L)) > 0);
    }

    /** The users of all members. */
    Set<String> users() {
        Set<String> users = new TreeSet<>();
        members.forEach(member -> users.add(member.user()));
        return users;
    }
}
