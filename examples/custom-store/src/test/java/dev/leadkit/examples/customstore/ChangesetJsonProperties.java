package dev.leadkit.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MergedLeads;
import dev.leadkit.store.Changeset;
import dev.leadkit.testkit.LeadArbitraries;
import dev.leadkit.testkit.Leads;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChangesetJsonProperties {
    @Property(tries = 50)
    void any_changesets_are_read_back_equal_from_one_line(@ForAll("changesets") List<Changeset> changesets) {
        byte[] json = ChangesetJson.write(changesets);

        assertThat(ChangesetJson.read(json)).isEqualTo(changesets);
        assertThat(json).doesNotContain((byte) '\n');
    }

    @Example
    void what_was_written_before_days_and_losses_were_kept_is_read() {
        Lead lead = Leads.aLead()
                .scored(40)
                .but(its -> its.engagement(Leads.engagement()))
                .build();
        String json = written(lead);
        String old = json.replaceAll(",\"days\":\\[[^\\]]*\\]", "").replaceAll(",\"lostTo(Cap|Decay)\":-?\\d+", "");

        Lead read = read(old);

        assertThat(old).hasSizeLessThan(json.length() - 60);
        assertThat(read.engagement()).isEqualTo(lead.engagement().withDays(List.of()));
        assertThat(read.score().value()).isEqualTo(40);
    }

    @Example
    void a_merge_that_was_written_before_it_kept_what_was_taken_away_is_read() {
        Lead own = Leads.aLead().build();
        var merged = new MergedLeads(own, List.of(new LeadId(new UUID(7, 7))), Map.of());
        Lead lead = own.toBuilder().merged(merged).build();
        String json = written(lead);
        String old = json.replace(",\"takenAway\":{}", "");

        Lead read = read(old);

        assertThat(old).isNotEqualTo(json);
        assertThat(read.merged()).isEqualTo(merged);
    }

    private static String written(Lead lead) {
        var unit = Leads.aChangeset();
        unit.create(lead, Leads.NOW, null);
        return new String(ChangesetJson.write(List.of(unit.build())), StandardCharsets.UTF_8);
    }

    private static Lead read(String json) {
        List<Changeset> changesets = ChangesetJson.read(json.getBytes(StandardCharsets.UTF_8));
        return changesets.get(0).leads().get(0).after().lead();
    }

    @Provide
    Arbitrary<List<Changeset>> changesets() {
        return LeadArbitraries.changesets().list().ofMinSize(1).ofMaxSize(3);
    }
}
