package dev.leadkit.store.jdbc;

import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts a list of changesets into as few groups as can be whose members share nothing, so that a group can be written in
 * any order. Used once.
 */
final class Disjoint {
    /** So that no transaction becomes so large that it hinders others or fills the heap. */
    static final int MOST_LEADS = 10_000;

    private final List<Group> groups = new ArrayList<>();
    private final Map<Object, Integer> lastGroup = new HashMap<>();

    private Disjoint() {}

    private static final class Group {
        private final List<Changeset> members = new ArrayList<>();
        private int leads;

        boolean hasRoomFor(Changeset changeset) {
            return members.isEmpty() || leads + changeset.leads().size() <= MOST_LEADS;
        }

        void add(Changeset changeset) {
            members.add(changeset);
            leads += changeset.leads().size();
        }
    }

    /**
     * A changeset comes in a later group than each before it with which it shares something, and in the first such
     * group that has room.
     */
    static List<List<Changeset>> groups(List<Changeset> changesets) {
        var disjoint = new Disjoint();
        changesets.forEach(disjoint::add);
        return disjoint.groups.stream().map(group -> group.members).toList();
    }

    private void add(Changeset changeset) {
        Set<Object> rows = rows(changeset);
        int place = rows.stream()
                .mapToInt(row -> lastGroup.getOrDefault(row, -1) + 1)
                .max()
                .orElse(0);
        while (place < groups.size() && !groups.get(place).hasRoomFor(changeset)) {
            place++;
        }
        if (place == groups.size()) {
            groups.add(new Group());
        }
        groups.get(place).add(changeset);
        for (Object row : rows) {
            lastGroup.put(row, place);
        }
    }

    /** What decides whether a changeset can be written, as keys of whatever type. */
    private static Set<Object> rows(Changeset changeset) {
        Set<Object> rows = new HashSet<>();
        rows.add(changeset.id());
        changeset.conversations().forEach(write -> rows.add(write.conversation().session()));
        changeset.documents().forEach(write -> rows.add(write.key()));
        for (LeadWrite write : changeset.leads()) {
            rows.add(write.lead().id());
            if (write.before() != null) {
                rows.addAll(Claim.of(write.before()));
            }
            rows.addAll(Claim.of(write.after()));
        }
        return rows;
    }
}
