package dev.leadkit.capture.intent;

import dev.leadkit.capture.text.Words;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the definition {@code intent-model}, all of its problems at once. */
final class IntentModelJson {
    private IntentModelJson() {}

    static IntentModel parse(String json) {
        return DefinitionReader.read(json, "intent-model", (name, version, fields) -> {
            JsonFields bias = fields.object("bias");
            Double purchase = bias == null ? null : bias.number("purchase", -Term.MOST, Term.MOST);
            Double qualified = bias == null ? null : bias.number("qualified", -Term.MOST, Term.MOST);
            if (bias != null) {
                bias.rejectUnknown();
            }
            PhraseTree seen = new PhraseTree();
            List<Term> terms = fields.objects("terms", term -> term(term, seen));
            Set<String> negations = new HashSet<>();
            for (String negation : fields.optionalTexts("negations")) {
                negations.add(negation.toLowerCase(Locale.ROOT));
            }
            if (!fields.problems().isEmpty() || purchase == null || qualified == null) {
                return null;
            }
            return new IntentModel(name, version, purchase, qualified, terms, negations);
        });
    }

    private static @Nullable Term term(JsonFields fields, PhraseTree seen) {
        String phrase = fields.text("phrase");
        Double purchase = fields.optionalNumber("purchase", -Term.MOST, Term.MOST);
        Double qualified = fields.optionalNumber("qualified", -Term.MOST, Term.MOST);
        if (!fields.has("purchase") && !fields.has("qualified")) {
            fields.problems()
                    .add(fields.pointer(), "missing", "the term has no weight", "add \"purchase\" or \"qualified\"");
        }
        if (phrase == null) {
            return null;
        }
        int words = Words.of(phrase).count();
        if (words < 1 || words > PhraseTree.MAX_WORDS) {
            fields.problems()
                    .add(
                            fields.pointer("phrase"),
                            "phrase-length",
                            "expected 1 to 4 words, found %d".formatted(words),
                            "shorten the phrase or write words");
            return null;
        }
        Term term = new Term(phrase, purchase == null ? 0 : purchase, qualified == null ? 0 : qualified);
        if (!seen.add(term)) {
            fields.problems()
                    .add(
                            fields.pointer("phrase"),
                            "duplicate-phrase",
                            "the phrase \"%s\" stands twice".formatted(phrase),
                            "keep one; plural and singular are the same");
            return null;
        }
        return term;
    }
}
