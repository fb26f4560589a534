package dev.leadkit.examples.cli;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureExplanation;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoreException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes conversations in their order, one at a time: capture, explain, write. */
final class CaptureRun {
    /** All conversations of the command line belong to this tenant. */
    static final String TENANT = "cli";

    private final TenantCapture capture;
    private final LeadDesk desk;
    private final Progress progress;
    private final LeadStore store;
    private final Set<String> seen = new HashSet<>();

    CaptureRun(LeadKit kit, CaptureEngine engine, Progress progress) {
        this.store = kit.wiring().store();
        this.capture = engine.tenant(TENANT);
        this.desk = kit.tenant(TENANT).as(Actor.system());
        this.progress = progress;
    }

    /** Takes what came of one line after the other. */
    interface Results {
        void write(ResultLine line) throws IOException, BadLineException;
    }

    /**
     * Reads to the end, or to the first bad line when strict.
     *
     * @return whether every line was good
     */
    boolean run(ConversationReader reader, Results results, boolean strict) throws IOException {
        boolean more = true;
        while (more) {
            try {
                more = next(reader, results);
            } catch (BadLineException bad) {
                progress.badLine(reader.number(), bad.reason());
                more = !strict;
            }
            progress.at(reader.bytesRead());
        }
        progress.end(reader.bytesRead());
        return !progress.foundBadLines();
    }

    /** @return whether there was a conversation */
    private boolean next(ConversationReader reader, Results results) throws IOException, BadLineException {
        ConversationLine line = reader.next();
        if (line == null) {
            return false;
        }
        ResultLine result = result(line, reader.number());
        results.write(result);
        progress.conversation(result.captured(), line.messages().size());
        return true;
    }

    private ResultLine result(ConversationLine line, long number) throws BadLineException {
        try {
            long otherwise = seen.add(line.id()) ? 0 : countSaidOtherwise(line);
            if (otherwise > 0) {
                progress.notice(
                        number,
                        "%s of its turns have ids that were in a line before with other texts, and were left out"
                                .formatted(otherwise));
            }
            capture.onMessages(line.messages())
                    .values()
                    .forEach(outcome -> outcome.notices().forEach(code -> progress.notice(number, sentence(code))));
            line.notices().forEach(notice -> progress.notice(number, notice));
            CaptureExplanation explained = capture.explain(line.id()).orElseThrow();
            @Nullable Lead stored = explained.lead().map(desk::get).orElse(null);
            return ResultLines.of(line.id(), explained, stored);
        } catch (InvalidInputException refused) {
            throw new BadLineException(refused.field(), refused.expected(), refused.found());
        } catch (StoreException failure) {
            throw failure; // it would fail for the next line as well
        } catch (RuntimeException ours) {
            throw new BadLineException(LeadKitCli.whereItBroke(ours));
        }
    }

    /** How many turns of a conversation of which there was a line before have the id, but not the text, of one of that. */
    private long countSaidOtherwise(ConversationLine line) {
        Map<String, String> texts = new HashMap<>();
        store.transcript(TenantId.of(TENANT), line.id()).stream()
                .flatMap(transcript -> transcript.messages().stream())
                .forEach(message -> texts.put(message.id(), message.text()));
        return line.messages().stream()
                .filter(message ->
                        !texts.getOrDefault(message.id(), message.text()).equals(message.text()))
                .count();
    }

    private static String sentence(String notice) {
        return switch (notice) {
            case CaptureOutcome.TEXT_CLEANED -> "NUL or lone surrogates in a text became U+FFFD";
            case CaptureOutcome.TEXT_NOT_ANALYSED_WHOLE ->
                "a text is longer than what is analysed, and is stored whole";
            case CaptureOutcome.TEXT_NOT_SEARCHED_WHOLE ->
                "a text is longer than what is searched for the patterns of these rules; see what check says of them";
            default -> notice;
        };
    }
}
