package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardProblemsTest {

    private static final String GOOD_FACTOR =
            "{'id':'q','label':'Q','dimension':'fit','input':'engagement.questions','each':1}";

    private static List<Problem> problemsOf(String json) {
        var invalid =
                catchThrowableOfType(InvalidDefinitionException.class, () -> Scorecard.parse(json.replace('\'', '"')));
        assertThat(invalid).as("a wrong card was taken").isNotNull();
        assertThat(invalid.problems())
                .allSatisfy(problem -> assertThat(problem.mend()).isNotBlank());
        return invalid.problems();
    }

    private static String card(String rest) {
        return "{'kind':'scorecard','format':1,'name':'c','version':1," + rest + "}";
    }

    private static String factor(String input, String rest) {
        return card("'factors':[{'id':'f','label':'F','dimension':'fit','input':'%s'%s}]".formatted(input, rest));
    }

    private static void assertOne(String json, String pointer, String code) {
        assertThat(problemsOf(json))
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly(pointer + " " + code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # input             | members of the factor                                 | pointer            | code
        engagement.mesages  | ,'each':1                                             | /factors/0/input   | unknown-input
        stage               | ,'bins':[{'equals':'won','points':9}]                 | /factors/0/input   | unknown-input
        engagement.messages | ``                                                    | /factors/0         | points-unclear
        engagement.messages | ,'each':1,'bins':[{'from':1,'points':1}]              | /factors/0         | points-unclear
        engagement.messages | ,'each':101                                           | /factors/0/each    | out-of-range
        engagement.messages | ,'each':1,'cap':0                                     | /factors/0/cap     | out-of-range
        engagement.messages | ,'each':1,'cap':2.5                                   | /factors/0/cap     | wrong-type
        engagement.messages | ,'each':1,'weight':2                                  | /factors/0/weight  | unknown-key
        contact.email       | ,'each':1                                             | /factors/0/each    | not-a-number
        engagement.messages | ,'bins':[]                                            | /factors/0/bins    | empty
        engagement.messages | ,'bins':[{'points':1}]                                | /factors/0/bins/0  | unclear-bin
        engagement.messages | ,'bins':[{'from':1,'missing':true,'points':1}]        | /factors/0/bins/0  | unclear-bin
        engagement.messages | ,'bins':[{'from':1}]                                  | /factors/0/bins/0  | missing
        engagement.messages | ,'bins':[{'from':1,'points':101}]                     | /factors/0/bins/0/points | out-of-range
        engagement.messages | ,'bins':[{'from':1,'points':1.0005}]                  | /factors/0/bins/0/points | too-precise
        engagement.messages | ,'each':0.0001                                        | /factors/0/each    | too-precise
        engagement.messages | ,'bins':[{'from':5,'below':5,'points':1}]             | /factors/0/bins/0  | empty-bin
        engagement.messages | ,'bins':[{'from':'5','points':1}]                     | /factors/0/bins/0/from | wrong-type
        engagement.messages | ,'bins':[{'from':1,'below':5,'points':1},{'from':4,'points':2}] | /factors/0/bins/1 | overlapping-bins
        engagement.messages | ,'bins':[{'from':4,'points':2},{'below':4.1,'points':1}] | /factors/0/bins/1 | overlapping-bins
        engagement.messages | ,'bins':[{'missing':true,'points':2},{'missing':true,'points':1}] | /factors/0/bins/1 | overlapping-bins
        engagement.messages | ,'bins':[{'from':4,'points':2},{'missing':false,'points':1}] | /factors/0/bins/1 | overlapping-bins
        engagement.messages | ,'bins':[{'missing':false,'points':2},{'from':4,'points':1}] | /factors/0/bins/1 | overlapping-bins
        engagement.messages | ,'bins':[{'from':4,'below':9,'points':2},{'from':1,'below':5,'points':1}] | /factors/0/bins/1 | overlapping-bins
        engagement.messages | ,'bins':[{'equals':'5','points':1}]                   | /factors/0/bins/0  | wrong-bin
        source              | ,'bins':[{'from':5,'points':1}]                       | /factors/0/bins/0  | wrong-bin
        source              | ,'bins':[{'anyOf':[],'points':1}]                     | /factors/0/bins/0/anyOf | empty-bin
        source              | ,'bins':[{'anyOf':['a','a'],'points':1}]              | /factors/0/bins/0/anyOf | duplicate-text
        source              | ,'bins':[{'anyOf':['a','b'],'points':1},{'equals':'b','points':2}] | /factors/0/bins/1 | overlapping-bins
        contact.email       | ,'bins':[{'equals':'no','points':1}]                  | /factors/0/bins/0  | empty-bin
        engagement.messages | ,'each':1,'decay':{}                                  | /factors/0/decay   | unclear-decay
        engagement.messages | ,'each':1,'decay':{'halfLife':'P1D','window':'P2D'}   | /factors/0/decay   | unclear-decay
        engagement.messages | ,'each':1,'decay':{'linear':'PT0.5S'}                 | /factors/0/decay/linear | out-of-range
        engagement.messages | ,'each':1,'decay':{'window':'P36501D'}                | /factors/0/decay/window | out-of-range
        engagement.messages | ,'each':1,'decay':{'steps':[]}                        | /factors/0/decay/steps | empty
        engagement.messages | ,'each':1,'decay':{'steps':[{'after':'P1D'}]}         | /factors/0/decay/steps/0 | missing
        engagement.messages | ,'each':1,'decay':{'steps':[{'keep':1}]}              | /factors/0/decay/steps/0 | missing
        engagement.messages | ,'each':1,'decay':{'steps':[{'after':'P1D','keep':1.5}]} | /factors/0/decay/steps/0/keep | out-of-range
        engagement.messages | ,'each':1,'decay':{'steps':[{'after':'P2D','keep':0.5},{'after':'P2D','keep':0.4}]} | /factors/0/decay/steps | unordered-steps
        engagement.messages | ,'each':1,'decay':{'steps':[{'after':'P2D','keep':0.5},{'after':'P3D','keep':0.5}]} | /factors/0/decay/steps | unordered-steps
        engagement.messages | ,'each':1,'repeat':'twice'                            | /factors/0/repeat  | unclear-repeat
        engagement.messages | ,'each':1,'repeat':{}                                 | /factors/0/repeat  | unclear-repeat
        engagement.messages | ,'each':1,'repeat':{'first':1,'perDay':1}             | /factors/0/repeat  | unclear-repeat
        engagement.messages | ,'each':1,'repeat':{'first':0}                        | /factors/0/repeat/first | out-of-range
        engagement.channels | ,'each':1,'repeat':{'perDay':2}                       | /factors/0/repeat/perDay | no-days
        column.visits       | ,'each':1,'repeat':{'perDay':2}                       | /factors/0/repeat/perDay | no-days
        engagement.messages | ,'bins':[{'from':1,'points':1}],'repeat':'once'       | /factors/0/repeat  | unused-repeat
        engagement.messages | ,'each':1,'group':'chat'                              | /factors/0/group   | unknown-group
        engagement.messages | ,'each':1,'with':'source'                             | /factors/0/with    | unused-input
        engagement.messages | ,'cells':[{'bin':{'from':1},'with':{'equals':'a'},'points':1}] | /factors/0 | missing
        engagement.messages | ,'with':'source','cells':[]                           | /factors/0/cells   | empty
        engagement.messages | ,'with':'stage','cells':[{'bin':{'from':1},'with':{'equals':'a'},'points':1}] | /factors/0/with | unknown-input
        engagement.messages | ,'with':'engagement.messages','cells':[{'bin':{'from':1},'with':{'from':1},'points':1}] | /factors/0/with | same-input
        engagement.messages | ,'with':'source','cells':[{'bin':{'from':1},'points':1}] | /factors/0/cells/0 | missing
        engagement.messages | ,'with':'source','cells':[{'bin':{'from':1},'with':{'from':2},'points':1}] | /factors/0/cells/0/with | wrong-bin
        engagement.messages | ,'with':'source','cells':[{'bin':{'from':1,'points':1},'with':{'equals':'a'},'points':1}] | /factors/0/cells/0/bin/points | unknown-key
        engagement.messages | ,'with':'source','cells':[{'bin':{'from':1},'with':{'anyOf':['a','b']},'points':1},{'bin':{'from':3},'with':{'equals':'b'},'points':1}] | /factors/0/cells/1 | overlapping-cells
        engagement.messages | ,'with':'source','cells':[{'bin':{'from':1},'with':{'missing':false},'points':1},{'bin':{'from':3},'with':{'equals':'b'},'points':1}] | /factors/0/cells/1 | overlapping-cells
        column.             | ,'each':1                                             | /factors/0/input   | unknown-input
        field.              | ,'each':1                                             | /factors/0/input   | unknown-input
        column.job          | ,'bins':[{'from':1,'points':1},{'equals':'a','points':1}] | /factors/0/bins/1 | wrong-bin
        engagement.messages | ,'each':1,'decay':{'halfLife':'two weeks'}            | /factors/0/decay/halfLife | not-a-duration
        engagement.messages | ,'each':1,'decay':{'halfLife':'PT0.5S'}               | /factors/0/decay/halfLife | out-of-range
        engagement.messages | ,'each':1,'decay':{'halfLife':'P36501D'}              | /factors/0/decay/halfLife | out-of-range
        engagement.messages | ,'each':1,'decay':{'halfLife':'P1D','from':'x'}       | /factors/0/decay/from | unknown-key
        """)
    void a_wrong_factor_is_named_with_its_place(String input, String members, String pointer, String code) {
        assertOne(factor(input, members), pointer, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # bands                                                        | pointer        | code
        []                                                             | /bands         | empty
        [{'key':'hot','from':70}]                                      | /bands         | uncovered-scores
        [{'key':'a','from':0},{'key':'a','from':5}]                    | /bands/1/key   | duplicate-band
        [{'key':'a','from':0},{'key':'b','from':0}]                    | /bands/1/from  | duplicate-from
        [{'key':'a','from':0},{'key':'b','from':101}]                  | /bands/1/from  | out-of-range
        [{'key':'a','from':0},{'key':'b'}]                             | /bands/1       | missing
        [{'key':'a','from':0},{'key':'b\\u0000','from':9}]             | /bands/1/key   | control-character
        [{'key':'a','from':0,'to':50}]                                 | /bands/0/to    | unknown-key
        """)
    void a_wrong_band_is_named_with_its_place(String bands, String pointer, String code) {
        assertOne(card("'factors':[" + GOOD_FACTOR + "],'bands':" + bands), pointer, code);
    }

    @Test
    void a_factor_stands_once() {
        assertOne(card("'factors':[" + GOOD_FACTOR + "," + GOOD_FACTOR + "]"), "/factors/1/id", "duplicate-factor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "base", "rounding", "cap:chat"})
    void what_a_card_adds_itself_is_no_factor(String id) {
        assertOne(
                card("'factors':[" + GOOD_FACTOR.replace("'q'", "'" + id + "'") + "]"), "/factors/0/id", "reserved-id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # members of the card                                          | pointer             | code
        'base':1001                                                    | /base               | out-of-range
        'base':0.0001                                                  | /base               | too-precise
        'hysteresis':51                                                | /hysteresis         | out-of-range
        'groups':[{'id':'g','label':'G','cap':101}]                    | /groups/0/cap       | out-of-range
        'groups':[{'id':'g','label':'G','cap':1},{'id':'g','label':'G','cap':1}] | /groups/1/id | duplicate-group
        'calibration':{}                                               | /calibration        | missing
        'calibration':{'kind':'magic','strength':9}                    | /calibration/kind   | unknown-value
        'calibration':{'kind':'logistic','intercept':0,'slope':0}      | /calibration/slope  | not-rising
        'calibration':{'kind':'logistic','slope':1}                    | /calibration        | missing
        'calibration':{'kind':'logistic','intercept':0,'slope':1,'points':[]} | /calibration/points | unknown-key
        'calibration':{'kind':'points','points':[{'sum':0,'probability':0}]} | /calibration/points | one-point
        'calibration':{'kind':'points','points':[{'sum':0,'probability':0.2},{'sum':1,'probability':0.1}]} | /calibration/points | not-rising
        'calibration':{'kind':'points','points':[{'sum':0,'probability':0.2},{'sum':0,'probability':0.3}]} | /calibration/points | not-rising
        'calibration':{'kind':'points','points':[{'sum':0,'probability':2},{'sum':1,'probability':1},{'sum':2,'probability':1}]} | /calibration/points/0/probability | out-of-range
        'bandsBy':{'rule':'luck'}                                      | /bandsBy/rule       | unknown-value
        'bandsBy':{'rule':'rank'}                                      | /bandsBy            | missing
        'bandsBy':{'rule':'rank','shares':[{'band':'tepid','share':0.1}]} | /bandsBy/shares/0/band | unknown-band
        'bandsBy':{'rule':'rank','shares':[{'band':'hot','share':0.1},{'band':'hot','share':0.1}]} | /bandsBy/shares/1/band | duplicate-band
        'bandsBy':{'rule':'rank','shares':[{'band':'hot','share':0.6},{'band':'warm','share':0.6}]} | /bandsBy/shares | too-large
        'bandsBy':{'rule':'probability','probabilities':[{'band':'hot','from':1.1}]} | /bandsBy/probabilities/0/from | out-of-range
        'learned':[]                                                   | /learned            | wrong-type
        """)
    void a_wrong_statement_of_the_card_is_named_with_its_place(String member, String pointer, String code) {
        assertOne(card("'factors':[" + GOOD_FACTOR + "]," + member), pointer, code);
    }

    @Test
    @Timeout(20)
    void cells_that_tell_too_much_apart_are_refused_in_no_time() {
        var cells = new StringJoiner(",", "[", "]");
        for (int i = 0; i < 1_000; i++) {
            cells.add("{'bin':{'from':%d,'below':%d},'with':{'from':%d,'below':%d},'points':1}"
                    .formatted(i, i + 1, i, i + 1));
        }

        assertOne(
                factor("engagement.messages", ",'with':'amount','cells':" + cells),
                "/factors/0/cells",
                "too-many-cells");
    }

    @Test
    void a_dimension_is_fit_or_engagement() {
        assertOne(
                card("'factors':[" + GOOD_FACTOR.replace("'fit'", "'mood'") + "]"),
                "/factors/0/dimension",
                "unknown-value");
    }

    @Test
    void a_card_has_factors() {
        assertOne(card("'factors':[]"), "/factors", "empty");
        assertOne(card("'bands':[{'key':'a','from':0}]"), "", "missing");
    }

    @Test
    void another_kind_of_document_is_no_scorecard() {
        assertOne(card("'factors':[" + GOOD_FACTOR + "]").replace("scorecard", "pipeline"), "/kind", "wrong-kind");
    }

    @Test
    void an_unknown_input_comes_with_those_that_there_are() {
        Problem problem = problemsOf(factor("score", ",'each':1")).get(0);

        assertThat(problem.mend())
                .startsWith("use one of: amount, contact.company,")
                .doesNotContain("score", "stage", "assignee");
    }

    @Test
    void five_mistakes_give_five_problems() {
        String json = card("'factors':["
                + "{'id':'a','label':'A','dimension':'fit','input':'stage','each':1},"
                + "{'id':'b','label':'B','dimension':'fit','input':'source','bins':[{'from':1,'points':1}]},"
                + "{'id':'a','label':'','dimension':'fit','input':'amount','each':1}],"
                + "'bands':[{'key':'hot','from':70}]");

        assertThat(problemsOf(json))
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly(
                        "/factors/0/input unknown-input",
                        "/factors/1/bins/0 wrong-bin",
                        "/factors/2/id duplicate-factor",
                        "/factors/2/label blank",
                        "/bands uncovered-scores");
    }

    @Test
    @Timeout(20)
    void a_huge_card_is_checked_in_no_time() {
        var bins = new StringJoiner(",", "[", "]");
        for (int i = 0; i < 60_000; i++) {
            bins.add("{'from':%d,'below':%d,'points':1}".formatted(i, i + 1));
        }
        bins.add("{'from':59999.5,'points':1}");

        assertOne(factor("engagement.messages", ",'bins':" + bins), "/factors/0/bins/60000", "overlapping-bins");
    }

    @Test
    void the_builder_reports_all_problems_in_the_same_places() {
        var invalid = catchThrowableOfType(
                InvalidDefinitionException.class,
                () -> Scorecard.named("c")
                        .version(0)
                        .factor(Factor.fit("a", "A", "stage").withEach(1))
                        .factor(Factor.fit("a", "A", "amount"))
                        .build());

        assertThat(invalid.problems())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly(
                        "/version out-of-range",
                        "/factors/0/input unknown-input",
                        "/factors/1/id duplicate-factor",
                        "/factors/1 points-unclear");
    }
}
