package dev.leadkit.scoring;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The values of {@link LeadInput} for one lead. */
final class LeadInputs implements Inputs {
    private static final String YES = "yes";
    private static final String NONE = "none";

    private static final Phrases MESSAGES = Phrases.counting("message");
    private static final Phrases QUESTIONS = Phrases.counting("question");
    private static final Phrases MINUTES = Phrases.counting("minute");
    private static final Phrases CHANNELS = Phrases.counting("channel");
    private static final Phrases PURCHASE = Phrases.percent("purchase intent");
    private static final Phrases QUALIFIED = Phrases.percent("qualified inquiry");

    private final Engagement engagement;
    private final Contact contact;
    private final Lead lead;

    LeadInputs(Lead lead) {
        this.lead = lead;
        engagement = lead.engagement();
        contact = lead.contact();
    }

    @Override
    public double number(int slot) {
        return switch (LeadInput.at(slot)) {
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
        return switch (LeadInput.at(slot)) {
            case MARKED -> engagement.markedQualified() ? YES : null;
            case NAME -> contact.name() == null ? null : YES;
            case EMAIL -> contact.emails().isEmpty() ? null : YES;
            case PHONE -> contact.phones().isEmpty() ? null : YES;
            case COMPANY -> valueOf(contact.company());
            case LOCATION -> valueOf(contact.location());
            case SOURCE -> lead.source().key();
            case MESSAGES, QUESTIONS, ACTIVE_MINUTES, CHANNELS, PURCHASE, QUALIFIED, AMOUNT -> null;
        };
    }

    @Override
    public String because(int slot) {
        return switch (LeadInput.at(slot)) {
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
            case SOURCE -> lead.source().key();
            case AMOUNT -> amountInWords();
        };
    }

    @Override
    public @Nullable Instant decaysFrom() {
        return engagement.lastMessageAt();
    }

    private double amount() {
        Attributed<Money> amount = lead.expectedAmount();
        return amount == null ? Double.NaN : amount.value().amount().doubleValue();
    }

    private String amountInWords() {
        Attributed<Money> amount = lead.expectedAmount();
        return amount == null ? NONE : amount.value().toString();
    }

    private static @Nullable String valueOf(@Nullable Attributed<String> field) {
        return field == null ? null : field.value();
    }
}
