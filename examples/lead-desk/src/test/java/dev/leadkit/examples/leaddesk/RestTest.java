package dev.leadkit.examples.leaddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each route as it is meant to be used, and its errors. */
class RestTest {
    @TempDir
    static Path data;

    private static TestDesk desk;
    private static Client ann;
    private static Client rob;

    @BeforeAll
    static void start() throws Exception {
        desk = TestDesk.start(data);
        ann = desk.as("acme-ann");
        rob = desk.as("acme-rob");
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    private static String lead(String json) {
        return ann.post("/leads", json).at("/id");
    }

    private static String unknown() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_message_becomes_a_lead_that_is_on_the_board_and_in_the_list() {
        Reply outcome = ann.post(
                "/conversations/s1/messages",
                "{\"id\":\"m1\",\"channel\":\"whatsapp\",\"speaker\":\"visitor\",\"text\":\"I want to buy two machines, kim@acme.example\"}");
        Reply again = ann.post(
                "/conversations/s1/messages",
                "{\"id\":\"m1\",\"channel\":\"whatsapp\",\"speaker\":\"visitor\",\"text\":\"I want to buy two machines, kim@acme.example\"}");
        String id = outcome.at("/leadId");

        assertThat(outcome.at("/status")).isEqualTo("captured");
        assertThat(again.at("/status")).isEqualTo("repeated");
        Reply lead = ann.get("/leads/" + id);
        assertThat(lead.at("/email")).isEqualTo("kim@acme.example");
        assertThat(lead.at("/source")).isEqualTo("whatsapp");
        assertThat(lead.header("etag")).isEqualTo("\"1\"");
        assertThat(ann.get("/leads?q=kim&source=whatsapp&limit=1").at("/items/0/id"))
                .isEqualTo(id);
        assertThat(ann.get("/board?q=kim").at("/columns/0/cards/0/id")).isEqualTo(id);
        assertThat(ann.get("/leads/" + id + "/conversations").at("/items/0/messages/0/id"))
                .isEqualTo("m1");
        assertThat(ann.get("/conversations/s1").at("/leadIds/0")).isEqualTo(id);
        assertThat(ann.get("/leads/" + id + "/score").json().get("breakdown").size())
                .isPositive();
    }

    @Test
    void a_search_says_what_fits_best_and_why() {
        lead("{\"name\":\"Otis Quillon\",\"company\":\"Mill\"}");
        String best = lead("{\"name\":\"Quill Ferreira\",\"email\":\"quill@ferreira.example\"}");

        Reply found = ann.get("/leads/search?q=quill");

        assertThat(found.json().get("items").size()).isEqualTo(2);
        assertThat(found.at("/items/0/lead/id")).isEqualTo(best);
        assertThat(found.at("/items/0/score")).isEqualTo("100");
        assertThat(found.at("/items/0/matches/1/where")).isEqualTo("email");
        assertThat(found.at("/complete")).isEqualTo("true");
        assertThat(ann.get("/leads/search?q=quill&limit=1").json().get("items").size())
                .isEqualTo(1);
        assertThat(ann.get("/leads/search").status()).isEqualTo(400);
        assertThat(ann.get("/leads/search?q=quill&sort=newest").status()).isEqualTo(400);
    }

    @Test
    void what_a_move_would_come_to_is_told_before_it_is_made() {
        String id = lead("{\"name\":\"Undecided\"}");

        Reply preview = ann.get("/leads/" + id + "/preview?to=lost&reason=price");

        assertThat(preview.at("/allowed")).isEqualTo("true");
        assertThat(preview.at("/closes")).isEqualTo("true");
        assertThat(preview.at("/before/stage")).isEqualTo("new");
        assertThat(preview.at("/after/stage")).isEqualTo("lost");
        assertThat(ann.get("/leads/" + id).at("/stage")).isEqualTo("new");
        ann.post("/leads/" + id + "/transition", "{\"to\":\"lost\",\"reason\":\"price\"}");
        List<String> happened = new ArrayList<>();
        for (JsonNode entry : ann.get("/leads/" + id + "/timeline").json().get("items")) {
            if (entry.get("version").asInt() > 1) {
                happened.add(entry.at("/change/type").asString());
            }
        }
        assertThat(preview.json().get("changes").findValuesAsString("type"))
                .isNotEmpty()
                .isEqualTo(happened);

        Reply refused = ann.get("/leads/" + id + "/preview?to=nowhere");
        assertThat(refused.at("/allowed")).isEqualTo("false");
        assertThat(refused.at("/reasons/0/code")).isEqualTo("unknown-stage");
        assertThat(ann.get("/leads/" + id + "/preview").status()).isEqualTo(400);
        assertThat(ann.get("/leads/" + unknown() + "/preview?to=lost").status()).isEqualTo(404);
    }

    @Test
    void a_conversation_without_a_sign_is_promoted_or_marked() {
        ann.post("/conversations/s2/messages", "{\"id\":\"m1\",\"speaker\":\"visitor\",\"text\":\"hello\"}");
        ann.post("/conversations/s3/messages", "{\"id\":\"m1\",\"speaker\":\"visitor\",\"text\":\"hello\"}");

        assertThat(ann.get("/conversations/s2").json().get("leadIds").size()).isZero();
        assertThat(ann.post("/conversations/s2/promote", "{}").at("/status")).isEqualTo("captured");
        assertThat(ann.post("/conversations/s3/qualified", "{\"reason\":\"big\"}")
                        .at("/status"))
                .isEqualTo("captured");
        assertThat(ann.get("/conversations/s3").at("/marks/0/reason")).isEqualTo("big");
        assertThat(ann.post("/conversations/none/promote", "{}").code()).isEqualTo("conversation-not-found");
        assertThat(ann.get("/conversations/none").status()).isEqualTo(404);
    }

    @Test
    void a_body_is_refused_with_all_that_is_wrong_with_it() {
        Reply wrong = ann.post("/conversations/s4/messages", "{\"id\":7,\"speaker\":\"ghost\",\"txt\":\"hello\"}");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("reasons").findValuesAsString("field"))
                .containsExactlyInAnyOrder("id", "speaker", "text", "txt");
        assertThat(ann.post("/leads", "{\"name\":").code()).isEqualTo("not-json");
        assertThat(ann.post("/leads", "{\"name\":\"a\",\"name\":\"b\"}").code()).isEqualTo("not-json");
        assertThat(ann.post("/leads", "[1]").code()).isEqualTo("invalid-body");
        assertThat(ann.post("/leads", "x", "Content-Type", "text/plain").status())
                .isEqualTo(415);
        assertThat(ann.post("/leads", "{\"expectedAmount\":{\"amount\":1e999999999,\"currency\":\"EUR\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(ann.post("/leads", "{\"expectedAmount\":{\"amount\":5,\"currency\":\"EURO\"}}")
                        .code())
                .isEqualTo("invalid-input");
    }

    @Test
    void a_lead_is_created_changed_and_erased() {
        Reply created = ann.post(
                "/leads",
                "{\"name\":\"Lena\",\"emails\":[\"lena@a.example\",\"l@b.example\"],\"phone\":\"+49 341 5550123\","
                        + "\"company\":\"A\",\"location\":\"Bern\",\"avatar\":\"https://a.example/j.png\",\"source\":\"manual\",\"tags\":[\"vip\"],"
                        + "\"expectedAmount\":{\"amount\":1200.5,\"currency\":\"EUR\"},\"assignee\":\"rob\"}");
        String id = created.at("/id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("location")).isEqualTo("/api/v1/leads/" + id);
        Reply changed = ann.patch("/leads/" + id, "{\"company\":\"B\",\"location\":\"Basel\"}", "If-Match", "\"1\"");
        assertThat(changed.at("/location")).isEqualTo("Basel");
        assertThat(changed.at("/company")).isEqualTo("B");
        assertThat(changed.at("/avatar")).isEqualTo("https://a.example/j.png");
        assertThat(changed.at("/expectedAmount/amount")).isEqualTo("1200.5");
        assertThat(ann.patch("/leads/" + id, "{\"name\":\"L\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(ann.patch("/leads/" + id, "{\"name\":\"L\"}", "If-Match", "nonsense")
                        .status())
                .isEqualTo(412);
        assertThat(ann.delete("/leads/" + id, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(rob.delete("/leads/" + id).code()).isEqualTo("not-permitted");
        assertThat(ann.delete("/leads/" + id, "If-Match", changed.header("etag"))
                        .status())
                .isEqualTo(204);
        assertThat(ann.get("/leads/" + id).code()).isEqualTo("lead-not-found");
        assertThat(ann.get("/leads/not-an-id").code()).isEqualTo("lead-not-found");
    }

    @Test
    void a_list_is_paged_and_takes_the_filters_alone() {
        for (int i = 0; i < 5; i++) {
            lead("{\"name\":\"Paged\",\"tags\":[\"paged\"]}");
        }

        Reply first = ann.get("/leads?tag=paged&limit=2&sort=oldest");
        Reply second = ann.get("/leads?tag=paged&limit=2&sort=oldest&cursor=" + first.at("/next"));
        Reply last = ann.get("/leads?tag=paged&limit=2&sort=oldest&cursor=" + second.at("/next"));
        assertThat(first.json().get("items").size()).isEqualTo(2);
        assertThat(last.json().get("items").size()).isEqualTo(1);
        assertThat(last.json().get("next").isNull()).isTrue();
        assertThat(ann.get("/leads?tag=other&cursor=" + first.at("/next")).status())
                .isEqualTo(400);
        Reply wrong = ann.get("/leads?stge=new&limit=0&minScore=x");
        assertThat(wrong.json().get("reasons").findValuesAsString("field"))
                .containsExactlyInAnyOrder("stge", "limit", "minScore");
        assertThat(ann.get("/board?sort=score").status()).isEqualTo(400);
        assertThat(ann.get("/board?cards=501").status()).isEqualTo(400);
        assertThat(ann.get("/leads?contains=paged").code()).isIn("", "unsupported");
    }

    @Test
    void a_move_is_made_or_refused_with_its_reasons() {
        String id = lead("{\"name\":\"Moved\"}");

        assertThat(ann.post("/leads/" + id + "/transition", "{\"to\":\"contacted\"}")
                        .at("/stage"))
                .isEqualTo("contacted");
        Reply options = ann.get("/leads/" + id + "/options");
        assertThat(options.json().get("items").findValuesAsString("to")).contains("new", "qualified", "lost");
        Reply refused = ann.post("/leads/" + id + "/transition", "{\"to\":\"nowhere\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/reasons/0/code")).isEqualTo("unknown-stage");
        assertThat(ann.post("/leads/" + id + "/transition", "{\"to\":\"lost\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(ann.post(
                                "/leads/" + id + "/transition",
                                "{\"to\":\"lost\",\"reason\":\"price\"}",
                                "If-Match",
                                "\"2\"")
                        .at("/lostReason"))
                .isEqualTo("price");
        Reply timeline = ann.get("/leads/" + id + "/timeline?limit=100");
        assertThat(timeline.json().get("items").findValuesAsString("type"))
                .contains("lead.created", "lead.stage_changed");
        assertThat(ann.get("/leads/" + unknown() + "/timeline").status()).isEqualTo(404);
        assertThat(ann.get("/leads/" + id + "/timeline?limit=0").status()).isEqualTo(400);
    }

    @Test
    void a_closed_lead_is_opened_again_where_it_was_open_last() {
        String id = lead("{\"name\":\"Back again\"}");
        ann.post("/leads/" + id + "/transition", "{\"to\":\"contacted\"}");
        assertThat(ann.post("/leads/" + id + "/reopen", "{}").at("/version")).isEqualTo("2"); // it is open
        Reply lost = ann.post("/leads/" + id + "/transition", "{\"to\":\"lost\",\"reason\":\"price\"}");

        assertThat(ann.post("/leads/" + id + "/reopen", "{}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        Reply open = ann.post("/leads/" + id + "/reopen", "{}", "If-Match", lost.header("etag"));

        assertThat(open.at("/stage")).isEqualTo("contacted");
        assertThat(open.at("/closed")).isEqualTo("false");
    }

    @Test
    void a_lead_is_tagged_handed_over_and_noted() {
        String id = lead("{\"name\":\"Worked on\",\"tags\":[\"old\",\"kept\"]}");
        String at = "/leads/" + id;

        assertThat(ann.put(at + "/tags", "{\"tags\":[\"kept\",\"new\"]}")
                        .json()
                        .get("tags")
                        .toString())
                .isEqualTo("[\"kept\",\"new\"]");
        assertThat(ann.put(at + "/tags", "{}").status()).isEqualTo(400);
        assertThat(ann.put(at + "/tags", "{\"tags\":[\" \"]}").status()).isEqualTo(400);
        assertThat(ann.put(at + "/assignee", "{\"assignee\":\"rob\"}").at("/assignee"))
                .isEqualTo("rob");
        assertThat(ann.put(at + "/assignee", "{\"assignee\":null}").json().has("assignee"))
                .isFalse();
        Reply note = ann.post(at + "/notes", "{\"text\":\"called\"}");
        assertThat(note.status()).isEqualTo(201);
        String noteAt = at + "/notes/" + note.at("/id");
        assertThat(ann.put(noteAt, "{\"text\":\"called twice\"}")
                        .json()
                        .get("revisions")
                        .size())
                .isEqualTo(2);
        assertThat(ann.get(at + "/notes").at("/items/0/text")).isEqualTo("called twice");
        assertThat(ann.delete(noteAt).status()).isEqualTo(204);
        assertThat(ann.delete(noteAt).code()).isEqualTo("note-not-found");
        assertThat(ann.put(at + "/notes/x", "{\"text\":\"y\"}").code()).isEqualTo("note-not-found");
    }

    @Test
    void many_leads_are_changed_with_an_outcome_for_each_and_that_is_undone() {
        String one = lead("{\"name\":\"One\",\"tags\":[\"bulk\"]}");
        String two = lead("{\"name\":\"Two\",\"tags\":[\"bulk\"]}");
        ann.post("/leads/" + two + "/transition", "{\"to\":\"contacted\"}");

        String action = "\"action\":{\"type\":\"transition\",\"to\":\"contacted\"}";
        Reply would = ann.post("/leads/bulk", "{\"filter\":{\"tag\":\"bulk\"}," + action + ",\"dryRun\":true}");
        assertThat(would.json().get("items").findValuesAsString("outcome"))
                .containsExactlyInAnyOrder("applied", "unchanged");
        Reply done = ann.post("/leads/bulk", "{\"ids\":[\"" + one + "\",\"" + unknown() + "\"]," + action + "}");
        assertThat(done.json().get("items").findValuesAsString("outcome")).containsExactly("applied", "not-found");
        Reply undone = ann.post("/changes/" + done.at("/operation") + "/undo", "{}");
        assertThat(undone.at("/items/0/outcome")).isEqualTo("restored");
        assertThat(ann.get("/leads/" + one).at("/stage")).isEqualTo("new");
        assertThat(ann.post("/leads/bulk", "{\"ids\":[],\"filter\":{}," + action + "}")
                        .status())
                .isEqualTo(400);
        assertThat(ann.post("/leads/bulk", "{\"ids\":[\"x\"]," + action + "}").status())
                .isEqualTo(400);
        assertThat(ann.post("/leads/bulk", "{\"ids\":[],\"action\":{\"type\":\"fly\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(ann.post("/leads/bulk", "{\"filter\":{\"limit\":5}," + action + "}")
                        .status())
                .isEqualTo(400);
        assertThat(ann.post("/changes/" + unknown() + "/undo", "{}").code()).isEqualTo("change-not-found");
    }

    @Test
    void an_undo_of_a_rep_leaves_leads_that_he_gave_away_and_says_so() {
        String id = lead("{\"name\":\"Given away\",\"assignee\":\"rob\"}");
        Reply given =
                rob.post("/leads/bulk", "{\"ids\":[\"" + id + "\"],\"action\":{\"type\":\"assign\",\"user\":\"rae\"}}");

        Reply undone = rob.post("/changes/" + given.at("/operation") + "/undo", "{}");

        assertThat(undone.at("/items/0/outcome")).isEqualTo("not-seen");
        assertThat(undone.at("/items/0/reasons/0/text")).isEqualTo("the lead is no longer yours to see");
        assertThat(ann.get("/leads/" + id).at("/assignee")).isEqualTo("rae");
    }

    @Test
    void a_search_without_a_letter_or_digit_is_refused_and_erases_nobody() {
        String id = lead("{\"name\":\"Spared\"}");
        String erase = "\"action\":{\"type\":\"erase\",\"cause\":\"subject-request\",\"ref\":\"x\"}}";

        for (String text : List.of("%25", "'", "%F0%9F%98%80")) {
            Reply listed = ann.get("/leads?q=" + text);
            assertThat(listed.status()).isEqualTo(400);
            assertThat(listed.at("/detail")).isEqualTo("q: expected at least one letter or digit");
        }
        assertThat(ann.post("/leads/bulk", "{\"filter\":{\"q\":\"%\"}," + erase).status())
                .isEqualTo(400);
        assertThat(ann.get("/leads/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_single_change_is_undone_by_its_changeset() {
        String id = lead("{\"name\":\"Before\"}");
        ann.patch("/leads/" + id, "{\"name\":\"After\"}");
        JsonNode items = ann.get("/leads/" + id + "/timeline?limit=100").json().get("items");
        String changeset = items.get(items.size() - 1).get("changeset").asString();

        assertThat(ann.post("/changes/" + changeset + "/undo", "{}").at("/items/0/outcome"))
                .isEqualTo("restored");
        assertThat(ann.get("/leads/" + id).at("/name")).isEqualTo("Before");
    }

    @Test
    void two_leads_of_one_person_are_merged_and_taken_apart() {
        String one = lead("{\"name\":\"Mia\",\"email\":\"mia@m.example\"}");
        String two = lead("{\"name\":\"Mia M.\",\"email\":\"mia@m.example\",\"company\":\"M\"}");
        String both = "{\"survivor\":\"" + one + "\",\"other\":\"" + two + "\"";

        assertThat(ann.post("/leads/merge", both + ",\"dryRun\":true}").at("/merged/company"))
                .isEqualTo("M");
        assertThat(rob.post("/leads/merge", both + "}").code()).isEqualTo("not-permitted");
        assertThat(ann.post("/leads/merge", both + "}", "If-Match", "\"9\"").status())
                .isEqualTo(412);
        assertThat(ann.post("/leads/merge", both + "}").at("/merged/id")).isEqualTo(one);
        assertThat(ann.post("/leads/" + two + "/transition", "{\"to\":\"lost\"}")
                        .at("/survivor"))
                .isEqualTo(one);
        assertThat(ann.post("/leads/merge", both + "}").code()).isEqualTo("merge-refused");
        assertThat(ann.post("/merges/" + two + "/undo", "{}").at("/restored/company"))
                .isEqualTo("M");
        assertThat(ann.post("/merges/" + two + "/undo", "{}").code()).isEqualTo("merge-refused");
        assertThat(ann.post("/leads/merge", "{\"survivor\":\"" + one + "\",\"other\":\"" + unknown() + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_table_comes_in_and_goes_out() {
        String table = "Name,E-Mail,Stage\nTab One,tab1@t.example,contacted\nTab Two,not an address,nowhere\n";

        Reply plan = ann.post("/imports?dryRun=true&match=email", table, "Content-Type", "text/csv");
        assertThat(plan.json().get("items").findValuesAsString("outcome")).containsExactly("created", "refused");
        Reply run = ann.post("/imports", table, "Content-Type", "text/csv");
        assertThat(run.at("/counts/created")).isEqualTo("1");
        assertThat(ann.get("/exports?q=tab1&columns=name,email,stage").body()).contains("Tab One", "contacted");
        assertThat(ann.get("/exports?columns=shoe").status()).isEqualTo(400);
        assertThat(ann.get("/exports?limit=1").status()).isEqualTo(400);
        assertThat(ann.post("/imports?match=shoe", table, "Content-Type", "text/csv")
                        .status())
                .isEqualTo(400);
        assertThat(ann.post("/imports", table).status()).isEqualTo(415);
        assertThat(ann.post("/imports", "", "Content-Type", "text/csv").status())
                .isEqualTo(400);
        assertThat(rob.get("/exports").code()).isEqualTo("not-permitted");
        assertThat(rob.post("/imports", table, "Content-Type", "text/csv").code())
                .isEqualTo("not-permitted");
    }

    @Test
    void a_view_is_saved_opened_changed_and_removed() {
        Reply saved = rob.post(
                "/views", "{\"name\":\"Mine\",\"query\":{\"stage\":[\"new\",\"gone\"],\"created\":\"last-7-days\"}}");
        String at = "/views/" + saved.at("/id");

        assertThat(saved.status()).isEqualTo(201);
        assertThat(rob.get(at).at("/broken/0/code")).isEqualTo("unknown-stage");
        assertThat(ann.get(at).status()).isEqualTo(404);
        assertThat(rob.put(at, "{\"name\":\"Ours\",\"shared\":true}", "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
        assertThat(rob.put(at, "{\"name\":\"Ours\",\"shared\":true}").at("/version"))
                .isEqualTo("2");
        assertThat(ann.put(at, "{\"name\":\"Theirs\"}").code()).isEqualTo("not-the-owner");
        assertThat(ann.get("/views").json().get("items").findValuesAsString("name"))
                .contains("Ours");
        assertThat(rob.post("/views", "{\"name\":\"x\",\"query\":{\"q\":\"jane\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(rob.post("/views", "{\"name\":\"x\",\"mode\":\"cube\"}").status())
                .isEqualTo(400);
        assertThat(rob.delete(at).status()).isEqualTo(204);
        assertThat(rob.get(at).code()).isEqualTo("view-not-found");
        assertThat(rob.get("/views/x").code()).isEqualTo("view-not-found");
    }

    @Test
    void a_view_of_the_team_is_seen_by_those_of_the_role() {
        Client rae = desk.as("acme-rae");
        Reply saved = rob.post("/views", "{\"name\":\"Team's\",\"team\":\"rep\"}");
        String at = "/views/" + saved.at("/id");

        assertThat(saved.at("/team")).isEqualTo("rep");
        assertThat(rae.get(at).at("/view/team")).isEqualTo("rep");
        assertThat(rae.delete(at).code()).isEqualTo("not-the-owner");
        assertThat(ann.get(at).code()).isEqualTo("view-not-found");
        assertThat(rob.post("/views", "{\"name\":\"x\",\"team\":\"admin\"}").code())
                .isEqualTo("invalid-input");
        assertThat(rob.post("/views", "{\"name\":\"x\",\"team\":\"rep\",\"shared\":true}")
                        .status())
                .isEqualTo(400);
        assertThat(rob.delete(at).status()).isEqualTo(204);
    }

    @Test
    void a_lead_is_put_off_and_given_a_probability_of_its_own() {
        String id = lead("{\"name\":\"Later\",\"expectedAmount\":{\"amount\":100,\"currency\":\"CHF\"}}");
        String at = "/leads/" + id;

        Reply later = ann.patch(at, "{\"snoozedUntil\":\"2199-01-01T01:00:00+01:00\",\"probability\":0.5}");

        assertThat(later.at("/snoozedUntil")).isEqualTo("2199-01-01T00:00:00Z");
        assertThat(later.at("/probability")).isEqualTo("0.5");
        assertThat(ann.get("/leads?snoozed=true").json().get("items").findValuesAsString("id"))
                .containsExactly(id);
        assertThat(ann.get("/insights/forecast").json().get("currencies").valueStream())
                .filteredOn(its -> its.get("currency").asString().equals("CHF"))
                .singleElement()
                .matches(its -> its.get("overridden").asInt() == 1)
                .matches(its -> its.at("/weighted/amount").asInt() == 50);
        assertThat(ann.patch(at, "{\"snoozedUntil\":\"2001-01-01T00:00:00Z\"}").code())
                .isEqualTo("invalid-input");
        assertThat(ann.patch(at, "{\"probability\":1.5}").code()).isEqualTo("invalid-input");
        assertThat(ann.patch(at, "{\"probability\":\"much\",\"snoozedUntil\":\"soon\"}")
                        .json()
                        .get("reasons")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("probability", "snoozedUntil");
        Reply back = ann.patch(at, "{\"snoozedUntil\":null,\"probability\":null}");
        assertThat(back.json().has("snoozedUntil")).isFalse();
        assertThat(back.json().has("probability")).isFalse();
        ann.delete(at);
    }

    @Test
    void a_new_lead_and_many_leads_get_a_snooze_and_a_probability() {
        String until = "2199-01-01T00:00:00Z";
        String id = lead("{\"name\":\"Snoozed\",\"probability\":0.3,\"snoozedUntil\":\"" + until + "\"}");
        assertThat(ann.get("/leads/" + id).at("/probability")).isEqualTo("0.3");
        assertThat(ann.get("/leads/" + id).at("/snoozedUntil")).isEqualTo(until);
        assertThat(ann.post("/leads", "{\"name\":\"Bo\",\"probability\":2}").code())
                .isEqualTo("invalid-input");

        Reply bulk = ann.post(
                "/leads/bulk",
                "{\"ids\":[\"" + id
                        + "\"],\"action\":{\"type\":\"edit\",\"probability\":0.8,\"clear\":[\"snoozedUntil\"]}}");

        assertThat(bulk.at("/items/0/outcome")).isEqualTo("applied");
        Reply after = ann.get("/leads/" + id);
        assertThat(after.at("/probability")).isEqualTo("0.8");
        assertThat(after.json().has("snoozedUntil")).isFalse();
        ann.delete("/leads/" + id);
    }

    @Test
    void a_null_takes_a_value_away() {
        String id = lead(
                "{\"name\":\"Lena\",\"emails\":[\"l1@gone.example\",\"l2@gone.example\"],\"phone\":\"+49 341 5550177\","
                        + "\"company\":\"A\",\"location\":\"Bern\",\"avatar\":\"https://a.example/j.png\",\"expectedAmount\":{\"amount\":12,\"currency\":\"EUR\"}}");

        Reply bare = ann.patch(
                "/leads/" + id,
                "{\"email\":null,\"phone\":null,\"company\":null,\"location\":null,\"avatar\":null,\"expectedAmount\":null}");

        for (String member :
                List.of("emails", "phones", "email", "phone", "company", "location", "avatar", "expectedAmount")) {
            assertThat(bare.json().has(member) && !bare.json().get(member).isEmpty())
                    .as(member)
                    .isFalse();
        }
        assertThat(bare.at("/name")).isEqualTo("Lena");
        assertThat(ann.patch("/leads/" + id, "{\"name\":null}").json().has("email"))
                .isFalse();
        ann.delete("/leads/" + id);
    }

    @Test
    void figures_are_told_of_a_window() {
        lead("{\"name\":\"Figured\",\"expectedAmount\":{\"amount\":100,\"currency\":\"EUR\"}}");

        assertThat(ann.get("/insights/funnel?range=last-7-days")
                        .json()
                        .get("steps")
                        .size())
                .isPositive();
        assertThat(ann.get("/insights/funnel?kind=period&skipped=imputed&from=2026-01-01")
                        .at("/kind"))
                .isEqualTo("period");
        assertThat(ann.get("/insights/stage-times").json().get("items").size()).isPositive();
        assertThat(ann.get("/insights/forecast").json().get("leads").asLong()).isPositive();
        assertThat(ann.get("/insights/morning-review?limit=3").json().get("hot").isArray())
                .isTrue();
        assertThat(ann.get("/insights/funnel?range=fortnight").status()).isEqualTo(400);
        assertThat(ann.get("/insights/funnel?from=2026-02-02&to=2026-01-01").status())
                .isEqualTo(400);
        assertThat(ann.get("/insights/funnel?kind=square").status()).isEqualTo(400);
        assertThat(ann.get("/insights/forecast?pipeline=none").status()).isEqualTo(400);
        assertThat(ann.get("/insights/forecast?x=1").status()).isEqualTo(400);
    }

    @Test
    void what_is_not_there_is_told_as_a_problem() {
        assertThat(ann.get("/nothing").code()).isEqualTo("no-such-route");
        Reply refused = ann.put("/board", "{}");
        assertThat(refused.code()).isEqualTo("method-not-allowed");
        assertThat(refused.header("allow")).contains("GET");
    }
}
