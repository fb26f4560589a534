package dev.leadkit.examples.cli;

import dev.leadkit.examples.cli.GoldLine.Gold;
import dev.leadkit.examples.cli.GoldLine.Need;
import dev.leadkit.examples.cli.GoldMatch.Same;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares what capture found with what is right, by field and source. Not safe to share. */
final class Evaluation {
    /** A source with fewer positive conversations tells nothing in a mean over sources. */
    private static final int LEAST_POSITIVES = 5;

    private final Map<String, BySource<Tally>> fields = new LinkedHashMap<>();
    private final BySource<NeedTally> needs = new BySource<>(NeedTally::new);
    private int conversations;

    /**
     * The whole report.
     *
     * @param fields by name; {@code …Part} counts a name that is a part of the right one as right
     * @param need of the summaries; absent when no conversation has a gold need
     */
    record Report(
            int conversations,
            Map<String, FieldReport> fields,
            @Nullable NeedReport need) {}

    /**
     * One field.
     *
     * @param macroF1 the mean over the sources with at least five positives; absent without such a source
     * @param falseAlarms of the conversations that have none, the share in which one was found all the same
     */
    record FieldReport(
            Tally.Figures all,
            @Nullable Double macroF1,
            @Nullable Double falseAlarms,
            Map<String, Tally.Figures> sources) {}

    /** The need summaries: how much of what was said they hold. */
    record NeedReport(NeedFigures all, Map<String, NeedFigures> sources) {}

    /**
     * Their figures.
     *
     * @param coverage the mean share of the facts that the summary gives
     * @param topic the share that names the topic; absent where no topic is known
     * @param leaked how many hold an address or a number
     */
    record NeedFigures(
            int scored, double coverage, @Nullable Double topic, int leaked) {}

    void add(GoldLine line, ResultLine result) {
        conversations++;
        String source = Objects.requireNonNullElse(line.source(), "all");
        Gold gold = line.gold();
        if (gold == null) {
            return;
        }
        field("email", source, gold.emails(), result.email(), GoldMatch::email);
        field("phone", source, gold.phones(), result.phone(), GoldMatch::phone);
        field("name", source, gold.names(), result.name(), GoldMatch::name);
        field("namePart", source, gold.names(), result.name(), GoldMatch::partOfName);
        field("company", source, gold.companies(), result.company(), GoldMatch::company);
        field("companyPart", source, gold.companies(), result.company(), GoldMatch::partOfCompany);
        budget(source, gold.budgets(), result.budget());
        intent(source, gold.intent(), result.purchaseIntent() || result.qualified());
        Need need = gold.need();
        if (need != null && !need.values().isEmpty()) {
            String summary = Objects.requireNonNullElse(result.needSummary(), "");
            needs.add(source, tally -> tally.add(need, summary));
        }
    }

    private void field(String field, String source, @Nullable List<String> right, @Nullable String found, Same same) {
        if (right != null) {
            boolean isRight = found != null && right.stream().anyMatch(each -> same.test(found, each));
            count(field, source, !right.isEmpty(), found != null, isRight);
        }
    }

    private void budget(String source, @Nullable List<GoldLine.Budget> right, ResultLine.@Nullable Amount found) {
        if (right != null) {
            BigDecimal amount = found == null ? null : found.amount();
            boolean isRight = amount != null
                    && right.stream().anyMatch(each -> GoldMatch.budget(amount.doubleValue(), each.amount()));
            count("budget", source, !right.isEmpty(), found != null, isRight);
        }
    }

    private void intent(String source, @Nullable String right, boolean found) {
        if (right != null) {
            count("intent", source, !right.equals("none"), found, found);
        }
    }

    private void count(String field, String source, boolean there, boolean given, boolean right) {
        fields.computeIfAbsent(field, first -> new BySource<>(Tally::new))
                .add(source, tally -> tally.add(there, given, right));
    }

    Report report() {
        Map<String, FieldReport> reports = new LinkedHashMap<>();
        fields.forEach((field, tallies) -> reports.put(field, report(tallies)));
        NeedReport need =
                needs.isEmpty() ? null : new NeedReport(needs.all().figures(), needs.figures(NeedTally::figures));
        return new Report(conversations, reports, need);
    }

    private static FieldReport report(BySource<Tally> tallies) {
        return new FieldReport(
                tallies.all().figures(),
                macroF1(tallies),
                tallies.all().falseAlarms(),
                tallies.figures(Tally::figures));
    }

    private static @Nullable Double macroF1(BySource<Tally> tallies) {
        double sum = 0;
        int counted = 0;
        for (Tally tally : tallies.each()) {
            Double f1 = tally.f1();
            if (f1 != null && tally.positive() >= LEAST_POSITIVES) {
                sum += f1;
                counted++;
            }
        }
        return counted == 0 ? null : ResultLines.fourDigits(sum / counted);
    }

    /** The summaries of one source, of each what stands in its first characters. */
    private static final class NeedTally {
        private static final int CHARACTERS = 160;
        private static final Pattern CONTACT = Pattern.compile("@\\w|\\d[\\d\\s().-]{6,}\\d");

        private int scored;
        private double covered;
        private int topics;
        private int topicsNamed;
        private int leaked;

        void add(Need need, String summary) {
            String seen =
                    summary.substring(0, Math.min(CHARACTERS, summary.length())).toLowerCase(Locale.ROOT);
            scored++;
            long given = need.values().stream()
                    .filter(forms -> forms.stream().anyMatch(form -> seen.contains(form.toLowerCase(Locale.ROOT))))
                    .count();
            covered += (double) given / need.values().size();
            List<String> topic = need.topicAny();
            if (topic != null && !topic.isEmpty()) {
                topics++;
                topicsNamed +=
                        topic.stream().anyMatch(word -> beginsAWord(seen, word.toLowerCase(Locale.ROOT))) ? 1 : 0;
            }
            leaked += CONTACT.matcher(summary).find() ? 1 : 0;
        }

        private static boolean beginsAWord(String text, String word) {
            int at = text.indexOf(word);
            while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
                at = text.indexOf(word, at + 1);
            }
            return at >= 0;
        }

        NeedFigures figures() {
            Double topic = topics == 0 ? null : ResultLines.fourDigits((double) topicsNamed / topics);
            return new NeedFigures(scored, ResultLines.fourDigits(covered / scored), topic, leaked);
        }
    }
}
