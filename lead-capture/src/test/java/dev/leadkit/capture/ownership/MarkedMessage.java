package dev.leadkit.capture.ownership;

import dev.leadkit.capture.extract.AdversarialMessages;
import dev.leadkit.capture.extract.OddMessages;
import dev.leadkit.capture.text.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One of our own sample messages, in which each address and number is marked: {@code {o:…}} the visitor's own, {@code {x:…}} somebody
 * else's or not to be used; in some files the visitor's own name too, {@code {n:…}}, and his firm's, {@code {c:…}}. What is marked {@code
 * {?:…}} readers may take for either. What bot or agent asked stands before {@code ||}.
 *
 * @param source the file it stands in
 */
public record MarkedMessage(String source, Reply reply, List<Value> marked) {
    /** The files; "chats", "odd" and "stories" were marked by a program, from messages of which only the visitor's own were known. */
    static final List<String> CONTACTS = List.of(
            "abroad",
            "asked",
            "between",
            "chats",
            "customers",
            "eastern",
            "languages",
            "neighbours",
            "odd",
            "ordinary",
            "people",
            "plain",
            "short",
            "stories",
            "tricky",
            "western");

    /** Those in which names are marked too; in "dialogues" names alone, by a program that knew which they were. */
    public static final List<String> NAMES = List.of(
            "answers",
            "assistants",
            "bookings",
            "continent",
            "dialogues",
            "enquiries",
            "europe",
            "everyday",
            "hasty",
            "layouts",
            "letters",
            "mentions",
            "messengers",
            "misleading",
            "named",
            "places",
            "private",
            "service",
            "small-firms",
            "trade",
            "voices");

    /**
     * Where something stands in the text, and what.
     *
     * @param mark 'o', 'x', 'n', 'c' or '?'
     */
    public record Value(int start, int end, char mark) {
        boolean own() {
            return mark == 'o';
        }
    }

    /** Those with addresses and numbers. */
    public static List<MarkedMessage> all() {
        List<MarkedMessage> all = new ArrayList<>();
        CONTACTS.forEach(source -> all.addAll(of(source)));
        all.addAll(withNames());
        all.addAll(ways());
        return all;
    }

    /** The sentences of the tests of one kind of names, in which that kind alone is marked. */
    public static List<MarkedMessage> ofTests(String kind) {
        return of(kind);
    }

    /** Those in which amounts that the visitor can spend are marked {@code {b:…}}. */
    public static List<MarkedMessage> withBudgets() {
        return Stream.of("spending", "projects", "budgets", "offers")
                .flatMap(source -> of(source).stream())
                .toList();
    }

    public static List<MarkedMessage> withNames() {
        return NAMES.stream().flatMap(source -> of(source).stream()).toList();
    }

    /** The addresses and numbers. */
    List<Value> values() {
        return marked.stream()
                .filter(value -> value.mark() == 'o' || value.mark() == 'x')
                .toList();
    }

    /** What may stand before it, and what it may answer, that say nothing of whose a value is. */
    private static final List<String> BEFORE = List.of(
            "Good morning. Two tables for the terrace, please. ",
            "Hi there, is the blue lamp still in stock? ",
            "I ordered 3 rugs on Monday. ",
            "thanks! that sounds great. ",
            "Could you tell me what delivery to Leeds costs? ");

    private static final List<String> ASKED = List.of(
            "Hello! How can we help you today?",
            "Thank you, Sam here. Which colour would you like?",
            "Of course! Anything else I can do for you?",
            "Sorry to hear that. What happened?");

    /**
     * The ways to say it in which other tests put values, each with an address and with a number, alone and behind what says nothing of
     * it.
     */
    private static List<MarkedMessage> ways() {
        List<String> lines = Stream.of(
                        AdversarialMessages.OTHERS,
                        AdversarialMessages.REFUSED,
                        AdversarialMessages.CHANGED,
                        AdversarialMessages.GOOD,
                        OddMessages.OTHERS,
                        OddMessages.OWN)
                .flatMap(List::stream)
                .flatMap(way -> Stream.of(
                        way.replace("{v}", "{x:bo@fjord.example}").replace("{w}", "{o:tove.lund@skiff.example}"),
                        way.replace("{v}", "{x:212 736 5000}").replace("{w}", "{o:+1 415 555 2671}")))
                .map(line -> line.replace("\\n", "\n"))
                .toList();
        List<MarkedMessage> ways = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String behind = BEFORE.get(i % BEFORE.size()) + lines.get(i);
            ways.add(parse("ways", lines.get(i)));
            ways.add(parse("ways", behind));
            ways.add(parse("ways", ASKED.get(i % ASKED.size()) + " || " + (i % 3 == 0 ? lines.get(i) : behind)));
        }
        return ways;
    }

    static List<MarkedMessage> of(String source) {
        try (InputStream in = Objects.requireNonNull(MarkedMessage.class.getResourceAsStream(source + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> parse(source, line.replace("\\n", "\n")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MarkedMessage parse(String source, String line) {
        int parted = line.indexOf(" || ");
        String marked = parted < 0 ? line : line.substring(parted + 4);
        var text = new StringBuilder();
        List<Value> values = new ArrayList<>();
        int at = 0;
        while (at < marked.length()) {
            if (marked.charAt(at) == '{' && marked.charAt(at + 2) == ':') {
                int close = marked.indexOf('}', at);
                values.add(new Value(text.length(), text.length() + close - at - 3, marked.charAt(at + 1)));
                text.append(marked, at + 3, close);
                at = close + 1;
            } else {
                text.append(marked.charAt(at++));
            }
        }
        return new MarkedMessage(
                source, new Reply(text.toString(), parted < 0 ? null : line.substring(0, parted)), values);
    }
}
