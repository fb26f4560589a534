package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.testkit.LeadFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DisjointTest {
    private static Changeset creating(LeadFixture lead) {
        ChangesetBuilder unit = aChangeset();
        unit.create(lead.build(), NOW, null);
        return unit.build();
    }

    private static Changeset closing(Changeset creating) {
        Lead before = creating.leads().get(0).lead();
        ChangesetBuilder unit = aChangeset();
        unit.update(
                before,
                before.toBuilder()
                        .stage(before.pipeline(), 1, "lost", true, NOW)
                        .build(),
                NOW,
                null);
        return unit.build();
    }

    @Test
    void what_shares_nothing_is_one_group() {
        List<Changeset> changesets =
                Stream.generate(() -> creating(aLead())).limit(20).toList();

        assertThat(Disjoint.groups(changesets)).containsExactly(changesets);
    }

    @Test
    void there_are_as_many_groups_as_the_longest_chain_has_links_in_whatever_order_they_come() {
        List<Changeset> first = new ArrayList<>();
        List<Changeset> second = new ArrayList<>();
        List<Changeset> third = new ArrayList<>();
        List<Changeset> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Changeset begins = creating(aLead().session("s-" + i));
            Changeset ends = closing(begins);
            Changeset follows = creating(aLead().session("s-" + i)); // takes the claim that was given up
            first.add(begins);
            second.add(ends);
            third.add(follows);
            all.addAll(List.of(begins, ends, follows));
        }

        assertThat(Disjoint.groups(all)).containsExactly(first, second, third);
    }

    @Test
    void the_same_changeset_is_in_two_groups() {
        Changeset twice = creating(aLead());

        assertThat(Disjoint.groups(List.of(twice, twice))).containsExactly(List.of(twice), List.of(twice));
    }

    @Test
    void no_group_becomes_too_large_and_what_follows_comes_after() {
        List<Changeset> changesets = new ArrayList<>(Stream.generate(() -> creating(aLead()))
                .limit(Disjoint.MOST_LEADS)
                .toList());
        Changeset tooMany = creating(aLead());
        Changeset ends = closing(tooMany);
        changesets.add(tooMany);
        changesets.add(ends);

        List<List<Changeset>> groups = Disjoint.groups(changesets);

        assertThat(groups).hasSize(3);
        assertThat(groups.get(0)).hasSize(Disjoint.MOST_LEADS);
        assertThat(groups.subList(1, 3)).containsExactly(List.of(tooMany), List.of(ends));
    }
}
