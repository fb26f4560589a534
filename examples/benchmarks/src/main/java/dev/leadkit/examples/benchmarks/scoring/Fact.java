package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.lead.Lead;
import org.jspecify.annotations.Nullable;

/** What rules look at in a lead. */
enum Fact {
    MESSAGES("messages", "engagement.messages", true),
    QUESTIONS("questions", "engagement.questions", true),
    MINUTES("minutes", "engagement.activeMinutes", true),
    PURCHASE("purchase", "intent.purchase", true),
    QUALIFIED("qualified", "intent.qualified", true),
    AMOUNT("amount", "amount", true),
    EMAIL("email", "contact.email", false),
    PHONE("phone", "contact.phone", false),
    MARKED("marked", "marked.qualified", false),
    COMPANY("company", "contact.company", false),
    SOURCE("source", "source", false);

    private static final String YES = "yes";

    private final String property;
    private final String input;
    private final boolean number;

    Fact(String property, String input, boolean number) {
        this.property = property;
        this.input = input;
        this.number = number;
    }

    /** Its name as a property of {@link Subject}. */
    String property() {
        return property;
    }

    /** Its name in a scorecard. */
    String input() {
        return input;
    }

    boolean isNumber() {
        return number;
    }

    /** NaN when the lead has none. */
    double number(Lead lead) {
        return switch (this) {
            case MESSAGES -> lead.engagement().messages();
            case QUESTIONS -> lead.engagement().questions();
            case MINUTES -> lead.engagement().activeTime().toMinutes();
            case PURCHASE -> lead.engagement().purchaseIntent();
            case QUALIFIED -> lead.engagement().qualifiedIntent();
            case AMOUNT -> {
                var amount = lead.expectedAmount();
                yield amount == null ? Double.NaN : amount.value().amount().doubleValue();
            }
            case EMAIL, PHONE, MARKED, COMPANY, SOURCE -> Double.NaN;
        };
    }

    /** Null when the lead has none. */
    @Nullable
    String text(Lead lead) {
        return switch (this) {
            case EMAIL -> lead.contact().emails().isEmpty() ? null : YES;
            case PHONE -> lead.contact().phones().isEmpty() ? null : YES;
            case MARKED -> lead.engagement().markedQualified() ? YES : null;
            case COMPANY -> {
                var company = lead.contact().company();
                yield company == null ? null : company.value();
            }
            case SOURCE -> lead.source().key();
            case MESSAGES, QUESTIONS, MINUTES, PURCHASE, QUALIFIED, AMOUNT -> null;
        };
    }
}
