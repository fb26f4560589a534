package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Score;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadDeskTest {
    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));

    private List<Change> changes(Lead lead) {
        return desk.timeline(lead.id(), PageRequest.first(100)).items().stream()
                .map(Activity::change)
                .toList();
    }

    @Test
    void a_new_lead_stands_in_the_first_stage_with_what_was_given() {
        Lead lead = desk.create(NewLead.named(" Jane ")
                .email("Jane@Acme.com")
                .phone("0151 2345-678")
                .region("DE")
                .company("Acme")
                .tag("vip")
                .expecting(Money.of("1200", "EUR"))
                .assignee("bob")
                .source(LeadSource.API));

        assertThat(desk.get(lead.id())).isEqualTo(lead);
        assertThat(lead.stage()).isEqualTo("new");
        assertThat(lead.version()).isEqualTo(1);
        assertThat(lead.createdAt()).isEqualTo(clock.instant());
        assertThat(lead.displayName()).isEqualTo("Jane");
        assertThat(lead.contact().emails()).extracting(Attributed::value).containsExactly("jane@acme.com");
        assertThat(lead.contact().phones())
                .extracting(
                        phone -> phone.value().value(), phone -> phone.value().valid())
                .containsExactly(tuple("01512345678", false));
        assertThat(lead.contact().company())
                .isEqualTo(new Attributed<>("Acme", Provenance.by(Actor.user("ann"), clock.instant())));
        assertThat(lead.assignee()).isEqualTo("bob");
        assertThat(lead.source()).isEqualTo(LeadSource.API);
        assertThat(desk.findByIdentity(Identity.claimed(IdentityKind.EMAIL, "jane@acme.com")))
                .contains(lead);
    }

    @Test
    void a_verified_address_goes_first_and_is_of_one_open_lead() {
        Lead lead = desk.create(NewLead.named("Jane").email("j@home.example").email("jane@acme.example"));

        Lead verified = desk.verify(lead.id(), IdentityKind.EMAIL, "Jane@Acme.example");

        assertThat(verified.identities()).contains(Identity.verified(IdentityKind.EMAIL, "jane@acme.example"));
        assertThat(verified.contact().emails())
                .extracting(Attributed::value, email -> email.provenance().assurance())
                .containsExactly(
                        tuple("jane@acme.example", Assurance.VERIFIED), tuple("j@home.example", Assurance.CLAIMED));
        assertThat(desk.verify(lead.id(), IdentityKind.EMAIL, "jane@acme.example")
                        .version())
                .isEqualTo(verified.version());
        Lead other = desk.create(NewLead.named("Jane").email("jane@acme.example"));
        assertThatThrownBy(() -> desk.verify(other.id(), IdentityKind.EMAIL, "jane@acme.example"))
                .isInstanceOf(IdentityTakenException.class);
    }

    @Test
    void a_number_is_verified_by_a_numbering_plan_and_an_id_as_it_is() {
        LeadDesk german = deskWith(new GermanNumbers());
        LeadId id = german.create(NewLead.named("Jane")).id();

        german.verify(id, IdentityKind.PHONE, "+49 170 1234567");
        Lead verified = german.verify(id, IdentityKind.EXTERNAL_ID, "crm-1");

        assertThat(verified.identities())
                .contains(
                        Identity.verified(IdentityKind.PHONE, "+491701234567"),
                        Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1"));
        assertThatThrownBy(() -> german.verify(id, IdentityKind.PHONE, "1234567"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("phone: expected a number with its country code");
        assertThatThrownBy(() -> german.verify(id, IdentityKind.SESSION, "s-1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("kind: ");
    }

    @Test
    void what_was_verified_in_error_is_taken_back_by_an_undo() {
        Lead lead = desk.create(NewLead.named("Jane").email("jane@acme.example"));
        desk.verify(lead.id(), IdentityKind.EMAIL, "jane@acme.example");
        List<Activity> timeline =
                desk.timeline(lead.id(), PageRequest.first(100)).items();

        desk.undo(timeline.get(timeline.size() - 1).changeset());

        Lead undone = desk.get(lead.id());
        assertThat(undone.identities()).isEqualTo(lead.identities());
        assertThat(undone.contact()).isEqualTo(lead.contact());
    }

    @Test
    void finds_a_lead_by_an_address_in_whatever_case_it_is_written() {
        Lead lead = desk.create(NewLead.named("Jane").email("jane@acme.example"));

        assertThat(desk.findByEmail(" Jane@Acme.example ")).contains(lead);
        assertThat(desk.findByEmail("Jane@Acme.example", lead.pipeline())).contains(lead);
        assertThat(desk.findByEmail("Jane@Acme.example", "service")).isEmpty();
        assertThat(desk.findByEmail("jo@acme.example")).isEmpty();
        assertThatThrownBy(() -> desk.findByEmail(" "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("identity: ");
    }

    @Test
    void finds_a_lead_by_a_number_however_it_is_written() {
        LeadDesk german = deskWith(new GermanNumbers());
        Lead lead = german.create(NewLead.named("Jane").phone("0170 1234567").region("DE"));

        assertThat(german.findByPhone("+49 170 1234567", null)).contains(lead);
        assertThat(german.findByPhone("0170/123-4567", "DE")).contains(lead);
        assertThat(german.findByPhone("0170 1234567", "DE", lead.pipeline())).contains(lead);
        assertThat(german.findByPhone("0170 1234567", "DE", "service")).isEmpty();
        assertThat(german.findByPhone("0170 1234567", null)).isEmpty();
        assertThat(german.findByPhone("0171 1234567", "DE")).isEmpty();
        assertThatThrownBy(() -> german.findByPhone("none", "DE"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("phone: expected a number with at least one digit, found no digit");
    }

    @Test
    void a_number_as_it_is_given_goes_before_the_other_forms_of_it() {
        LeadDesk german = deskWith(new GermanNumbers());
        Lead longer = german.create(NewLead.named("Jo").phone("+49 9 170 1234567"));

        assertThat(german.findByPhone("+49 170 1234567", null)).contains(longer);

        Lead lead = german.create(NewLead.named("Jane").phone("+49 170 1234567"));
        assertThat(german.findByPhone("+49 170 1234567", null)).contains(lead);
        assertThat(german.findByPhone("+49 9170 1234567", null)).contains(longer);
    }

    @Test
    void finds_nobody_by_a_number_where_the_kit_has_no_normalizer_and_says_so() {
        assertThatThrownBy(() -> desk.findByPhone("+49 170 1234567", null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "normalizer: expected one that knows numbering plans, such as LibPhoneNormalizer, found none");
    }

    private static LeadDesk deskWith(ContactNormalizer normalizer) {
        return LeadKit.builder()
                .store(new InMemoryLeadStore())
                .normalizer(normalizer)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    /** Knows German numbers, each with and without a 9 behind the country code. */
    private static final class GermanNumbers implements ContactNormalizer {
        @Override
        public PhoneNumber phone(String raw, @Nullable String region) {
            String digits = PhoneNumber.digitsOf(raw).value();
            if (raw.startsWith("+49")) {
                return new PhoneNumber("+" + digits, raw, true);
            }
            return "DE".equals(region)
                    ? new PhoneNumber("+49" + digits.substring(1), raw, true)
                    : PhoneNumber.digitsOf(raw);
        }

        @Override
        public Set<String> phoneCandidates(String e164) {
            return Set.of(e164, e164.startsWith("+499") ? "+49" + e164.substring(4) : "+499" + e164.substring(3));
        }
    }

    @Test
    void the_first_address_given_is_the_one_to_use_first() {
        Lead lead = desk.create(NewLead.unknown().email("a@x.example").email("b@x.example"));
        Lead updated = desk.update(lead.id(), LeadUpdate.begin().email("c@x.example"));

        assertThat(updated.contact().emails())
                .extracting(Attributed::value)
                .containsExactly("c@x.example", "a@x.example", "b@x.example");
    }

    @Test
    void a_tag_is_added_to_what_somebody_else_made_of_the_lead_meanwhile() {
        Lead lead = desk.create(NewLead.named("Jane"));
        LeadDesk bob = kit.tenant("acme").as(Actor.user("bob"));
        store.beforeTheNextCommit(() -> bob.tag(lead.id(), "bobs"));

        Lead tagged = desk.tag(lead.id(), "anns");

        assertThat(tagged.tags()).containsExactly("anns", "bobs");
        assertThat(tagged.version()).isEqualTo(3);
        assertThat(desk.untag(lead.id(), "bobs").tags()).containsExactly("anns");
    }

    @Test
    void an_edit_that_changes_nothing_commits_nothing() {
        Lead lead = desk.create(NewLead.named("Jane").tag("vip"));
        int before = store.commits();

        assertThat(desk.tag(lead.id(), "vip")).isEqualTo(lead);
        assertThat(store.commits()).isEqualTo(before);
    }

    @Test
    void what_is_set_at_the_desk_is_pinned_whoever_acts() {
        for (Actor actor :
                List.of(Actor.user("ann"), Actor.importer("csv"), Actor.bot("b").onBehalfOf("ann"))) {
            LeadDesk its = kit.tenant("acme").as(actor);
            Lead lead = its.create(NewLead.named("Jane").tag("vip"));
            its.transition(lead.id(), "contacted");
            its.untag(lead.id(), "vip");

            assertThat(its.assign(lead.id(), "bob").pinned()).containsExactly("assignee", "name", "stage", "tag:vip");
        }
    }

    @Test
    void a_note_stands_on_the_timeline() {
        Lead lead = desk.create(NewLead.named("Jane"));
        clock.advance(Duration.ofMinutes(5));

        Lead noted = desk.note(lead.id(), "called, no answer\n");

        Activity last = desk.timeline(lead.id(), PageRequest.first(100)).items().get(2);
        assertThat(last.change()).isEqualTo(new Change.Noted("called, no answer\n"));
        assertThat(last.actor()).isEqualTo(Actor.user("ann"));
        assertThat(last.at()).isEqualTo(clock.instant());
        assertThat(last.version()).isEqualTo(noted.version());
    }

    @Test
    void the_timeline_tells_exactly_what_changed() {
        Lead lead = desk.create(NewLead.named("Jane").email("jane@acme.com").tag("vip"));
        desk.assign(lead.id(), "bob");
        desk.update(lead.id(), LeadUpdate.begin().name("Jane Doe").expecting(Money.of("50", "EUR")));
        desk.assign(lead.id(), null);

        assertThat(changes(lead))
                .containsExactly(
                        new Change.Created(LeadSource.MANUAL, "five-stage", 1, "new", null),
                        new Change.Identified(IdentityKind.EMAIL, Assurance.CLAIMED),
                        new Change.FieldChanged("name", null, "Jane"),
                        new Change.FieldChanged("email", null, "jane@acme.com"),
                        new Change.Tagged("vip"),
                        new Change.Assigned(null, "bob"),
                        new Change.FieldChanged("name", "Jane", "Jane Doe"),
                        new Change.FieldChanged("amount", null, "50 EUR"),
                        new Change.Assigned("bob", null));
    }

    @Test
    void a_board_has_every_column_of_the_pipeline_even_empty_ones() {
        Lead jane = desk.create(NewLead.named("Jane").expecting(Money.of("50", "EUR")));
        desk.transition(jane.id(), "contacted");
        clock.advance(Duration.ofMinutes(1));
        Lead joe = desk.create(NewLead.named("Joe"));

        Board board = desk.board(BoardQuery.all());

        assertThat(board.columns())
                .extracting(Board.Column::stage, Board.Column::count)
                .containsExactly(
                        tuple("new", 1L),
                        tuple("contacted", 1L),
                        tuple("qualified", 0L),
                        tuple("converted", 0L),
                        tuple("lost", 0L));
        assertThat(board.columns().get(0).cards()).containsExactly(joe);
        assertThat(board.columns().get(1).sums()).containsExactly(Money.of("50", "EUR"));
    }

    @Test
    void leads_in_a_stage_that_is_no_more_come_in_a_column_at_the_end() {
        Pipeline longer = Pipeline.named("p")
                .open("new", "New")
                .open("trial", "Trial")
                .won("won", "Won")
                .free()
                .build();
        Pipeline shorter = Pipeline.named("p")
                .version(2)
                .open("new", "New")
                .won("won", "Won")
                .free()
                .build();
        LeadDesk before = LeadKit.builder()
                .store(store)
                .pipeline(longer)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        LeadDesk after = LeadKit.builder()
                .store(store)
                .pipeline(shorter)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        before.transition(before.create(NewLead.named("Jane")).id(), "trial");

        assertThat(after.board(BoardQuery.all()).columns())
                .extracting(Board.Column::stage, Board.Column::count)
                .containsExactly(tuple("new", 0L), tuple("won", 0L), tuple("trial", 1L));
    }

    @Test
    void two_tenants_see_nothing_of_each_other() {
        Lead ours = desk.create(NewLead.named("Jane").externalId("crm-1"));
        LeadDesk theirs = kit.tenant("globex").as(Actor.user("eve"));

        assertThat(theirs.find(ours.id())).isEmpty();
        assertThat(theirs.list(LeadQuery.all()).items()).isEmpty();
        assertThat(theirs.timeline(ours.id(), PageRequest.first(5)).items()).isEmpty();
        assertThatThrownBy(() -> theirs.transition(ours.id(), "contacted")).isInstanceOf(LeadNotFoundException.class);
        assertThatThrownBy(() -> theirs.tag(ours.id(), "x")).isInstanceOf(LeadNotFoundException.class);
        assertThatThrownBy(() -> theirs.note(ours.id(), "x")).isInstanceOf(LeadNotFoundException.class);
        assertThatThrownBy(() -> theirs.transcript(ours.id())).isInstanceOf(LeadNotFoundException.class);
        assertThat(theirs.create(NewLead.named("Jane").externalId("crm-1"))
                        .tenant()
                        .value())
                .isEqualTo("globex");
        assertThat(desk.list(LeadQuery.all()).items()).containsExactly(ours);
    }

    @Test
    void a_second_open_lead_of_one_external_id_is_refused() {
        Lead first = desk.create(NewLead.named("Jane").externalId("crm-1"));

        var taken = catchThrowableOfType(
                IdentityTakenException.class,
                () -> desk.create(NewLead.named("Joe").externalId("crm-1")));

        assertThat(taken.holder()).isEqualTo(first.id());
        desk.transition(first.id(), "lost");
        assertThat(desk.create(NewLead.named("Joe").externalId("crm-1")).displayName())
                .isEqualTo("Joe");
    }

    @Test
    void lists_what_a_filter_asks_for() {
        Lead jane = desk.create(NewLead.named("Jane Doe").tag("vip"));
        desk.create(NewLead.named("Joe"));

        assertThat(desk.list(LeadQuery.of(LeadFilter.all().taggedAny("vip").matching("doe")))
                        .items())
                .containsExactly(jane);
    }

    @Test
    void a_bad_value_is_refused_before_anything_is_written() {
        Lead lead = desk.create(NewLead.named("Jane"));
        int before = store.commits();

        assertThatThrownBy(() -> desk.tag(lead.id(), " ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.note(lead.id(), " \n")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.assign(lead.id(), "a\u0000")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.transition(lead.id(), "lost", "x".repeat(1025)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.update(lead.id(), LeadUpdate.begin().phone("none", null)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(store.commits()).isEqualTo(before);
        assertThat(desk.get(lead.id())).isEqualTo(lead);
    }

    @Test
    void an_unknown_lead_is_not_found() {
        LeadId nobody = new LeadId(new UUID(0, 1));

        assertThat(desk.find(nobody)).isEmpty();
        assertThatThrownBy(() -> desk.get(nobody)).isInstanceOf(LeadNotFoundException.class);
        assertThatThrownBy(() -> desk.preview(nobody, "new")).isInstanceOf(LeadNotFoundException.class);
    }

    @Test
    void every_change_is_scored_anew() {
        LeadDesk scored = LeadKit.builder()
                .store(store)
                .clock(clock)
                .scorer(LeadDeskTest::tenPointsForEachTag)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));

        Lead lead = scored.create(NewLead.named("Jane"));
        Lead warmer = scored.tag(lead.id(), "vip");

        assertThat(lead.score()).isEqualTo(tenPointsForEachTag(lead, clock.instant()));
        assertThat(warmer.score()).isEqualTo(tenPointsForEachTag(warmer, clock.instant()));
        assertThat(changes(lead)).contains(new Change.Scored(0, 10, "cold", "cold", "tags@1"));
    }

    private static Score tenPointsForEachTag(Lead lead, Instant asOf) {
        int points = 10 * lead.tags().size();
        return new Score(
                points, "cold", List.of(new Contribution("tags", "Tags", points, "tags")), "tags@1", asOf, null);
    }
}
