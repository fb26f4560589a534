package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;

import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One visitor, one lead, whoever captures him at the same time and however often; and no error to the caller. */
@Tag("reliability")
@ParameterizedClass
@EnumSource(Database.class)
class OneVisitorTest {
    private static final int HOSTS = 16;
    private static final int MESSAGES = 5;

    private final Database kind;

    @TempDir
    Path folder;

    OneVisitorTest(Database kind) {
        this.kind = kind;
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void sixteen_hosts_that_get_every_message_in_any_order_make_one_lead_of_each_visitor() throws Exception {
        int visitors = Tier.of(25, 2_000, 12_500);
        try (Trial trial = Trial.of("one visitor, one lead, 16 x 5 deliveries", kind);
                Place.Opened opened = Place.fresh(kind, folder).open(HOSTS)) {
            List<CaptureEngine> engines = Hosts.engines(HOSTS, opened.store());

            Crew.run(HOSTS, number -> {
                Random random = trial.random(number);
                for (int visitor = 0; visitor < visitors; visitor++) {
                    for (ChatMessage message : shuffled("session-" + visitor, random)) {
                        engines.get(number).tenant(ACME.value()).onMessage(message);
                        trial.count("deliveries");
                    }
                }
                return number;
            });
            trial.count("visitors", visitors);

            Visits.assertOneLeadEach(opened, visitors, MESSAGES);
        }
    }

    private static List<ChatMessage> shuffled(String session, Random random) {
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(Visits.message(session, i));
        }
        Collections.shuffle(messages, random);
        return messages;
    }
}
