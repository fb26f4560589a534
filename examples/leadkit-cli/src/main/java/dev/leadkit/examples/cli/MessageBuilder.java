package dev.leadkit.examples.cli;

import dev.leadkit.capture.extract.Regions;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes messages of turns, with what a line may leave out. Not safe to share. */
final class MessageBuilder {
    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    @Nullable
    String session;

    @Nullable
    String channel;

    @Nullable
    String region;

    /** @throws BadLineException naming the first part that LeadKit does not take */
    ConversationLine build(List<Turn> turns) throws BadLineException {
        if (session == null) {
            throw new BadLineException("id", "the id of the conversation", "none");
        }
        try {
            Input.id("id", session);
        } catch (InvalidInputException refused) {
            throw new BadLineException(refused.field(), refused.expected(), refused.found());
        }
        String country = country();
        List<String> notices = new ArrayList<>();
        if (region != null && country == null) {
            notices.add("region is no ISO 3166 code such as US, or GB for the United Kingdom, and was left out");
        }
        List<ChatMessage> messages = new ArrayList<>(turns.size());
        Map<String, ChatMessage> byId = new HashMap<>();
        for (Turn turn : turns) {
            ChatMessage message = message(session, country, turn, messages.size() + 1);
            ChatMessage before = byId.putIfAbsent(message.id(), message);
            if (before != null && !before.text().equals(message.text())) {
                notices.add("turns[%s].id is that of a turn before with another text, and it was left out"
                        .formatted(messages.size()));
            }
            messages.add(message);
        }
        return new ConversationLine(session, messages, notices);
    }

    private ChatMessage message(String id, @Nullable String country, Turn turn, int number) throws BadLineException {
        Instant at = turn.at() == null ? START.plusSeconds(number) : turn.at();
        // The sequence keeps the order of the line where times are equal.
        var message = ChatMessage.from(id)
                .id(turn.id() == null ? id + "#" + number : turn.id())
                .said(turn.speaker(), turn.text())
                .at(at)
                .sequence(number);
        if (channel != null) {
            message.channel(channel);
        }
        if (country != null) {
            message.attribute(ChatMessage.REGION, country);
        }
        try {
            return message.build();
        } catch (InvalidInputException refused) {
            throw new BadLineException(field(refused.field(), number - 1), refused.expected(), refused.found());
        }
    }

    private @Nullable String country() {
        return region != null && Regions.isKnown(region) ? region.toUpperCase(Locale.ROOT) : null;
    }

    private static String field(String name, int turn) {
        return name.equals("message.channel") ? "channel" : name.replace("message.", "turns[%d].".formatted(turn));
    }
}
