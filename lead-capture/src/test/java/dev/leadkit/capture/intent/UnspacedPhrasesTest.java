package dev.leadkit.capture.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.capture.extract.Span;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnspacedPhrasesTest {
    private static final UnspacedPhrases PHRASES = new UnspacedPhrases(
            List.of(new Term("买", 1, 0), new Term("想买", 2, 0), new Term("예약하고 싶", 2, 0), new Term("buy", 2, 0)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你好，我想预约一下",
                "我想购买两个",
                "来月の土曜に予約したいのですが",
                "見積をお願いできますか",
                "안녕하세요, 두 명 예약하고 싶은데요",
                "이거 얼마예요?",
                "อยากซื้อสองชิ้นค่ะ",
                "хочу купить два",
                "мне нужна консультация, какая цена?",
                "मुझे दो कुर्सियाँ खरीदना है",
                "كم سعر الكرسي؟",
                "כמה עולה השולחן?",
                "muốn đặt bàn tối nay",
                "mau pesan dua kotak"
            })
    void an_intent_is_seen_in_other_scripts(String text) {
        assertThat(IntentModel.trained().read(text).strongest()).isGreaterThanOrEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"我不想买这个", "今天天气很好", "返金してください", "환불해 주세요", "товар не работает, верните деньги"})
    void none_is_seen_where_there_is_none(String text) {
        assertThat(IntentModel.trained().read(text).strongest()).isLessThan(0.5);
    }

    @Test
    void the_longest_phrase_counts_where_it_stands() {
        assertThat(evidence("我想买两个, 예약하고 싶은데요"))
                .extracting(IntentEvidence::term, IntentEvidence::span)
                .containsExactly(tuple("想买", new Span(1, 3)), tuple("예약하고 싶", new Span(7, 13)));
    }

    @Test
    void a_denial_right_before_it_turns_it_around() {
        assertThat(evidence("我不想买")).extracting(IntentEvidence::weight).containsExactly(-1.0);
        assertThat(evidence("不好意思，我想买")).extracting(IntentEvidence::weight).containsExactly(2.0);
    }

    @Test
    void phrases_of_scripts_with_blanks_are_none_of_its_own() {
        assertThat(evidence("buyer's remorse")).isEmpty();
    }

    @Property
    void each_phrase_stands_where_it_is_said_to(
            @ForAll @Chars({'想', '买', '不', ' ', 'a', '예'}) @StringLength(max = 40) String text) {
        List<IntentEvidence> evidence = evidence(text);

        assertThat(evidence)
                .allSatisfy(each -> assertThat(each.term()).endsWith(each.span().of(text)));
        assertThat(IntStream.range(1, evidence.size())
                        .allMatch(i -> evidence.get(i - 1).span().end()
                                <= evidence.get(i).span().start()))
                .isTrue();
    }

    private static List<IntentEvidence> evidence(String text) {
        var tally = new IntentTally(0, 0);
        PHRASES.addTo(tally, text);
        return tally.reading().evidence();
    }
}
