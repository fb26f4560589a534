package dev.leadkit.capture.extract;

import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.rule.TextPattern;
import dev.leadkit.capture.summary.ExtractiveSummarizer;
import dev.leadkit.capture.summary.SummaryKind;
import dev.leadkit.capture.summary.Utterance;
import dev.leadkit.capture.text.Words;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything that reads a visitor's text. Public, with a constructor, so that it can be loaded with a counter. */
public final class HostileReaders implements Supplier<Map<String, Consumer<String>>> {
    private static final int LONGEST_MESSAGE = 256 * 1024;

    @Override
    public Map<String, Consumer<String>> get() {
        Map<String, Consumer<String>> readers = new LinkedHashMap<>();
        List<Extractor<?>> extractors = List.of(
                new EmailExtractor(),
                new PhoneExtractor(new LibPhoneNormalizer()),
                new NameExtractor(),
                new CompanyExtractor(),
                new LocationExtractor(),
                new BudgetExtractor());
        for (Extractor<?> extractor : extractors) {
            readers.put(extractor.field(), text -> extractor.extract(new Turn(text, null, "US")));
            readers.put(extractor.field() + ", asked", text -> extractor.extract(new Turn("5550104477", text, "US")));
        }
        CompanyOfAddress firm = CompanyOfAddress.of("tove@andaa1.example").orElseThrow();
        readers.put("firm of an address", firm::in);
        readers.put("address of a firm", CompanyOfAddress::of);
        readers.put("intent", IntentModel.lexical()::read);
        readers.put("trained intent", IntentModel.trained()::read);
        readers.put("words", Words::of);
        for (SummaryKind kind : SummaryKind.values()) {
            var summarizer = ExtractiveSummarizer.of(kind);
            readers.put("summary of " + kind, text -> summarizer.summarize(conversation(text)));
        }
        for (String pattern : List.of("(?i)\\bquote\\b", "(a+)+$", "([a-z0-9.]+)+@([a-z0-9]+\\.)+x", "(x|xx)*y")) {
            TextPattern rule = TextPattern.of(pattern);
            readers.put("pattern " + pattern, rule::find);
        }
        return readers;
    }

    /** All of it said by each, in several messages where it is too long for one. */
    private static List<Utterance> conversation(String text) {
        List<ChatMessage> messages = new ArrayList<>();
        for (Speaker speaker : Speaker.values()) {
            for (int from = 0; from < text.length(); from += LONGEST_MESSAGE) {
                messages.add(ChatMessage.from("s")
                        .id("m" + messages.size())
                        .said(speaker, text.substring(from, Math.min(text.length(), from + LONGEST_MESSAGE)))
                        .at(Instant.EPOCH)
                        .build());
            }
        }
        return Utterance.of(messages);
    }
}
