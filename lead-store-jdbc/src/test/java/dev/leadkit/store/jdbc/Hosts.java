package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.NOW;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.LeadStore;
import dev.leadkit.testkit.Leads;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Hosts over one store, each as if in a process of its own: they share nothing but the store. */
final class Hosts {
    private static final Clock LATER = Clock.fixed(NOW.plus(Duration.ofHours(10)), ZoneOffset.UTC);

    private Hosts() {}

    static LeadKit kit(LeadStore store) {
        return builder(store).build();
    }

    static LeadKit.Builder builder(LeadStore store) {
        return LeadKit.builder()
                .store(store)
                .identityKey(Leads.SECRET.getBytes(StandardCharsets.UTF_8))
                .scorer(Scorecard.standard())
                .clock(LATER);
    }

    static CaptureEngine engine(LeadKit kit) {
        return CaptureEngine.builder(kit).region("US").build();
    }

    /** An engine of its own for each, so that only the store decides. */
    static List<CaptureEngine> engines(int count, LeadStore store) {
        List<CaptureEngine> engines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            engines.add(engine(kit(store)));
        }
        return engines;
    }
}
