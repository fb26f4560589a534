package dev.leadkit.capture.rule;

import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a rule asks of the conversation so far. Data; evaluating it changes nothing and always says why. */
public sealed interface Condition {

    Verdict evaluate(RuleFacts facts);

    static Condition all(Condition... parts) {
        return new All(List.of(parts));
    }

    static Condition any(Condition... parts) {
        return new Any(List.of(parts));
    }

    static Condition not(Condition part) {
        return new Not(part);
    }

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

    static Condition channel(String... channels) {
        return new OnChannel(Set.of(channels));
    }

    static Condition scoreAtLeast(int least) {
        return new ScoreAtLeast(least);
    }

    static Condition taggedAny(String... tags) {
        return new TaggedAny(Set.of(tags));
    }

    /** Holds when each part does. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
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
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            List<Verdict> verdicts = evaluateEach(parts, facts);
            return Verdict.of(verdicts.stream().anyMatch(Verdict::holds), verdicts);
        }
    }

    /** Holds when the part does not. */
    record Not(Condition part) implements Condition {
        @Override
        public Verdict evaluate(RuleFacts facts) {
            Verdict inner = part.evaluate(facts);
            return new Verdict(!inner.holds(), inner.because());
        }
    }

    /** The visitor gave contact data of his own. */
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

    /** The conversation is held on one of the channels. */
    record OnChannel(Set<String> channels) implements Condition {
        public OnChannel {
            channels = sorted(channels);
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            String text = "the channel is %s, asked for %s".formatted(facts.channel(), String.join(", ", channels));
            return channels.contains(facts.channel())
                    ? Verdict.yes(Reason.of("channel", text))
                    : Verdict.no("other-channel", text);
        }
    }

    /** The score is high enough. */
    record ScoreAtLeast(int least) implements Condition {
        @Override
        public Verdict evaluate(RuleFacts facts) {
            int score = facts.score();
            String text = "the score is " + score + ", asked for " + least;
            return score >= least ? Verdict.yes(Reason.of("score", text)) : Verdict.no("score-too-low", text);
        }
    }

    /** A rule gave one of the tags before. */
    record TaggedAny(Set<String> tags) implements Condition {
        public TaggedAny {
            tags = sorted(tags);
        }

        @Override
        public Verdict evaluate(RuleFacts facts) {
            List<String> found = tags.stream().filter(facts.tags()::contains).toList();
            return found.isEmpty()
                    ? Verdict.no("not-tagged", "none of the tags %s is there".formatted(String.join(", ", tags)))
                    : Verdict.yes(Reason.of("tagged", "it is tagged " + String.join(", ", found)));
        }
    }

    private static List<Verdict> evaluateEach(List<Condition> parts, RuleFacts facts) {
        List<Verdict> verdicts = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            verdicts.add(part.evaluate(facts));
        }
        return verdicts;
    }

    private static Set<String> sorted(Set<String> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
