package dev.leadkit.examples.cli;

import dev.leadkit.conversation.Speaker;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one conversation from JSON. Keys that it does not know are passed over unread, so that they cost no memory
 * whatever they hold.
 */
final class ConversationParser {
    /** The most turns of a line, so that a line of empty ones fills no memory. */
    static final int MAX_TURNS = 100_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LineReader.MAX_BYTES)
                            .build())
                    .build())
            .build();

    /** @throws BadLineException naming the first thing that is wrong */
    ConversationLine parse(String line) throws BadLineException {
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            requireToken(parser, JsonToken.START_OBJECT, "the line", "a JSON object");
            ConversationLine conversation = conversation(parser);
            if (parser.nextToken() != null) {
                throw new BadLineException("not JSON: something follows the object");
            }
            return conversation;
        } catch (JacksonException broken) {
            throw BadLineException.notJson(broken);
        }
    }

    private static ConversationLine conversation(JsonParser parser) throws BadLineException {
        var messages = new MessageBuilder();
        List<Turn> turns = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "id" -> messages.session = optionalText(parser, "id");
                case "channel" -> messages.channel = optionalText(parser, "channel");
                case "region" -> messages.region = optionalText(parser, "region");
                case "turns" -> turns = turns(parser);
                default -> parser.skipChildren();
            }
        }
        if (turns == null || turns.isEmpty()) {
            throw new BadLineException("turns", "a list of at least one turn", "none");
        }
        return messages.build(turns);
    }

    private static List<Turn> turns(JsonParser parser) throws BadLineException {
        requireToken(parser, JsonToken.START_ARRAY, "turns", "a list");
        List<Turn> turns = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (turns.size() == MAX_TURNS) {
                throw new BadLineException("turns", "at most %d turns".formatted(MAX_TURNS), "more");
            }
            turns.add(turn(parser, "turns[" + turns.size() + "]"));
        }
        return turns;
    }

    private static Turn turn(JsonParser parser, String field) throws BadLineException {
        requireToken(parser, JsonToken.START_OBJECT, field, "an object");
        String id = null;
        Speaker speaker = null;
        String text = null;
        Instant at = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "id" -> id = optionalText(parser, field + ".id");
                case "speaker" -> speaker = speaker(optionalText(parser, field + ".speaker"), field + ".speaker");
                case "text" -> text = optionalText(parser, field + ".text");
                case "at" -> at = instant(optionalText(parser, field + ".at"), field + ".at");
                default -> parser.skipChildren();
            }
        }
        if (speaker == null) {
            throw new BadLineException(field + ".speaker", "visitor, bot or agent", "none");
        }
        if (text == null) {
            throw new BadLineException(field + ".text", "a text", "none");
        }
        return new Turn(id, speaker, text, at);
    }

    private static @Nullable Speaker speaker(@Nullable String name, String field) throws BadLineException {
        if (name == null) {
            return null;
        }
        for (Speaker speaker : Speaker.values()) {
            if (speaker.name().toLowerCase(Locale.ROOT).equals(name)) {
                return speaker;
            }
        }
        throw new BadLineException(field, "visitor, bot or agent", "another text");
    }

    private static @Nullable Instant instant(@Nullable String text, String field) throws BadLineException {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException none) {
            throw new BadLineException(field, "an instant such as 2026-01-31T09:30:00Z", "another text");
        }
    }

    /** A text; null where there is a JSON null. */
    private static @Nullable String optionalText(JsonParser parser, String field) throws BadLineException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        requireToken(parser, JsonToken.VALUE_STRING, field, "a text");
        return parser.getString();
    }

    private static void requireToken(JsonParser parser, JsonToken token, String field, String expected)
            throws BadLineException {
        JsonToken found = parser.currentToken();
        if (found != token) {
            throw new BadLineException(field, expected, describe(found));
        }
    }

    private static String describe(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "null";
        };
    }
}
