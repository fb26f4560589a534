package dev.leadkit.store.jdbc;

import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parts a list of changesets into groups whose members share nothing, so that a group can be written in any order. */
final class Disjoint {
    /** So that no transaction becomes so large that it hinders others. */
    private static final int MOST_LEADS = 10_000;

    private Disjoint() {}

    /** In the same order; a changeset begins a new group when it shares something with one of the group before. */
    static List<List<Changeset>> groups(List<Changeset> changesets) {
        List<List<Changeset>> groups = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        int leads = 0;
        List<Changeset> group = new ArrayList<>();
        for (Changeset changeset : changesets) {
            Set<Object> its = rows(changeset);
            leads += changeset.leads().size();
            if (!group.isEmpty() && (leads > MOST_LEADS || !Collections.disjoint(taken, its))) {
                groups.add(group);
                group = new ArrayList<>();
                taken.clear();
                leads = changeset.leads().size();
            }
            group.add(changeset);
            taken.addAll(its);
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private record Claim(String pipeline, Object key) {}

    /** What decides whether a changeset can be written, as keys of whatever type. */
    private static Set<Object> rows(Changeset changeset) {
        Set<Object> rows = new HashSet<>();
        rows.add(changeset.id());
        changeset.conversations().forEach(write -> rows.add(write.conversation().session()));
        for (LeadWrite write : changeset.leads()) {
            rows.add(write.lead().id());
            addClaims(rows, write.before());
            addClaims(rows, write.after());
        }
        return rows;
    }

    private static void addClaims(Set<Object> rows, @Nullable LeadState state) {
        if (state != null) {
            state.claims().forEach(key -> rows.add(new Claim(state.lead().pipeline(), key)));
        }
    }
}
