package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.lead.Lead;
import java.util.HashMap;
import java.util.Map;

/**
 * A lead as rule engines want it: with properties. Made before the clock runs, so that they pay nothing for it. A missing
 * number is −1, a missing text is empty: no rule takes either, and engines compare nothing that is no number.
 */
public final class Subject {
    private final Lead lead;
    private final double[] numbers = new double[Fact.values().length];
    private final String[] texts = new String[Fact.values().length];
    private final Map<String, Object> byProperty = new HashMap<>();

    Subject(Lead lead) {
        this.lead = lead;
        for (Fact fact : Fact.values()) {
            String text = fact.text(lead);
            numbers[fact.ordinal()] = Double.isNaN(fact.number(lead)) ? -1 : fact.number(lead);
            texts[fact.ordinal()] = text == null ? "" : text;
            byProperty.put(fact.property(), fact.isNumber() ? numbers[fact.ordinal()] : texts[fact.ordinal()]);
        }
    }

    Lead lead() {
        return lead;
    }

    double number(Fact fact) {
        return numbers[fact.ordinal()];
    }

    String text(Fact fact) {
        return texts[fact.ordinal()];
    }

    Map<String, Object> byProperty() {
        return byProperty;
    }

    public double getMessages() {
        return number(Fact.MESSAGES);
    }

    public double getQuestions() {
        return number(Fact.QUESTIONS);
    }

    public double getMinutes() {
        return number(Fact.MINUTES);
    }

    public double getPurchase() {
        return number(Fact.PURCHASE);
    }

    public double getQualified() {
        return number(Fact.QUALIFIED);
    }

    public double getAmount() {
        return number(Fact.AMOUNT);
    }

    public String getEmail() {
        return text(Fact.EMAIL);
    }

    public String getPhone() {
        return text(Fact.PHONE);
    }

    public String getMarked() {
        return text(Fact.MARKED);
    }

    public String getCompany() {
        return text(Fact.COMPANY);
    }

    public String getSource() {
        return text(Fact.SOURCE);
    }
}
