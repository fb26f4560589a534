package dev.leadkit.scoring;

import static dev.leadkit.scoring.Leads.NOW;
import static dev.leadkit.scoring.Leads.aLeadWith;
import static dev.leadkit.scoring.Leads.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.EngagementDay;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Score;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups with caps, repeats, and the ways of decay, as far as a whole card shows them. */
class ScorecardGroupsTest {

    private static final Factor MESSAGES = Factor.engagement("messages", "Messages", "engagement.messages");
    private static final Factor QUESTIONS = Factor.engagement("questions", "Questions", "engagement.questions");
    private static final Factor MINUTES = Factor.engagement("minutes", "Minutes", "engagement.activeMinutes");

    private static ScorecardBuilder chatty(double... each) {
        return Scorecard.named("chatty")
                .group("chat", "Chat", 20)
                .factor(MESSAGES.withEach(each[0]).inGroup("chat"))
                .factor(QUESTIONS.withEach(each[1]).inGroup("chat"))
                .factor(MINUTES.withEach(each[2]));
    }

    private static List<String> points(Score score) {
        return score.contributions().stream()
                .map(part -> part.factor() + " " + part.points())
                .toList();
    }

    @Test
    void a_group_gives_no_more_than_its_cap() {
        Score score = chatty(3, 5, 1).build().score(aLeadWith(chat(5, 4, 7)), NOW);

        assertThat(points(score)).containsExactly("messages 15", "questions 20", "minutes 7", "cap:chat -15");
        assertThat(score.value()).isEqualTo(27);
        assertThat(score.contributions().get(3))
                .isEqualTo(new Contribution("cap:chat", "Chat", -15, "all of the group, capped at 20"));
    }

    @Test
    void a_group_takes_no_more_than_its_cap() {
        Scorecard card = chatty(-3, -5, 10).build();

        Score score = card.score(aLeadWith(chat(5, 4, 7)), NOW);

        assertThat(points(score)).containsExactly("messages -15", "questions -20", "minutes 70", "cap:chat 15");
        assertThat(score.value()).isEqualTo(50);
    }

    @Test
    void a_group_within_its_cap_is_not_mentioned() {
        assertThat(points(chatty(3, 5, 1).build().score(aLeadWith(chat(5, 1, 7)), NOW)))
                .containsExactly("messages 15", "questions 5", "minutes 7");
    }

    @Test
    void factors_of_a_group_may_take_from_each_other_before_the_cap() {
        assertThat(points(chatty(8, -6, 1).build().score(aLeadWith(chat(5, 4, 0)), NOW)))
                .containsExactly("messages 40", "questions -24", "minutes 0");
    }

    @Test
    void roundings_and_a_cap_and_a_limit_still_sum_exactly() {
        Scorecard card = Scorecard.named("all")
                .base(60.5)
                .group("chat", "Chat", 20)
                .factor(MESSAGES.withEach(3.3).inGroup("chat"))
                .factor(QUESTIONS.withEach(5.4).inGroup("chat"))
                .factor(MINUTES.withEach(2.9))
                .build();

        Score score = card.score(aLeadWith(chat(5, 1, 7)), NOW);

        // 16.5 + 5.4 are capped at 20; with 20.3 and the base they are 100.8.
        assertThat(card.sum(aLeadWith(chat(5, 1, 7)), NOW)).isEqualTo(100.8);
        assertThat(points(score))
                .containsExactly("messages 17", "questions 5", "minutes 20", "base 61", "cap:chat -2", "limit -1");
        assertThat(score.contributions())
                .last()
                .extracting(Contribution::because)
                .isEqualTo("the sum is 100.8");
    }

    @Test
    void fit_and_engagement_are_told_apart() {
        Scorecard card = Scorecard.named("g")
                .base(5)
                .group("chat", "Chat", 10)
                .group("mixed", "Mixed", 1)
                .factor(MESSAGES.withEach(4).inGroup("chat"))
                .factor(QUESTIONS.withEach(2).inGroup("mixed"))
                .factor(Factor.fit("source", "Source", "source")
                        .withBins(Bin.given(7))
                        .inGroup("mixed"))
                .build();
        Score score = card.score(aLeadWith(chat(4, 1, 0)), NOW);

        assertThat(points(score))
                .containsExactly("messages 16", "questions 2", "source 7", "base 5", "cap:chat -6", "cap:mixed -8");
        assertThat(card.points(score, Dimension.ENGAGEMENT)).isEqualTo(16 - 6 + 2);
        assertThat(card.points(score, Dimension.FIT)).isEqualTo(7);
        assertThat(score.contributions())
                .extracting(part -> card.dimension(part).orElse(null))
                .containsExactly(
                        Dimension.ENGAGEMENT, Dimension.ENGAGEMENT, Dimension.FIT, null, Dimension.ENGAGEMENT, null);
        assertThatThrownBy(() -> Scorecard.standard().points(score, Dimension.FIT))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void repeats_count_one_or_some_or_each() {
        assertThat(points(repeated(null))).containsExactly("messages 28");
        assertThat(points(repeated(Repeat.each()))).containsExactly("messages 28");
        assertThat(points(repeated(Repeat.once()))).containsExactly("messages 4");
        assertThat(points(repeated(Repeat.first(3)))).containsExactly("messages 12");
        assertThat(repeated(Repeat.first(3)).contributions().get(0).because()).isEqualTo("7 messages, 3 counted");
        assertThat(repeated(Repeat.each()).contributions().get(0).because()).isEqualTo("7 messages");
        assertThat(points(repeated(Repeat.first(30)))).containsExactly("messages 28");
    }

    private static Score repeated(@org.jspecify.annotations.Nullable Repeat repeat) {
        Factor factor = MESSAGES.withEach(4);
        Scorecard card = Scorecard.named("r")
                .factor(repeat == null ? factor : factor.withRepeat(repeat))
                .build();
        assertThat(Scorecard.parse(card.toJson())).isEqualTo(card);
        return card.score(aLeadWith(chat(7, 3, 1)), NOW);
    }

    @Test
    void a_count_per_day_is_that_of_each_day() {
        LocalDate day = LocalDate.parse("2025-02-20");
        Engagement counted = chat(9, 4, 1)
                .withDays(List.of(
                        new EngagementDay(day, 6, 1),
                        new EngagementDay(day.plusDays(1), 1, 1),
                        new EngagementDay(day.plusDays(4), 2, 2)));
        Scorecard card = Scorecard.named("r")
                .factor(MESSAGES.withEach(4).withRepeat(Repeat.perDay(2)))
                .factor(QUESTIONS.withEach(1).withRepeat(Repeat.perDay(1)))
                .build();

        assertThat(points(card.score(aLeadWith(counted), NOW))).containsExactly("messages 20", "questions 3");
        assertThat(card.score(aLeadWith(counted), NOW).contributions())
                .extracting(Contribution::because)
                .containsExactly("9 messages, 5 counted", "4 questions, 3 counted");
        assertThat(points(card.score(aLeadWith(chat(9, 4, 1)), NOW))).containsExactly("messages 8", "questions 1");
        assertThat(Scorecard.parse(card.toJson())).isEqualTo(card);
    }

    @Test
    void each_way_of_decay_is_written_and_read() {
        Duration month = Duration.ofDays(30);
        Scorecard card = Scorecard.named("d")
                .factor(decaying("a", Decay.halfLife(month)))
                .factor(decaying("b", Decay.linear(month)))
                .factor(decaying("c", Decay.window(month)))
                .factor(decaying(
                        "d", Decay.steps(new Decay.Step(Duration.ofDays(7), 0.5), new Decay.Step(month, 0.25))))
                .build();
        Score later = card.score(aLeadWith(chat(8, 0, 0)), NOW.plus(Duration.ofDays(15)));

        assertThat(points(later)).containsExactly("a 6", "b 4", "c 8", "d 4");
        assertThat(later.contributions().get(3).because()).isEqualTo("8 messages, decayed from 8");
        assertThat(later.nextChangeAt()).isAfter(NOW.plus(Duration.ofDays(15))).isBefore(NOW.plus(month));
        assertThat(points(card.score(aLeadWith(chat(8, 0, 0)), NOW.plus(month))))
                .containsExactly("a 4", "b 0", "c 0", "d 2");
        assertThat(Scorecard.parse(card.toJson())).isEqualTo(card);
    }

    private static Factor decaying(String id, Decay decay) {
        return Factor.engagement(id, id, "engagement.messages").withEach(1).withDecay(decay);
    }

    @Test
    void decimals_that_decay_are_rounded_to_whole_points() {
        Scorecard card = Scorecard.named("d")
                .factor(MESSAGES.withEach(1.5).withDecay(Decay.window(Duration.ofDays(1))))
                .build();

        assertThat(card.score(aLeadWith(chat(7, 0, 0)), NOW).value()).isEqualTo(11);
    }
}
