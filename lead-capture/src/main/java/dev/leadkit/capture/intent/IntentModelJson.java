package dev.leadkit.capture.intent;

import dev.leadkit.capture.text.Words;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonItem;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.definition.json.Problems;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes the definition {@code intent-model}; reading finds all of its problems at once. */
final class IntentModelJson {
    private static final String KIND = "intent-model";

    private IntentModelJson() {}

    static IntentModel parse(String json) {
        return DefinitionReader.read(json, KIND, (name, version, fields) -> {
            JsonFields bias = fields.object("bias");
            Double purchase = bias == null ? null : bias.number("purchase", -Term.MOST, Term.MOST);
            Double qualified = bias == null ? null : bias.number("qualified", -Term.MOST, Term.MOST);
            if (bias != null) {
                bias.rejectUnknown();
            }
            PhraseTree seenTerms = PhraseTree.ofTerms();
            List<Term> terms = fields.objects("terms", term -> term(term, seenTerms, false));
            PhraseTree seenCues = PhraseTree.ofCues();
            List<Term> cues = fields.optionalObjects("cues", cue -> term(cue, seenCues, true));
            Set<String> negations =
                    Set.copyOf(fields.optionalItems("negations", item -> negation(item, fields.problems())));
            if (!fields.problems().isEmpty() || purchase == null || qualified == null) {
                return null;
            }
            return new IntentModel(name, version, purchase, qualified, terms, cues, negations);
        });
    }

    /** Whether it is of words alone, as no others are compared; a mark would look as if it counted. */
    private static boolean isFoundAsWritten(String phrase, boolean cue) {
        String plain = phrase;
        if (cue && plain.startsWith(PhraseTree.OPENS)) {
            plain = plain.substring(PhraseTree.OPENS.length());
        }
        if (cue && plain.endsWith(PhraseTree.ASKS)) {
            plain = plain.substring(0, plain.length() - PhraseTree.ASKS.length());
        }
        plain = plain.strip();
        Words words = Words.of(plain);
        boolean found = words.start(0) == 0 && words.end(words.count() - 1) == plain.length();
        for (int i = 1; i < words.count(); i++) {
            found &= words.gap(i) == Words.BLANK;
        }
        return found;
    }

    static String write(IntentModel model) {
        Map<String, JsonValue> document = new LinkedHashMap<>();
        document.put("kind", new JsonString(KIND));
        document.put("format", new JsonNumber(BigDecimal.ONE));
        document.put("name", new JsonString(model.name()));
        document.put("version", new JsonNumber(BigDecimal.valueOf(model.version())));
        document.put("bias", bias(model));
        if (!model.negations().isEmpty()) {
            document.put(
                    "negations",
                    new JsonArray(model.negations().stream()
                            .<JsonValue>map(JsonString::new)
                            .toList()));
        }
        document.put("terms", terms(model.terms()));
        if (!model.cues().isEmpty()) {
            document.put("cues", terms(model.cues()));
        }
        return JsonText.write(new JsonObject(document));
    }

    private static JsonValue bias(IntentModel model) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("purchase", number(model.purchaseBias()));
        fields.put("qualified", number(model.qualifiedBias()));
        return new JsonObject(fields);
    }

    private static JsonValue terms(List<Term> terms) {
        return new JsonArray(
                terms.stream().<JsonValue>map(IntentModelJson::term).toList());
    }

    private static JsonValue term(Term term) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("phrase", new JsonString(term.phrase()));
        if (term.purchase() != 0 || term.qualified() == 0) {
            fields.put("purchase", number(term.purchase()));
        }
        if (term.qualified() != 0) {
            fields.put("qualified", number(term.qualified()));
        }
        return new JsonObject(fields);
    }

    private static JsonValue number(double weight) {
        return new JsonNumber(BigDecimal.valueOf(weight).stripTrailingZeros());
    }

    /** One word, since it is looked for at each word of a text. */
    private static @Nullable String negation(JsonItem item, Problems problems) {
        String negation = item.text();
        if (negation == null) {
            return null;
        }
        Words words = Words.of(negation);
        if (words.count() != 1 || !words.raw(0).equals(negation)) {
            problems.add(
                    item.pointer(),
                    "negation-length",
                    "expected one word and no mark, found \"%s\"".formatted(negation),
                    "write a word, and a longer phrase as a term that weighs against");
            return null;
        }
        return words.folded(0);
    }

    private static @Nullable Term term(JsonFields fields, PhraseTree seen, boolean cue) {
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
                            "expected 1 to 4 words, found %s".formatted(words),
                            "shorten the phrase or write words");
            return null;
        }
        if (!isFoundAsWritten(phrase, cue)) {
            fields.problems()
                    .add(
                            fields.pointer("phrase"),
                            "phrase-marks",
                            "expected words of one sentence, found marks in \"%s\"".formatted(phrase),
                            cue ? "leave them out, but ^ before and ? behind the words" : "leave them out");
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
