package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.summary.CitedMessage.Step;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import dev.leadkit.conversation.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a model's answer that the messages which it names bear out.
 *
 * @param message index of the first message that it stands on
 */
record Claim(int message, Summary.Sentence sentence) implements CheckedLine {
    private static final int MAX_CITED = 8;

    /** What a sentence about somebody needs beside his words. */
    private static final WordSet FREE = WordSet.listed("""
            a an the and or of to in on at for from with by as is are be was has have it its he she they his her
            their who that which this visitor customer user client needs need wants want looks looking wishes would
            like asks asking about interested der die das ein eine und für mit von zu ist sucht braucht el la los
            las un una y de para con busca quiere necesita le les une et du des pour avec cherche veut
            """);

    /** Checks a line; one that names no message is no claim. */
    static CheckedLine of(String line, SummaryKind kind, ToldMessages messages) {
        int open = line.indexOf('[');
        if (open < 0) {
            return new Refused("no-claim");
        }
        int start = startOf(line, open);
        Speaker speaker = Speaker.VISITOR;
        if (kind == SummaryKind.CONVERSATION) {
            Speaker named = speakerOf(line, start);
            if (named == null) {
                return new Refused("no-speaker");
            }
            speaker = named;
            start += Summary.label(named).length() - 1; // the blank behind it may be missing
        }
        String text =
                ClauseCutter.tidy(line, new Span(Math.min(start, open), open)).strip();
        List<Integer> numbers = numbers(line.substring(open));
        if (numbers.isEmpty() || text.isEmpty()) {
            return new Refused("no-claim");
        }
        for (int number : numbers) {
            if (!messages.has(number)) {
                return new Refused("unknown-message");
            }
            if (messages.speaker(number) != speaker) {
                return new Refused("wrong-speaker");
            }
        }
        Words words = Words.of(text);
        if (ContactLook.isIn(text, 0, text.length()) || NeedWords.isSecret(words)) {
            return new Refused("contact-data");
        }
        return checked(speaker, text, words, numbers, messages);
    }

    /** Behind a bullet. */
    private static int startOf(String line, int end) {
        int start = 0;
        while (start < end && "-*• \t".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static @Nullable Speaker speakerOf(String line, int start) {
        for (Speaker speaker : Speaker.values()) {
            String label = Summary.label(speaker).strip();
            if (line.regionMatches(true, start, label, 0, label.length())) {
                return speaker;
            }
        }
        return null;
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>(2);
        Words words = Words.of(text);
        for (int i = 0; i < Math.min(words.count(), MAX_CITED); i++) {
            String word = words.folded(i);
            if (word.length() > 4 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return List.of(); // words after the numbers: no answer in the form asked for
            }
            numbers.add(Integer.parseInt(word));
        }
        return numbers;
    }

    private static CheckedLine checked(
            Speaker speaker, String text, Words words, List<Integer> numbers, ToldMessages messages) {
        List<CitedMessage> cited =
                numbers.stream().distinct().sorted().map(messages::cite).toList();
        String unsaid = unsaid(cited, words);
        if (unsaid != null) {
            return new Refused(unsaid);
        }
        List<CitedMessage> used = cited.stream().filter(CitedMessage::isUsed).toList();
        if (used.isEmpty() || !haveFigures(used, text) || !haveTies(cited, words)) {
            return new Refused("invented");
        }
        for (CitedMessage message : used) {
            String lost = message.lostIn(text, words);
            if (lost != null) {
                return new Refused(lost);
            }
        }
        return new Claim(
                used.get(0).index(),
                new Summary.Sentence(
                        speaker, text, used.stream().map(CitedMessage::evidence).toList()));
    }

    /** Why the messages don't say the words of a claim in their order, a code; null where they do. */
    private static @Nullable String unsaid(List<CitedMessage> cited, Words claim) {
        boolean begins = false;
        boolean counts = false;
        for (int i = 0; i < claim.count(); i++) {
            begins |= Sentences.startsAt(claim, i);
            if (FREE.has(claim, i)) {
                continue;
            }
            String word = claim.folded(i);
            counts = begins ? isNumber(claim, i) : counts;
            boolean anew = begins || Negations.isOne(claim, i) || counts && isNumber(claim, i);
            Step step = anew ? Step.ANEW : isCounted(cited, claim, i) ? Step.COUNTED : Step.ON;
            boolean said = false;
            boolean contact = false;
            for (CitedMessage message : cited) {
                said |= message.follows(word, step);
                contact |= message.said().isContact(word);
            }
            if (!said) {
                return contact ? "contact-data" : "invented";
            }
            begins = false;
        }
        return null;
    }

    private static boolean isNumber(Words claim, int at) {
        return claim.startsWithDigit(at) || NeedWords.isNumber(claim.folded(at));
    }

    /** Whether a word stands behind a number that may be of it. */
    private static boolean isCounted(List<CitedMessage> messages, Words claim, int at) {
        return at > 0
                && claim.gap(at) == Words.BLANK
                && isNumber(claim, at - 1)
                && !isNumber(claim, at)
                && messages.stream().anyMatch(message -> message.said().counts(claim.folded(at - 1), claim.folded(at)));
    }

    /** "$4" is not what "$4,000" says, nor is "€4,000". */
    private static boolean haveFigures(List<CitedMessage> messages, String text) {
        Set<String> figures = Figures.in(text);
        messages.forEach(message -> figures.removeAll(message.said().figures()));
        return figures.isEmpty();
    }

    /** "5 chairs for 20 offices" is not what "20 chairs for 5 offices" says, nor "no chairs" what "chairs, no tables" does. */
    private static boolean haveTies(List<CitedMessage> messages, Words claim) {
        for (int i = 0; i < claim.count(); i++) {
            if (claim.startsWithDigit(i) && !isNumberSaid(messages, claim, i)
                    || Negations.isOne(claim, i)
                            && !Negations.isAnswer(claim, i)
                            && !isDenialSaid(messages, claim, i + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumberSaid(List<CitedMessage> messages, Words claim, int at) {
        int next = at + 1;
        if (next >= claim.count()
                || claim.gap(next) != Words.BLANK
                || claim.startsWithDigit(next)
                || FREE.has(claim, next)) {
            return true; // of nothing
        }
        String number = claim.folded(at);
        String word = claim.folded(next);
        return messages.stream().anyMatch(message -> message.said().counts(number, word))
                || messages.stream().noneMatch(message -> message.said().countsOtherwise(number, word));
    }

    /** @param from behind the "not", which denies at least the first word that says something */
    private static boolean isDenialSaid(List<CitedMessage> messages, Words claim, int from) {
        int denied = from;
        while (FREE.has(claim, denied) && !Sentences.startsAt(claim, denied)) {
            denied++;
        }
        if (Sentences.startsAt(claim, denied)) {
            return true; // nothing more is said
        }
        String word = claim.folded(denied);
        return messages.stream().anyMatch(message -> message.said().denies(word));
    }

    /** Whether it can't be understood without what it answers. */
    boolean isAnswerAlone() {
        return Answers.sayNothingElse(Words.of(sentence.text()));
    }
}
