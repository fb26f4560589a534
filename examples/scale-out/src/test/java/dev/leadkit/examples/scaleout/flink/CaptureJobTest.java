package dev.leadkit.examples.scaleout.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.examples.scaleout.Tier;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import dev.leadkit.scoring.Scorecard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages answered by a job, beside the live engine's hook. */
@Tag("reliability")
class CaptureJobTest {
    private static final Scorecard CARD = Scorecard.standard();

    @Test
    void a_job_answers_as_the_live_hook_does() throws Exception {
        assertSame(Conversations.ofOurOwn(Tier.of(60, 600, 6_000), 7));
    }

    /** With {@code -Dleadkit.tier=soak} all of it. */
    @Test
    void a_job_answers_as_the_live_hook_does_on_the_development_data() throws Exception {
        List<SentMessage> messages = Conversations.ofDevelopmentData(Tier.of(60, 1, 1));
        assumeFalse(messages.isEmpty(), "no shared/data above this folder");
        assertSame(messages);
    }

    private static void assertSame(List<SentMessage> messages) throws Exception {
        try (Database live = Database.create();
                Database job = Database.create()) {
            List<Answer> expected = answers(live, messages);

            List<Answer> answers = run(job, LocalFlink.streaming(), messages, answer -> answer);

            assertThat(answers).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(job.rows()).isEqualTo(live.rows());
            System.out.printf(
                    "[flink] %,d messages of %,d conversations answered alike, %,d leads%n",
                    messages.size(),
                    messages.stream().map(SentMessage::conversation).distinct().count(),
                    job.ask("SELECT COUNT(*) FROM leadkit_lead"));
        }
    }

    @Test
    void tasks_that_fail_time_and_again_change_nothing_of_the_result() throws Exception {
        List<SentMessage> messages = Conversations.ofOurOwn(60, 11);
        try (Database live = Database.create();
                Database job = Database.create()) {
            List<Answer> expected = answers(live, messages);

            List<Answer> answers = run(job, LocalFlink.streaming(), messages, new LocalFlink.Failing<>(17, 10));

            assertThat(LocalFlink.Failing.left()).isZero();
            assertThat(job.rows()).isEqualTo(live.rows());
            assertThat(answers)
                    .extracting(Answer::message)
                    .doesNotHaveDuplicates()
                    .hasSameSizeAs(messages);
            assertThat(last(answers)).isEqualTo(last(expected));
        }
    }

    /** By conversation what its last message is answered, apart from whether that came once. */
    static Map<String, Answer> last(List<Answer> answers) {
        Map<String, Integer> turns = new HashMap<>();
        Map<String, Answer> last = new HashMap<>();
        for (Answer answer : answers) {
            int turn =
                    Integer.parseInt(answer.message().substring(answer.message().lastIndexOf('#') + 1));
            if (turns.merge(answer.session(), turn, Math::max) == turn) {
                last.put(
                        answer.session(),
                        new Answer(
                                answer.tenant(),
                                answer.session(),
                                answer.message(),
                                "",
                                answer.lead(),
                                answer.because()));
            }
        }
        return last;
    }

    static List<Answer> run(
            Database database,
            StreamExecutionEnvironment flink,
            List<SentMessage> messages,
            MapFunction<Answer, Answer> afterwards)
            throws Exception {
        DataStream<SentMessage> source =
                flink.fromData(messages, TypeInformation.of(SentMessage.class)).setParallelism(1);
        return CaptureJob.over(source, database.settings(CARD))
                .map(afterwards)
                .returns(TypeInformation.of(Answer.class))
                .executeAndCollect(2 * messages.size());
    }

    /** Those of the live engine, within this process; at the time of the messages, so that the rows can be compared. */
    static List<Answer> answers(Database database, List<SentMessage> messages) {
        var time = new MessageTime();
        CaptureEngine engine =
                CaptureEngine.builder(database.kit(time.clock(), time, CARD)).build();
        List<Answer> answers = new ArrayList<>();
        for (SentMessage sent : messages) {
            time.at(sent);
            CaptureOutcome outcome = engine.tenant(sent.tenant()).onMessage(sent.message());
            answers.add(new Answer(
                    sent.tenant(),
                    sent.session(),
                    sent.id(),
                    outcome.status().name(),
                    outcome.lead().map(LeadId::toString).orElse(null),
                    outcome.because().stream().map(Reason::code).toList()));
        }
        return answers;
    }
}
