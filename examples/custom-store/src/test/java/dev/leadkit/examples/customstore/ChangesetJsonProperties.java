package dev.leadkit.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.store.Changeset;
import dev.leadkit.testkit.LeadArbitraries;
import java.util.List;
import net.jqwik.api.Arbitrary;
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

    @Provide
    Arbitrary<List<Changeset>> changesets() {
        return LeadArbitraries.changesets().list().ofMinSize(1).ofMaxSize(3);
    }
}
