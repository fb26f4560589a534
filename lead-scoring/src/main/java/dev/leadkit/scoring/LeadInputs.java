package dev.leadkit.scoring;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.EngagementDay;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The values of {@link LeadInput} for one lead. */
final class LeadInputs implements Inputs {
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String NONE = "none";

    private static final Phrases MESSAGES = Phrases.counting("message");
    private static final Phrases QUESTIONS = Phrases.counting("question");
    private static final Phrases MINUTES = Phrases.counting("minute");
    private static final Phrases CHANNELS = Phrases.counting("channel");
    private static final Phrases PURCHASE = Phrases.percent("purchase intent");
    private static final Phrases QUALIFIED = Phrases.percent("qualified inquiry");

    // Not the lead itself: it has a score, which may hold the inputs of the one before, and so on.
    private final LeadBinding binding;
    private final Engagement engagement;
    private final Contact contact;
    private final LeadSource source;
    private final @Nullable Attributed<Money> amount;
    private final SortedMap<String, Attributed<FieldValue>> fields;

    LeadInputs(LeadBinding binding, Lead lead) {
        this.binding = binding;
        engagement = lead.engagement();
        contact = lead.contact();
        source = lead.source();
        amount = lead.expectedAmount();
        fields = lead.fields();
    }

    @Override
    public double number(int slot) {
        LeadInput input = binding.input(slot);
        if (input == null) {
            return numberOf(fields.get(binding.field(slot)));
        }
        return switch (input) {
            case MESSAGES -> engagement.messages();
            case QUESTIONS -> engagement.questions();
            case ACTIVE_MINUTES -> engagement.activeTime().toMinutes();
            case CHANNELS -> engagement.channels().size();
            case PURCHASE -> engagement.purchaseIntent();
            case QUALIFIED -> engagement.qualifiedIntent();
            case AMOUNT -> amount();
            case MARKED, NAME, EMAIL, PHONE, COMPANY, LOCATION, SOURCE -> Double.NaN;
        };
    }

    @Override
    public @Nullable String text(int slot) {
        LeadInput input = binding.input(slot);
        if (input == null) {
            return textOf(fields.get(binding.field(slot)));
        }
        return switch (input) {
            case MARKED -> engagement.markedQualified() ? YES : null;
            case NAME -> contact.name() == null ? null : YES;
            case EMAIL -> contact.emails().isEmpty() ? null : YES;
            case PHONE -> contact.phones().isEmpty() ? null : YES;
            case COMPANY -> valueOf(contact.company());
            case LOCATION -> valueOf(contact.location());
            case SOURCE -> source.key();
            case MESSAGES, QUESTIONS, ACTIVE_MINUTES, CHANNELS, PURCHASE, QUALIFIED, AMOUNT -> null;
        };
    }

    @Override
    public @Nullable String because(int slot) {
        LeadInput input = binding.input(slot);
        if (input == null) {
            return null;
        }
        return switch (input) {
            case MESSAGES -> MESSAGES.of(engagement.messages());
            case QUESTIONS -> QUESTIONS.of(engagement.questions());
            case ACTIVE_MINUTES -> MINUTES.of(engagement.activeTime().toMinutes());
            case CHANNELS -> CHANNELS.of(engagement.channels().size());
            case PURCHASE -> PURCHASE.of(Math.round(engagement.purchaseIntent() * 100));
            case QUALIFIED -> QUALIFIED.of(Math.round(engagement.qualifiedIntent() * 100));
            case MARKED -> engagement.markedQualified() ? "marked as qualified" : NONE;
            case NAME -> contact.name() == null ? NONE : "name given";
            case EMAIL -> contact.emails().isEmpty() ? NONE : "e-mail given";
            case PHONE -> contact.phones().isEmpty() ? NONE : "phone given";
            case COMPANY -> contact.company() == null ? NONE : "company given";
            case LOCATION -> contact.location() == null ? NONE : "location given";
            case SOURCE -> source.key();
            case AMOUNT -> amountInWords();
        };
    }

    @Override
    public double perDay(int slot, int most) {
        if (engagement.days().isEmpty()) {
            return Math.min(most, number(slot)); // nobody counted by day: as if all were of one
        }
        boolean questions = binding.input(slot) == LeadInput.QUESTIONS;
        int counted = 0;
        for (EngagementDay day : engagement.days()) {
            counted += Math.min(most, questions ? day.questions() : day.messages());
        }
        return counted;
    }

    private double amount() {
        return amount == null ? Double.NaN : amount.value().amount().doubleValue();
    }

    private String amountInWords() {
        return amount == null ? NONE : amount.value().toString();
    }

    private static double numberOf(@Nullable Attributed<FieldValue> field) {
        if (field == null) {
            return Double.NaN;
        } else if (field.value() instanceof FieldValue.Decimal number) {
            return number.value().doubleValue();
        } else if (field.value() instanceof FieldValue.Amount its) {
            return its.value().amount().doubleValue();
        }
        return Row.number(field.value().text());
    }

    private static @Nullable String textOf(@Nullable Attributed<FieldValue> field) {
        return field == null ? null : textOf(field.value());
    }

    /** A custom field as a card reads it where it is no number. */
    static String textOf(FieldValue value) {
        return value instanceof FieldValue.Truth truth ? truth.value() ? YES : NO : value.text();
    }

    private static @Nullable String valueOf(@Nullable Attributed<String> field) {
        return field == null ? null : field.value();
    }
}
