package dev.leadkit.capture;

import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the channels know of a visitor, from the attributes of his messages: his name, number and address. The latest of each
 * stands. It is not what he gave, so that no rule takes it for a contact given. Not safe to share.
 */
final class ChannelContact {
    private final ContactNormalizer normalizer;
    private final Map<String, ChatMessage> latest = new TreeMap<>();

    ChannelContact(ContactNormalizer normalizer) {
        this.normalizer = normalizer;
    }

    /** Takes the visitor's next message. */
    void add(ChatMessage message) {
        for (String attribute : new String[] {ChannelAdapter.NAME, ChannelAdapter.PHONE, ChannelAdapter.EMAIL}) {
            String value = message.attributes().get(attribute);
            if (value != null && !value.isBlank()) {
                latest.put(attribute, message);
            }
        }
    }

    /** A profile's name, which many choose freely: for want of one that the visitor gave. */
    @Nullable
    Attributed<String> name() {
        return value(ChannelAdapter.NAME, name -> Input.name("name", name));
    }

    @Nullable
    Attributed<String> email() {
        return value(ChannelAdapter.EMAIL, email -> Input.id("email", normalizer.email(email)));
    }

    @Nullable
    Attributed<PhoneNumber> phone() {
        ChatMessage message = latest.get(ChannelAdapter.PHONE);
        String region = message == null ? null : message.attributes().get(ChatMessage.REGION);
        return value(ChannelAdapter.PHONE, phone -> normalizer.phone(phone, region));
    }

    private <T> @Nullable Attributed<T> value(String attribute, Function<String, T> of) {
        ChatMessage message = latest.get(attribute);
        if (message == null) {
            return null;
        }
        var from = new Provenance(
                Provenance.Origin.MESSAGE,
                attribute,
                Assurance.CHANNEL,
                1.0,
                MessageEvidence.of(message),
                message.at());
        try {
            return new Attributed<>(of.apply(message.attributes().get(attribute)), from);
        } catch (RuntimeException | LinkageError | StackOverflowError unusable) {
            return null; // no message is lost over what its channel says of the sender, or the host's normalizer
        }
    }
}
