package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.view.SavedView;
import dev.leadkit.view.View;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Views are kept, changed and opened on each database. */
class ViewsOnDatabasesTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void a_view_is_saved_changed_opened_and_removed(Database kind) {
        LeadDesk desk =
                Hosts.kit(JdbcLeadStore.over(kind.fresh())).tenant("acme").as(Actor.user("ann"));
        desk.create(NewLead.named("Jane").tag("Größe"));
        View wanted = View.named("Ü")
                .where("tag", "Größe", "klein")
                .where("sort", "score")
                .withColumns("name");
        SavedView first = desk.views().save(wanted);
        SavedView second = desk.views().save(first, wanted.sharedWithAll());

        assertThat(desk.views().list()).containsExactly(second);
        assertThat(desk.views().find(first.id())).contains(second);
        assertThatThrownBy(() -> desk.views().remove(first)).isInstanceOf(StaleDocumentException.class);
        assertThat(desk.views().open(second, ZoneOffset.UTC).broken())
                .extracting(Problem::pointer)
                .containsExactly("/query/tag/1");

        desk.views().remove(second);
        assertThat(desk.views().list()).isEmpty();
    }
}
