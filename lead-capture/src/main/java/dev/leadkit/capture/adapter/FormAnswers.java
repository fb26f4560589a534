package dev.leadkit.capture.adapter;

import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a visitor filled into a form, a line for each answer with its label before it, as he would write it: {@code Email:
 * tove@fjord.example}. Not safe to share.
 */
final class FormAnswers {
    private static final String TOKEN = "flow_token";
    private static final String SCREEN = "screen_";

    private final List<String> lines = new ArrayList<>();

    private FormAnswers() {}

    /**
     * Those of a flow of WhatsApp.
     *
     * @param json an object of labels and answers; those of a list are joined, files are left out
     * @return empty where it is none, or nothing was answered
     */
    static String ofFlow(String json) {
        var answers = new FormAnswers();
        try {
            answers.addAll(JsonText.parse(json));
        } catch (IllegalArgumentException broken) {
            return "";
        }
        return answers.text();
    }

    /**
     * Those of a message of Chatwoot that asks for something.
     *
     * @param attributes the message's {@code content_attributes}
     * @return empty where nothing was answered
     */
    static String ofChatwoot(Json attributes) {
        var answers = new FormAnswers();
        answers.add("email", attributes.at("submitted_email").text());
        for (Json each : attributes.at("submitted_values").items()) {
            String label = each.at("name").text();
            answers.add(label, Json.firstText(label.isEmpty() ? each.at("title") : each.at("value"), each.at("value")));
        }
        return answers.text();
    }

    private void addAll(JsonValue form) {
        if (!(form instanceof JsonObject object)) {
            return;
        }
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            if (!member.getKey().equals(TOKEN)) {
                add(label(member.getKey()), answer(new Json(member.getValue())));
                addAll(member.getValue());
            }
        }
    }

    private void add(String label, String answer) {
        if (!answer.isBlank()) {
            lines.add(label.isBlank() ? answer : label + ": " + answer);
        }
    }

    private String text() {
        return String.join("\n", lines);
    }

    private static String answer(Json value) {
        return value.isArray()
                ? String.join(
                        ", ",
                        value.items().stream()
                                .map(Json::text)
                                .filter(text -> !text.isEmpty())
                                .toList())
                : value.text();
    }

    /** "First Name" of {@code screen_0_First_Name_2}, as Meta's builder of flows names its fields. */
    private static String label(String key) {
        int from = 0;
        int to = key.length();
        if (key.startsWith(SCREEN)) {
            int screen = afterDigits(key, SCREEN.length());
            boolean built = screen > SCREEN.length() && screen < to && key.charAt(screen) == '_';
            int field = key.lastIndexOf('_');
            from = built ? screen + 1 : 0;
            to = built && field > from && afterDigits(key, field + 1) == to ? field : to;
        }
        return key.substring(from, to).replace('_', ' ').strip();
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
