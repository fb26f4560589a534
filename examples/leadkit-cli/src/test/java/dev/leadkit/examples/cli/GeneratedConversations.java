package dev.leadkit.examples.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversations made up by a seeded random: buyers, askers, people who leave an address or only look, some of them in two
 * lines, of which the second may come late.
 */
final class GeneratedConversations {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final List<String> CHANNELS = List.of("widget", "whatsapp", "mail");
    private static final List<String> FIRST = List.of("Ann", "Bashir", "Chloé", "Dmitri", "Eun-ji", "Fatima", "Søren");
    private static final List<String> LAST = List.of("Adams", "Baker", "Castillo", "Dubois", "Eriksson", "Fischer");
    private static final List<String> THINGS = List.of("espresso machines", "desk lamps", "a bicycle", "two tickets");

    private final Random random;

    GeneratedConversations(long seed) {
        random = new Random(seed);
    }

    List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        List<String> seconds = new ArrayList<>();
        while (lines.size() + seconds.size() < count) {
            int number = lines.size();
            boolean split = number % 7 == 0;
            ArrayNode turns = turns(number);
            if (split && lines.size() + seconds.size() + 2 <= count) {
                ArrayNode later = JSON.createArrayNode();
                later.add(turns.remove(random.nextInt(turns.size())));
                seconds.add(line(number, later));
            }
            lines.add(line(number, turns));
        }
        lines.addAll(seconds);
        return lines;
    }

    private String line(int number, ArrayNode turns) {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", "session-" + number).put("channel", CHANNELS.get(number % CHANNELS.size()));
        line.put("region", "US").set("turns", turns);
        return line.toString();
    }

    private ArrayNode turns(int number) {
        String first = pick(FIRST);
        List<String> said = new ArrayList<>(List.of("Hello there", "I have a question, are you open on Sunday?"));
        if (random.nextInt(3) > 0) {
            said.add("I want to buy " + pick(THINGS) + ", my budget is $" + (100 + random.nextInt(900)));
        }
        if (random.nextInt(3) == 0) {
            said.add("My name is " + first + " " + pick(LAST));
        }
        if (random.nextInt(2) == 0) {
            said.add("Write to visitor%d@shop%d.example please".formatted(number, random.nextInt(40)));
        }
        if (random.nextInt(4) == 0) {
            said.add("or call 212-555-0%03d".formatted(100 + random.nextInt(100)));
        }
        ArrayNode turns = JSON.createArrayNode();
        Instant at = START.plusSeconds(3600L * number);
        for (String text : said) {
            at = at.plusSeconds(random.nextInt(90));
            ObjectNode turn = turns.addObject();
            turn.put("id", "m" + turns.size()).put("speaker", "visitor").put("text", text);
            turn.put("at", at.toString());
            if (random.nextInt(3) == 0) {
                turns.addObject()
                        .put("id", "r" + turns.size())
                        .put("speaker", random.nextBoolean() ? "bot" : "agent")
                        .put("text", "Thank you. May I have your name?")
                        .put("at", at.plusSeconds(1).toString());
            }
        }
        return turns;
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
