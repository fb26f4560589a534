package dev.leadkit.capture.rule;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a rule asks of the conversation so far. Data; evaluating it changes nothing and always says why. Parts may be
 * nested ten deep; the constructors of deeper ones throw an {@link InvalidInputException}.
 */
public sealed interface Condition {

    /** Whether it holds of the conversation so far, and why or why not. */
    Verdict evaluate(RuleFacts facts);

    /** How many conditions it is, those within it included. */
    default int size() {
        return 1;
    }

    /** How many conditions stand within each other, 1 for one that holds no other. */
    default int depth() {
        return 1;
    }

    /** Holds when each part does. A set of rules refuses one without parts, or with more than a hundred. */
    static Condition all(Condition... parts) {
        return new All(List.of(parts));
    }

    /** Holds when at least one part does. A set of rules refuses one without parts, or with more than a hundred. */
    static Condition any(Condition... parts) {
        return new Any(List.of(parts));
    }

    /** Holds when the part does not. */
    static Condition not(Condition part) {
        return new Not(part);
    }

    /** Holds once the visitor gave contact data of their own. */
    static Condition contact(ContactKind kind) {
        return new ContactGiven(kind);
    }

    static Condition markedQualified() {
        return new MarkedQualified();
    }

    /** @param least 0.0 to 1.0 */
    static Condition intent(IntentKind kind, double least) {
        return new IntentAtLeast(kind, least);
    }

    /** @param pattern in RE2 syntax, see {@link TextPattern} */
    static Condition text(String pattern) {
        return new TextMatches(TextPattern.of(pattern));
    }

    /**
     * Holds when the conversation is held on one of the channels.
     *
     * @throws InvalidInputException if there is none, there are more than a hundred, or one is no id
     */
    static Condition channel(String... channels) {
        return new OnChannel(RuleLimits.distinct(channels));
    }

    /**
     * Holds while the score is at least this; never without a scorer.
     *
     * @throws InvalidInputException if it is not 0 to 100
     */
    static Condition scoreAtLeast(int least) {
        return new ScoreAtLeast(least);
    }

    /**
     * By at least one of these tags, as rules gave them before this one. What somebody tags at the desk no rule sees, so that the
     * same messages always lead to the same.
     *
     * @throws InvalidInputException if there is none, there are more than a hundred, or one is not taken
     */
    static Condition taggedAny(String... tags) {
        return new Tagged(RuleLimits.distinct(tags), Set.of(), Set.of());
    }

    /**
     * By each of these tags, as rules gave them before this one, see {@link #taggedAny}.
     *
     * @throws InvalidInputException as {@link #taggedAny} does
     */
    static Condition taggedAll(String... tags) {
        return new Tagged(Set.of(), RuleLimits.distinct(tags), Set.of());
    }

    /**
     * By none of these tags, as rules gave them before this one, see {@link #taggedAny}.
     *
     * @throws InvalidInputException as {@link #taggedAny} does
     */
    static Condition taggedNone(String... tags) {
        return new Tagged(Set.of(), Set.of(), RuleLimits.distinct(tags));
    }

    /** Holds when the message or mark for which rules are looked at was sent within the window; never before there is one. */
    static Condition at(TimeWindow window) {
        return new SentAt(window);
    }

    /**
     * @param least messages of different text, 1 to 200; no more are counted
     * @throws InvalidInputException if it is another number
     */
    static Condition messages(int least) {
        return new MessagesAtLeast(least);
    }

    /**
     * @param least questions of different text, 1 to 200; no more are counted
     * @throws InvalidInputException if it is another number
     */
    static Condition questions(int least) {
        return new QuestionsAtLeast(least);
    }

    /** Holds when the visitor can spend this or more, said in the same currency; amounts are not converted. */
    static Condition budgetAtLeast(Money least) {
        return new BudgetAtLeast(least);
    }

    /** @param values any of which the attribute must have; any value at all when none is named */
    static Condition attribute(String name, String... values) {
        return new WithAttribute(name, RuleLimits.distinct(values));
    }

    /** @param purpose as a {@link Consent} has it */
    static Condition consent(String purpose) {
        return new ConsentGiven(purpose);
    }

    /** Holds when each part does. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
            requireShallow(parts);
        }

        @Override
        public int size() {
            return sizeOver(parts);
        }

        @Override
        public int depth() {
            return depthOver(parts);
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            List<Verdict> verdicts = evaluateEach(parts, facts);
            return Verdict.of(verdicts.stream().allMatch(Verdict::holds), verdicts);
        }
    }

    /** Holds when at least one part does. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
            requireShallow(parts);
        }

        @Override
        public int size() {
            return sizeOver(parts);
        }

        @Override
        public int depth() {
            return depthOver(parts);
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            List<Verdict> verdicts = evaluateEach(parts, facts);
            return Verdict.of(verdicts.stream().anyMatch(Verdict::holds), verdicts);
        }
    }

    /** Holds when the part does not. */
    record Not(Condition part) implements Condition {
        public Not {
            requireShallow(List.of(part));
        }

        @Override
        public int size() {
            return 1 + part.size();
        }

        @Override
        public int depth() {
            return 1 + part.depth();
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            Verdict inner = part.evaluate(facts);
            return inner.holds()
                    ? new Verdict(
                            false, inner.because().stream().map(Not::unwanted).toList())
                    : new Verdict(true, inner.because());
        }

        /** What was seen is what keeps the condition from holding. */
        private static Reason unwanted(Reason seen) {
            return new Reason(seen.code(), seen.text() + ", which must not be", seen.evidence());
        }
    }

    /** The visitor gave contact data of their own. */
    record ContactGiven(ContactKind kind) implements Condition {
        @Override
        public Verdict evaluate(RuleFacts facts) {
            List<Evidence> evidence = facts.given(kind);
            String what = kind == ContactKind.ANY ? "e-mail or phone" : kind.key();
            return evidence.isEmpty()
                    ? Verdict.no("contact-missing", "no %s was given".formatted(what))
                    : Verdict.yes(new Reason("contact-given", "%s was given".formatted(what), evidence));
        }
    }

    /** The visitor agreed to a purpose, in a message or by a rule, and has not taken it back. */
    record ConsentGiven(String purpose) implements Condition {
        public ConsentGiven {
            purpose = Consent.to(purpose).purpose();
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            Attributed<Consent> stated = facts.consent(purpose);
            if (stated == null || !stated.value().given()) {
                String code = stated == null ? "no-consent" : "consent-withdrawn";
                return Verdict.no(code, "consent to " + purpose + " is not given");
            }
            Evidence source = stated.provenance().evidence();
            return Verdict.yes(new Reason(
                    "consent", "consent to " + purpose + " is given", source == null ? List.of() : List.of(source)));
        }
    }

    /** Somebody marked the conversation as a qualified inquiry. */
    record MarkedQualified() implements Condition {
        @Override
        public Verdict evaluate(RuleFacts facts) {
            return facts.isMarkedQualified()
                    ? Verdict.yes(Reason.of("marked-qualified", "it was marked as a qualified inquiry"))
                    : Verdict.no("not-marked", "nobody marked it as a qualified inquiry");
        }
    }

    /** A message showed an intent strongly enough. */
    record IntentAtLeast(IntentKind kind, double least) implements Condition {
        public IntentAtLeast {
            if (!(least >= 0 && least <= 1)) {
                throw new InvalidInputException("intent.atLeast", "0.0 to 1.0", String.valueOf(least));
            }
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            double found = facts.intent(kind);
            // Not format(): this runs for every message.
            String text = kind.key() + " intent " + percent(found) + ", asked for " + percent(least);
            return found >= least
                    ? Verdict.yes(new Reason("intent", text, facts.intentEvidence(kind)))
                    : Verdict.no("intent-too-weak", text);
        }
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** A visitor's message matches a pattern. */
    record TextMatches(TextPattern pattern) implements Condition {
        @Override
        public Verdict evaluate(RuleFacts facts) {
            Evidence match = facts.firstMatch(pattern);
            return match == null
                    ? Verdict.no("text-not-found", "no message matches the pattern")
                    : Verdict.yes(new Reason("text-found", "a message matches the pattern", List.of(match)));
        }
    }

    /** The conversation is held on one of the channels; where several are one lead, one of them is. */
    record OnChannel(Set<String> channels) implements Condition {
        public OnChannel {
            RuleLimits.requireSome("channel", channels.size());
            channels = RuleLimits.names("channel", channels, channel -> Input.id("channel", channel));
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            String text = "the channel is %s, asked for %s"
                    .formatted(String.join(", ", facts.channels()), String.join(", ", channels));
            return facts.channels().stream().anyMatch(channels::contains)
                    ? Verdict.yes(Reason.of("channel", text))
                    : Verdict.no("other-channel", text);
        }
    }

    /** The score is high enough. */
    record ScoreAtLeast(int least) implements Condition {
        public ScoreAtLeast {
            requireCount("score.atLeast", least, 0, 100);
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            OptionalInt score = facts.score();
            String found = score.isPresent()
                    ? "the score is " + score.getAsInt()
                    : "there is no score, since the kit has no scorer or it failed";
            String text = found + ", asked for " + least;
            return score.isPresent() && score.getAsInt() >= least
                    ? Verdict.yes(Reason.of("score", text))
                    : Verdict.no("score-too-low", text);
        }
    }

    /**
     * By the tags that rules gave before; an empty set asks for nothing.
     *
     * @param any at least one of these
     * @param all each of these
     * @param none none of these
     */
    record Tagged(Set<String> any, Set<String> all, Set<String> none) implements Condition {
        public Tagged {
            RuleLimits.requireSome("tags", any.size() + all.size() + none.size());
            any = RuleLimits.names("tags.any", any, tag -> Input.name("tag", tag));
            all = RuleLimits.names("tags.all", all, tag -> Input.name("tag", tag));
            none = RuleLimits.names("tags.none", none, tag -> Input.name("tag", tag));
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            List<Verdict> verdicts = new ArrayList<>(3);
            List<String> found = any.stream().filter(facts.tags()::contains).toList();
            if (!found.isEmpty()) {
                verdicts.add(Verdict.yes(Reason.of("tagged", "it is tagged " + String.join(", ", found))));
            } else if (!any.isEmpty()) {
                verdicts.add(
                        Verdict.no("not-tagged", "none of the tags %s is there".formatted(String.join(", ", any))));
            }
            List<String> missing =
                    all.stream().filter(tag -> !facts.tags().contains(tag)).toList();
            if (!missing.isEmpty()) {
                verdicts.add(Verdict.no("not-tagged", "it is not tagged " + String.join(", ", missing)));
            } else if (!all.isEmpty()) {
                verdicts.add(Verdict.yes(Reason.of("tagged", "it is tagged " + String.join(", ", all))));
            }
            List<String> unwanted = none.stream().filter(facts.tags()::contains).toList();
            if (!unwanted.isEmpty()) {
                verdicts.add(Verdict.no("unwanted-tag", "it is tagged " + String.join(", ", unwanted)));
            } else if (!none.isEmpty()) {
                verdicts.add(Verdict.yes(Reason.of("without-tag", "it is not tagged " + String.join(", ", none))));
            }
            return Verdict.of(verdicts.stream().allMatch(Verdict::holds), verdicts);
        }
    }

    /** The message or mark was sent within certain hours of the week. */
    record SentAt(TimeWindow window) implements Condition {
        @Override
        public Verdict evaluate(RuleFacts facts) {
            Instant at = facts.at();
            if (at == null) {
                return Verdict.no("outside-hours", "the visitor wrote nothing yet");
            }
            String text = "it was " + window.describe(at) + ", asked for " + window;
            return window.contains(at)
                    ? Verdict.yes(Reason.of("within-hours", text))
                    : Verdict.no("outside-hours", text);
        }
    }

    /** The visitor wrote enough messages; those of the same text count once, see {@link Engagement#messages()}. */
    record MessagesAtLeast(int least) implements Condition {
        public MessagesAtLeast {
            requireCount("messages.atLeast", least, 1, RuleLimits.MAX_COUNT);
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            return counted(facts.engagement().messages(), least, "messages", "too-few-messages");
        }
    }

    /** The visitor asked enough questions; those of the same text count once, see {@link Engagement#questions()}. */
    record QuestionsAtLeast(int least) implements Condition {
        public QuestionsAtLeast {
            requireCount("questions.atLeast", least, 1, RuleLimits.MAX_COUNT);
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            return counted(facts.engagement().questions(), least, "questions", "too-few-questions");
        }
    }

    /** The visitor can spend enough, said in the same currency. */
    record BudgetAtLeast(Money least) implements Condition {
        @Override
        public Verdict evaluate(RuleFacts facts) {
            Attributed<Money> budget = facts.budget();
            if (budget == null) {
                return Verdict.no("no-budget", "no budget with its currency was named");
            }
            Money said = budget.value();
            String text = "the budget is " + said + ", asked for " + least;
            if (!said.currency().equals(least.currency())) {
                return Verdict.no("other-currency", text);
            }
            Evidence evidence = budget.provenance().evidence();
            return said.amount().compareTo(least.amount()) >= 0
                    ? Verdict.yes(new Reason("budget", text, evidence == null ? List.of() : List.of(evidence)))
                    : Verdict.no("budget-too-low", text);
        }
    }

    /**
     * A message of the visitor has an attribute, such as the campaign that brought them or the language of the page.
     *
     * @param values any of which it must have; any value at all when empty
     */
    record WithAttribute(String name, Set<String> values) implements Condition {
        public WithAttribute {
            name = Input.id("attribute.name", name);
            values = RuleLimits.names("attribute.any", values, value -> Input.name("attribute.any", value));
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            Evidence found = facts.firstWithAttribute(name, values);
            // What the rule asks for, never what was found, which may be anything of a person.
            String wanted = name + (values.isEmpty() ? "" : " that is " + String.join(" or ", values));
            return found == null
                    ? Verdict.no("no-attribute", "no message has an attribute " + wanted)
                    : Verdict.yes(new Reason("attribute", "a message has an attribute " + wanted, List.of(found)));
        }
    }

    private static Verdict counted(int found, int least, String what, String code) {
        String text = "the visitor's " + what + ": " + found + ", asked for " + least;
        return found >= least ? Verdict.yes(Reason.of(what, text)) : Verdict.no(code, text);
    }

    private static void requireCount(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInputException(field, "%s to %s".formatted(least, most), String.valueOf(value));
        }
    }

    private static void requireShallow(List<Condition> parts) {
        int depth = depthOver(parts);
        if (depth > RuleLimits.MAX_DEPTH) {
            throw new InvalidInputException(
                    "condition", "at most %s within each other".formatted(RuleLimits.MAX_DEPTH), String.valueOf(depth));
        }
    }

    private static int depthOver(List<Condition> parts) {
        return 1 + parts.stream().mapToInt(Condition::depth).max().orElse(0);
    }

    private static int sizeOver(List<Condition> parts) {
        return 1 + parts.stream().mapToInt(Condition::size).sum();
    }

    private static List<Verdict> evaluateEach(List<Condition> parts, RuleFacts facts) {
        List<Verdict> verdicts = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            verdicts.add(part.evaluate(facts));
        }
        return verdicts;
    }
}
