package dev.leadkit.capture.summary;

import dev.leadkit.lead.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is taken over of a model's answer.
 *
 * @param summary empty when nothing is
 * @param problem why something was left out, a code as in {@link CheckedSummary#fallback()}
 */
record CheckedAnswer(Summary summary, String problem) {
    private static final int MAX_LINES = 50;

    static CheckedAnswer of(String answer, SummaryKind kind, List<Utterance> messages) {
        List<String> lines = answer.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() > MAX_LINES) {
            return nothing(kind, "too-long");
        }
        List<Claim> claims = new ArrayList<>();
        var told = new ToldMessages(messages);
        String problem = "no-claim";
        for (String line : lines) {
            CheckedLine checked = Claim.of(line, kind, told);
            if (checked instanceof Claim claim) {
                claims.add(claim);
            } else if (checked instanceof CheckedLine.Refused refused) {
                problem = refused.problem();
                if (!problem.equals("contact-data")) {
                    return nothing(kind, problem);
                }
            }
        }
        return kind == SummaryKind.NEED
                ? fitting(claims, kind, problem)
                : fitting(asSaid(claims, messages), kind, claims.isEmpty() ? problem : "answer-alone");
    }

    private static CheckedAnswer nothing(SummaryKind kind, String problem) {
        return new CheckedAnswer(new Summary(kind, List.of()), problem);
    }

    private static CheckedAnswer fitting(List<Claim> claims, SummaryKind kind, String before) {
        List<Summary.Sentence> sentences = new ArrayList<>();
        String problem = before;
        for (Claim claim : claims) {
            sentences.add(claim.sentence());
            if (new Summary(kind, sentences).text().length() > kind.maxLength()) {
                sentences.remove(sentences.size() - 1);
                problem = "too-long";
            }
        }
        return new CheckedAnswer(new Summary(kind, sentences), problem);
    }

    /** In the order of the conversation, without an answer that does not stand behind what it answers. */
    private static List<Claim> asSaid(List<Claim> claims, List<Utterance> messages) {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparingInt(Claim::message));
        List<Claim> kept = new ArrayList<>();
        for (Claim claim : sorted) {
            if (!claim.isAnswerAlone() || !kept.isEmpty() && isAnswered(kept.get(kept.size() - 1), claim, messages)) {
                kept.add(claim);
            }
        }
        return kept;
    }

    /** Whether a claim holds the end of the message before the one that answers it. */
    private static boolean isAnswered(Claim claim, Claim answer, List<Utterance> messages) {
        if (answer.message() == 0) {
            return false;
        }
        Utterance before = messages.get(answer.message() - 1);
        List<Evidence> evidence = claim.sentence().evidence();
        Evidence last = evidence.get(evidence.size() - 1);
        return last.session().equals(before.session())
                && last.message().equals(before.id())
                && last.end() > Sentences.last(before.text()).start();
    }
}
