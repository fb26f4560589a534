package dev.leadkit.capture.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OwnershipModelProperties {
    private static final String VALUE = "212 736 5000";

    /** What is learned of a clue by its name is what counts where it is seen. */
    @Property(tries = 1000)
    void the_odds_are_the_sum_of_the_weights_of_all_names(
            @ForAll("texts") String before, @ForAll("texts") String after, @ForAll("texts") String asked) {
        var reply = new Reply(before + VALUE + after, asked.isEmpty() ? null : asked);
        int start = before.length();
        List<String> names = OwnershipModel.clues(new Surroundings(reply, start, start + VALUE.length()));
        Map<String, Double> weights = new HashMap<>(Map.of("bias", 7.0));
        names.forEach(name -> weights.put(name, (double) (name.hashCode() % 64)));

        double odds = new OwnershipModel(weights)
                .odds(reply, start, start + VALUE.length())
                .all();

        assertThat(odds).isEqualTo(7 + names.stream().mapToDouble(weights::get).sum());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "my ",
                        "wife ",
                        "wife's ",
                        "number ",
                        "is ",
                        "Tove ",
                        "ÅSA ",
                        "call ",
                        "the ",
                        "shop's owner ",
                        "not ",
                        "bo@fjord.example ",
                        "0171 555 ",
                        "on",
                        ": ",
                        ", ",
                        ". ",
                        "\n",
                        "? ",
                        "(",
                        "+",
                        "/",
                        "-",
                        "…",
                        "’s ",
                        "é",
                        "我",
                        "\ud83d\ude00",
                        "\ud83d",
                        "\u0301",
                        "12",
                        "thanks ")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }
}
