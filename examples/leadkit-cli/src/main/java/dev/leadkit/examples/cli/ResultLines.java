package dev.leadkit.examples.cli;

import dev.leadkit.capture.CaptureExplanation;
import dev.leadkit.capture.CaptureExplanation.RuleExplanation;
import dev.leadkit.capture.extract.Budget;
import dev.leadkit.examples.cli.ResultLine.Amount;
import dev.leadkit.examples.cli.ResultLine.Fired;
import dev.leadkit.examples.cli.ResultLine.Points;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Score;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an explanation as a line of output. */
final class ResultLines {
    /** From this probability on, an intent counts as there. */
    static final double LIKELY = 0.5;

    private ResultLines() {}

    /** @param stored the conversation's lead; null when it has none */
    static ResultLine of(String id, CaptureExplanation seen, @Nullable Lead stored) {
        Lead lead = stored == null ? seen.seen() : stored;
        Contact contact = lead.contact();
        Contact said = seen.seen().contact();
        PhoneNumber phone =
                contact.phones().isEmpty() ? null : contact.phones().get(0).value();
        Score score = lead.score();
        return new ResultLine(
                id,
                stored != null,
                stored == null ? null : stored.id().toString(),
                stored == null ? null : stored.stage(),
                value(contact.name()),
                contact.emails().isEmpty() ? null : contact.emails().get(0).value(),
                phone == null ? null : phone.value(),
                phone == null ? null : phone.valid(),
                value(contact.company()),
                value(contact.location()),
                budget(seen.budgets()),
                lead.expectedAmount() == null
                        ? null
                        : amount(
                                lead.expectedAmount().value().amount(),
                                lead.expectedAmount().value().currency()),
                seen.purchaseIntent() >= LIKELY,
                seen.markedQualified() || seen.qualifiedIntent() >= LIKELY,
                fourDigits(Math.max(seen.purchaseIntent(), seen.qualifiedIntent())),
                lead.need() == null ? null : lead.need().text(),
                score == null ? 0 : score.value(),
                score == null ? "" : score.band(),
                score == null ? List.of() : breakdown(score),
                List.copyOf(lead.tags()),
                seen.rules().stream()
                        .filter(RuleExplanation::fired)
                        .map(rule -> new Fired(rule.rule(), sentence(rule.because())))
                        .toList(),
                said.emails().stream().map(Attributed::value).toList(),
                said.phones().stream().map(number -> number.value().value()).toList(),
                seen.names().stream().map(Attributed::value).toList(),
                seen.companies().stream().map(Attributed::value).toList());
    }

    private static <T> @Nullable T value(@Nullable Attributed<T> attributed) {
        return attributed == null ? null : attributed.value();
    }

    /** What the visitor said last. */
    private static @Nullable Amount budget(List<Attributed<Budget>> said) {
        if (said.isEmpty()) {
            return null;
        }
        Budget last = said.get(said.size() - 1).value();
        return amount(last.amount(), last.currency());
    }

    private static Amount amount(BigDecimal amount, @Nullable String currency) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return new Amount(shortest.scale() < 0 ? shortest.setScale(0) : shortest, currency);
    }

    private static List<Points> breakdown(Score score) {
        return score.contributions().stream()
                .map(part -> new Points(
                        part.factor(),
                        part.points(),
                        part.because(),
                        orAbsent(part.lostToCap()),
                        orAbsent(part.lostToDecay())))
                .toList();
    }

    private static @Nullable Integer orAbsent(int points) {
        return points == 0 ? null : points;
    }

    private static String sentence(List<Reason> because) {
        return because.stream().map(Reason::text).distinct().collect(Collectors.joining("; "));
    }

    static double fourDigits(double probability) {
        return Math.round(probability * 10_000) / 10_000.0;
    }
}
