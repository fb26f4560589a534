package dev.leadkit.assign;

import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong between the parts of an assignment, each problem with its place in the document. */
final class AssignmentCheck {
    private final Problems problems;

    AssignmentCheck(Problems problems) {
        this.problems = problems;
    }

    void check(String name, int version, Strategy strategy, List<Placed<Member>> members) {
        if (version < 1) {
            problems.add("/version", "out-of-range", "expected 1 or more, found " + version, "choose such a number");
        }
        if (members.isEmpty()) {
            problems.add("/members", "empty", "expected at least one item, found none", "add one");
        }
        check(name, strategy.order(), Placed.all("/strategy/needs/", strategy.needs()), members);
    }

    /** @param order absent when it could not be read */
    void check(String name, @Nullable Order order, List<Placed<Need>> needs, List<Placed<Member>> members) {
        id("/name", name);
        if (members.size() > Assignment.MAX_MEMBERS) {
            problems.add(
                    "/members",
                    "too-many",
                    "expected at most %d members, found %d".formatted(Assignment.MAX_MEMBERS, members.size()),
                    "split the team");
        }
        eachOnce(members);
        if (order == Order.CAPACITY) {
            members.stream()
                    .filter(member -> member.value().capacity() == null)
                    .forEach(member -> problems.add(
                            member.pointer(),
                            "missing-capacity",
                            "the order \"capacity\" compares capacities, and this member has none",
                            "add \"capacity\""));
        }
        needs(needs);
        // Who has which skill is known only once all members could be read.
        if (problems.isEmpty()) {
            skills(needs, members);
        }
    }

    /** @return whether it is one */
    boolean id(String at, String id) {
        try {
            Input.id("id", id);
            return true;
        } catch (InvalidInputException refused) {
            problems.add(
                    at,
                    "bad-id",
                    "expected %s, found %s".formatted(refused.expected(), refused.found()),
                    "choose a short, plain one");
            return false;
        }
    }

    private void eachOnce(List<Placed<Member>> members) {
        Set<String> users = new HashSet<>();
        for (Placed<Member> member : members) {
            if (!users.add(member.value().user())) {
                problems.add(
                        member.pointer() + "/user",
                        "duplicate-member",
                        "the user \"%s\" stands twice".formatted(member.value().user()),
                        "keep one of the two");
            }
        }
    }

    private void needs(List<Placed<Need>> needs) {
        Set<Need> seen = new HashSet<>();
        for (Placed<Need> need : needs) {
            if (!seen.add(need.value())) {
                problems.add(need.pointer(), "duplicate-need", "the same need stands twice", "keep one of the two");
            }
        }
    }

    private void skills(List<Placed<Need>> needs, List<Placed<Member>> members) {
        Set<String> skills = new HashSet<>();
        members.forEach(member -> skills.addAll(member.value().skills()));
        for (Placed<Need> need : needs) {
            if (!skills.contains(need.value().skill())) {
                problems.add(
                        need.pointer() + "/skill",
                        "skill-of-nobody",
                        "no member has the skill \"%s\", so that such leads would wait for ever"
                                .formatted(need.value().skill()),
                        "give it to a member, or drop the need");
            }
        }
    }
}
