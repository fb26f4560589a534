package dev.leadkit.examples.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.leadkit.capture.intent.IntentLabel;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is right for a conversation, beside its turns on the same line.
 *
 * @param source where the conversation comes from, by which the report is broken down
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GoldLine(@Nullable String source, @Nullable Gold gold) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> INTENTS =
            Arrays.stream(IntentLabel.values()).map(IntentLabel::key).collect(Collectors.toUnmodifiableSet());

    /** Of each field the values of which any is right: empty where there is none, absent where nobody knows. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Gold(
            @Nullable List<String> emails,
            @Nullable List<String> phones,
            @Nullable List<String> names,
            @Nullable List<String> companies,
            @Nullable List<Budget> budgets,
            @Nullable String intent,
            @Nullable Need need) {
        Gold {
            emails = known(emails);
            phones = known(phones);
            names = known(names);
            companies = known(companies);
            budgets = known(budgets);
        }
    }

    /** An amount; its currency is not compared. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Budget(double amount) {}

    /**
     * What the visitor said that he needs.
     *
     * @param topicAny words of which the summary should have one
     * @param values facts, each in the forms in which the summary may give it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Need(@Nullable List<String> topicAny, List<List<String>> values) {
        Need {
            topicAny = known(topicAny);
            values = values.stream().map(List::copyOf).toList();
        }
    }

    /** @throws NullPointerException if a value is null, which Jackson turns into its own */
    private static <T> @Nullable List<T> known(@Nullable List<T> values) {
        return values == null ? null : List.copyOf(values);
    }

    /** @throws BadLineException if it is no gold, without any of it */
    static GoldLine parse(String line) throws BadLineException {
        try {
            GoldLine read = JSON.readValue(line, GoldLine.class);
            String intent = read.gold() == null ? null : read.gold().intent();
            if (intent != null && !INTENTS.contains(intent)) {
                throw new BadLineException("gold.intent", "purchase, qualified or none", "another text");
            }
            return read;
        } catch (JacksonException broken) {
            throw new BadLineException("gold", "the gold values of a conversation", "another form");
        }
    }
}
